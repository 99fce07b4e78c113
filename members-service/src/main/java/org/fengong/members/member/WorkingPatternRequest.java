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
 * How a member works from the day in the address on.
 *
 * @param minutes of work from Monday to Sunday
 * @param availabilityFactor share of that time that is for planned work, 0–1; default: the member's own
 * @param holidayCalendarId whose public holidays are free; default: none
 */
@Schema(name = "MinutesRequest", examples = """
        {"minutes": [480, 480, 480, 480, 0, 0, 0], "availabilityFactor": 0.5}""")
record WorkingPatternRequest(
        @NotNull @Size(min = 7, max = 7, message = "must be seven values, from Monday to Sunday")
        List<@NotNull @Min(0) @Max(1440) Integer> minutes,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal availabilityFactor,

        UUID holidayCalendarId) {
    WorkingPattern from(LocalDate validFrom) {
        return new WorkingPattern(validFrom, minutes, availabilityFactor, holidayCalendarId);
    }
}
