package org.fengong.tasks.goal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param value in the unit of the key result
 * @param measuredOn the day that the value is of, not in the future
 */
@Schema(name = "MeasureRequest", examples = """
        {"value": 148, "measuredOn": "2026-11-24"}""")
record MeasureRequest(
        @NotNull @Digits(integer = 12, fraction = 4) BigDecimal value,
        @NotNull LocalDate measuredOn) {}
