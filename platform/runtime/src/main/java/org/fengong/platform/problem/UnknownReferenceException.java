package org.fengong.platform.problem;

import java.time.Duration;

/**
 * The request names a thing that this service does not know. It may be one that another service has just created and
 * whose event is still on its way, so the answer says to try again in a second.
 */
public final class UnknownReferenceException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /**
     * @param thing the noun, such as {@code skill}; gives the slug {@code unknown-skill}
     * @param field path of the field in the body
     */
    public UnknownReferenceException(String thing, String field, Object value) {
        super(
                ProblemKind.UNPROCESSABLE,
                "unknown-" + thing,
                "There is no %s %s. Check the id, or try again if it was created just now."
                        .formatted(thing.replace('-', ' '), value));
        violation(Violation.inBody(field, "unknown " + thing.replace('-', ' ')));
        retryAfter(Duration.ofSeconds(1));
    }
}
