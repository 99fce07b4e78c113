package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/** All of a goal. */
record GoalResponse(
        UUID id,
        UUID teamId,
        String key,
        String title,

        @Schema(nullable = true, description = "The goal that this one is a part of.")
        UUID parentGoalId,

        @Schema(nullable = true, description = "The member who is accountable; absent when the team's lead is.")
        UUID ownerId,

        LocalDate from,
        LocalDate to,
        int weight,
        List<KeyResultState> keyResults,

        @Schema(nullable = true, description = Progress.OF_GOAL)
        BigDecimal progress,

        long version)
        implements Versioned {
    /** @param progress null when nothing is measured */
    static GoalResponse of(Goal goal, BigDecimal progress) {
        return new GoalResponse(
                goal.id(),
                goal.teamId(),
                goal.key(),
                goal.title(),
                goal.parentGoalId(),
                goal.ownerId(),
                goal.from(),
                goal.to(),
                goal.weight(),
                KeyResultState.of(goal),
                progress,
                goal.version());
    }
}
