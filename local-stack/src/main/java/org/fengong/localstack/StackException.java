package org.fengong.localstack;

/** The suite cannot do what was asked; the message says why and what to do, so no stack trace is needed. */
class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
