package org.fengong.review.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param cadenceWeeks weeks between two reviews */
@Schema(name = "ReviewScheduleRequest", examples = """
        {"cadenceWeeks": 4, "enabled": true}""")
record ReviewScheduleRequest(
        @NotNull @Min(1) @Max(26) Integer cadenceWeeks,
        @NotNull Boolean enabled) {}
