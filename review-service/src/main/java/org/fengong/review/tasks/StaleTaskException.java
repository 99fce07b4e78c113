package org.fengong.review.tasks;

/** Somebody else changed the task since it was read. */
class StaleTaskException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
