package org.fengong.members.holiday;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A public holiday: a date, so it shifts in no time zone.
 *
 * @param share of the day that is free: 1.0 the whole, 0.5 half of it
 */
public record Holiday(
        @NotNull LocalDate day,
        @NotBlank @Size(max = 120) String name,
        @DecimalMin("0.5") @DecimalMax("1.0") Double share) {
    public Holiday {
        share = share == null ? 1.0 : share;
    }
}
