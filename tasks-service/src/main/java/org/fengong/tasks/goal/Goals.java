package org.fengong.tasks.goal;

import jakarta.enterprise.context.ApplicationScoped;
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
     * A task serves a goal of its own team, and a key result of that goal.
     *
     * @throws UnknownReferenceException when there is no such goal of the team or key result of the goal
     * @throws RuleViolatedException when a key result is named without its goal
     */
    public void requireOf(UUID teamId, UUID goalId, UUID keyResultId) {
        if (goalId == null) {
            if (keyResultId != null) {
                throw new RuleViolatedException(
                        "key-result-without-goal", "keyResultId", "Name the goal of the key result, too.");
            }
            return;
        }
        var goal = goals.findByIdOptional(goalId)
                .filter(known -> known.teamId().equals(teamId))
                .orElseThrow(() -> new UnknownReferenceException("goal", "goalId", goalId));
        if (keyResultId != null
                && goal.keyResults().stream().noneMatch(k -> k.keyResultId().equals(keyResultId))) {
            throw new UnknownReferenceException("key-result", "keyResultId", keyResultId);
        }
    }
}
