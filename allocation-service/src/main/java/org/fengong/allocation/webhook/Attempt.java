package org.fengong.allocation.webhook;

import java.time.Duration;

/**
 * How an attempt to deliver ended.
 *
 * @param status null when there was no answer
 * @param error null when the receiver has taken it
 * @param retryAfter what the receiver asks for; zero when it does not
 */
record Attempt(Integer status, String error, Duration retryAfter) {
    private static final int GONE = 410;

    static Attempt taken(int status) {
        return new Attempt(status, null, Duration.ZERO);
    }

    static Attempt unanswered(String error) {
        return new Attempt(null, error, Duration.ZERO);
    }

    boolean isAnswered() {
        return status != null;
    }

    /** The receiver wants nothing any more. */
    boolean isGone() {
        return isAnswered() && status == GONE;
    }
}
