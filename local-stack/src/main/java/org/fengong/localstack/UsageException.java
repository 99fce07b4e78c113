package org.fengong.localstack;

/** The command line or the environment asks for something that does not exist. */
class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
