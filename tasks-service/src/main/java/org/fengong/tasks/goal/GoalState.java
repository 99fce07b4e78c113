package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A goal as it is now: the data of every event of a goal.
 *
 * @param progress at this moment, of what is below it, too; absent when nothing is measured
 * @param keyResultId the key result that was measured, with measuredOn and the value before; else absent
 */
record GoalState(
        UUID goalId,
        String key,
        long version,
        UUID teamId,
        String title,
        UUID parentGoalId,
        UUID ownerId,
        LocalDate from,
        LocalDate to,
        int weight,
        List<KeyResultState> keyResults,
        BigDecimal progress,
        UUID keyResultId,
        LocalDate measuredOn,
        Previous previous,
        String actor) {
    static final String CREATED = "fengong.tasks.goal-created.v1";
    static final String CHANGED = "fengong.tasks.goal-changed.v1";
    static final String MEASURED = "fengong.tasks.key-result-measured.v1";

    record Previous(BigDecimal current) {}

    static GoalState of(Goal goal, BigDecimal progress, String actor) {
        return measured(goal, progress, actor, null, null, null);
    }

    static GoalState measured(
            Goal goal, BigDecimal progress, String actor, UUID keyResultId, LocalDate measuredOn, Previous previous) {
        return new GoalState(
                goal.id(),
                goal.key(),
                goal.version(),
                goal.teamId(),
                goal.title(),
                goal.parentGoalId(),
                goal.ownerId(),
                goal.from(),
                goal.to(),
                goal.weight(),
                KeyResultState.of(goal),
                progress,
                keyResultId,
                measuredOn,
                previous,
                actor);
    }
}
