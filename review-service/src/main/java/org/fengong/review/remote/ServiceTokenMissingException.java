package org.fengong.review.remote;

/** There is no token to be had at the moment. */
public class ServiceTokenMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceTokenMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
