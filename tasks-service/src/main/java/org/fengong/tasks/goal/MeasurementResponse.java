package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value of a key result. */
record MeasurementResponse(
        UUID id,
        UUID keyResultId,

        @Schema(description = "In the unit of the key result.")
        BigDecimal value,

        @Schema(description = "The day that the value is of.")
        LocalDate measuredOn,

        @Schema(description = "When it was reported.") Instant measuredAt,

        @Schema(description = "Who reported it: the id of a member, else the name of a system.")
        String actor) {}
