package org.fengong.review.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of the two says how often.
 *
 * @param cadenceWeeks weeks between two reviews
 * @param cadence a name for it; months and quarters end with the week of their last Thursday
 */
@Schema(name = "ReviewScheduleRequest", examples = """
        {"cadence": "MONTHLY", "enabled": true}""")
record ReviewScheduleRequest(
        @Min(1) @Max(26) Integer cadenceWeeks,
        Cadence cadence,
        @NotNull Boolean enabled) {}
