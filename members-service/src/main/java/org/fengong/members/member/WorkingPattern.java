package org.fengong.members.member;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a member works from a day on until the next pattern begins.
 *
 * @param minutes of work agreed per weekday, Monday to Sunday
 * @param availabilityFactor share of that time that is for planned work, 0–1; null: the member's own factor
 * @param holidayCalendarId whose public holidays are free; null: none
 */
public record WorkingPattern(
        @NotNull LocalDate validFrom,

        @NotNull @Size(min = 7, max = 7, message = "must be seven values, from Monday to Sunday")
        List<@NotNull @Min(0) @Max(1440) Integer> minutes,

        @Schema(nullable = true) @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal availabilityFactor,

        @Schema(nullable = true) UUID holidayCalendarId) {
    /** Eight hours from Monday to Friday. */
    static WorkingPattern fullTime() {
        return new WorkingPattern(LocalDate.of(2000, 1, 1), List.of(480, 480, 480, 480, 480, 0, 0), null, null);
    }

    WorkingPattern from(LocalDate day) {
        return new WorkingPattern(day, minutes, availabilityFactor, holidayCalendarId);
    }

    WorkingPattern withFactor(BigDecimal factor) {
        return new WorkingPattern(validFrom, minutes, factor, holidayCalendarId);
    }
}
