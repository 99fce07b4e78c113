package org.fengong.localstack.demo;

/** The suite answered, but not with what the story is about. */
final class StoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryException(String missing) {
        super("The story breaks off: " + missing);
    }
}
