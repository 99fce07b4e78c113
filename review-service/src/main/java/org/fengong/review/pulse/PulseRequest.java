package org.fengong.review.pulse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * @param week the current one of the team
 * @param load 1 far too little to do, 3 right, 5 far too much
 * @param fit 1 the work does not suit me, 5 it suits me well
 * @param clarity 1 I do not know what is expected, 5 it is quite clear
 * @param comment read by the lead only, without the member's name
 */
@Schema(name = "PulseRequest", examples = """
        {"week": "2026-W49", "load": 4, "fit": 5, "clarity": 3, "comment": "The brief for Atlas came late."}""")
record PulseRequest(
        @NotNull YearWeek week,
        @NotNull @Min(1) @Max(5) Integer load,
        @NotNull @Min(1) @Max(5) Integer fit,
        @NotNull @Min(1) @Max(5) Integer clarity,
        @Size(min = 1, max = 1000) String comment) {}
