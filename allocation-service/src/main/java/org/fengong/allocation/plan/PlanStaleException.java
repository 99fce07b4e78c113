package org.fengong.allocation.plan;

import java.util.List;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Something that the draft uses got worse since it was made. */
class PlanStaleException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** @param changes what got worse, one sentence each */
    PlanStaleException(List<String> changes) {
        super(
                ProblemKind.CONFLICT,
                "plan-stale",
                "Since the plan was made %d thing(s) that it uses changed. Ask for a new plan."
                        .formatted(changes.size()));
        with("changes", changes);
    }
}
