package org.fengong.members.department;

import java.util.List;
import java.util.stream.Stream;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

final class DepartmentCycleException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** @param line keys from the chosen parent up to the department itself */
    DepartmentCycleException(String key, List<String> line) {
        super(
                ProblemKind.UNPROCESSABLE,
                "department-cycle",
                "The departments would be part of each other: %s. Choose another parent."
                        .formatted(String.join(" → ", cycle(key, line))),
                Violation.inBody("parentId", "closes a cycle"));
        with("cycle", cycle(key, line));
    }

    private static List<String> cycle(String key, List<String> line) {
        return Stream.concat(Stream.of(key), line.stream()).toList();
    }
}
