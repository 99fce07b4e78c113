package org.fengong.platform.problem;

import java.util.List;

/** The request breaks the syntax, a type or a range that the OpenAPI document states. */
public final class InvalidRequestException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public InvalidRequestException(List<Violation> violations) {
        super(
                ProblemKind.INVALID,
                "invalid-request",
                "The request is not valid. See violations.",
                violations.toArray(Violation[]::new));
    }

    public InvalidRequestException(Violation violation) {
        this(List.of(violation));
    }
}
