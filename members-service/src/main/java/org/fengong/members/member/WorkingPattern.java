package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * The minutes of work agreed per weekday, from a day on until the next pattern begins.
 *
 * @param minutes Monday to Sunday
 */
public record WorkingPattern(
        @NotNull LocalDate validFrom,

        @NotNull @Size(min = 7, max = 7, message = "must be seven values, from Monday to Sunday")
        List<@NotNull @Min(0) @Max(1440) Integer> minutes) {
    /** Eight hours from Monday to Friday. */
    static WorkingPattern fullTime() {
        return new WorkingPattern(LocalDate.of(2000, 1, 1), List.of(480, 480, 480, 480, 480, 0, 0));
    }
}
