package org.fengong.platform.messaging;

/** A record that can never take effect: no CloudEvents headers, no JSON, or data that makes no sense. */
public class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
