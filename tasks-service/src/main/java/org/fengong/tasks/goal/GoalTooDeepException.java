package org.fengong.tasks.goal;

import org.fengong.platform.problem.RuleViolatedException;

class GoalTooDeepException extends RuleViolatedException {
    private static final long serialVersionUID = 1L;

    GoalTooDeepException(int levels) {
        super(
                "goal-too-deep",
                "parentGoalId",
                "The goals would have %d levels, at most %d are possible. Choose a parent further up."
                        .formatted(levels, GoalForest.MAX_LEVELS));
    }
}
