package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a member a team has, and when.
 *
 * @param sharePercent of the member's capacity
 * @param from first day
 * @param to last day, absent when open
 */
@Schema(name = "MembershipTerms", examples = """
        {"sharePercent": 40, "from": "2026-12-01"}""")
public record MembershipTerms(
        @Schema(required = true) @Min(1) @Max(100) int sharePercent,
        @NotNull LocalDate from,
        LocalDate to) {
    /** 0 on a day on which there is no membership. */
    int sharePercentOn(LocalDate day) {
        return day.isBefore(from) || (to != null && day.isAfter(to)) ? 0 : sharePercent;
    }
}
