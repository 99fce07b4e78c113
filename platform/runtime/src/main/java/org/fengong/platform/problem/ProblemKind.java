package org.fengong.platform.problem;

/** What sort of trouble a problem is; decides the HTTP status, so that services speak of facts and not of numbers. */
public enum ProblemKind {
    /** Syntax, type, range, unknown field or parameter. */
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    /** Absent, or not for this caller's eyes: both look the same. */
    NOT_FOUND(404),
    /** The state of the thing does not allow the command. */
    CONFLICT(409),
    /** The caller changes a version that is no longer the current one. */
    STALE(412),
    TOO_LARGE(413),
    /** References and rules across fields. */
    UNPROCESSABLE(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY(429),
    UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
