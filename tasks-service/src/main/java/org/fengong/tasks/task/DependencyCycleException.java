package org.fengong.tasks.task;

import java.util.List;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

/** Tasks would wait for each other for ever. */
public final class DependencyCycleException extends ProblemException {
    private static final long serialVersionUID = 1L;

    DependencyCycleException(List<String> keys) {
        this("dependsOn", keys);
    }

    /**
     * @param field of the request that closes the cycle
     * @param keys the tasks of the cycle, each waits for the next, the last one is the first again
     */
    public DependencyCycleException(String field, List<String> keys) {
        super(
                ProblemKind.UNPROCESSABLE,
                "dependency-cycle",
                "The tasks would wait for each other: %s. Take one of these dependencies away."
                        .formatted(String.join(" → ", keys)));
        with("cycle", keys);
        violation(Violation.inBody(field, "closes a cycle"));
    }
}
