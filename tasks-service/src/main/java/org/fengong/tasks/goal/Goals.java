package org.fengong.tasks.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of goals. */
@ApplicationScoped
public class Goals {
    private final GoalRepository goals;

    Goals(GoalRepository goals) {
        this.goals = goals;
    }

    /**
     * A task serves a goal of its own team, and a key result of that goal. The goal's weight, which stays until the
     * transaction ends; 0 without a goal.
     *
     * @throws UnknownReferenceException when there is no such goal of the team or key result of the goal
     * @throws RuleViolatedException when a key result is named without its goal
     */
    public int requireOf(UUID teamId, UUID goalId, UUID keyResultId) {
        if (goalId == null) {
            if (keyResultId != null) {
                throw new RuleViolatedException(
                        "key-result-without-goal", "keyResultId", "Name the goal of the key result, too.");
            }
            return 0;
        }
        var goal = goals.findByIdOptional(goalId, LockModeType.PESSIMISTIC_READ)
                .filter(known -> known.teamId().equals(teamId))
                .orElseThrow(() -> new UnknownReferenceException("goal", "goalId", goalId));
        if (keyResultId != null
                && goal.keyResults().stream().noneMatch(k -> k.keyResultId().equals(keyResultId))) {
            throw new UnknownReferenceException("key-result", "keyResultId", keyResultId);
        }
        return goal.weight();
    }
}
