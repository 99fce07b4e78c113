package org.fengong.allocation.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * A lead's decision on one role, whatever the plan says.
 *
 * @param startWeek within what is left of the plan's weeks
 * @param pinned whether later plans must leave it so; default true
 * @param dryRun true: only tells what it would cost and break; default false
 * @param outright true: in force at once, even where the team's members are asked; default false
 * @param reason what the member reads
 */
@Schema(name = "OverrideRequest", examples = """
        {"roleId": "01a21332-ab3b-791c-83ea-055084467d8b", "memberId": "01a21332-996f-74d3-8456-e9da18353e26",\
         "startWeek": "2026-W50", "reason": "Knows the customer"}""")
record OverrideRequest(
        @NotNull UUID roleId,
        @NotNull UUID memberId,
        @NotNull YearWeek startWeek,
        Boolean pinned,
        Boolean dryRun,
        Boolean outright,
        @Size(min = 1, max = 500) String reason) {
    boolean pins() {
        return pinned == null || pinned;
    }

    boolean isOutright() {
        return outright != null && outright;
    }

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }
}
