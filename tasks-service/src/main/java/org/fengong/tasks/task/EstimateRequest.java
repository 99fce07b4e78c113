package org.fengong.tasks.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param estimateToCompleteMinutes what is left to do, from now on */
@Schema(name = "EstimateRequest", examples = """
        {"estimateToCompleteMinutes": 240}""")
record EstimateRequest(
        @Schema(required = true) @Min(0) @Max(120000) int estimateToCompleteMinutes) {}
