package org.fengong.allocation.solver;

/** No plan was found that changes as little of what is published as the policy demands. */
public final class ChangesExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int found;
    private final int proven;

    ChangesExceededException(int most, int found, int proven) {
        super("No plan was found that changes at most " + most + " published roles; at least " + proven
                + " change in any plan, and " + found + " in the one that was found to change least.");
        this.found = found;
        this.proven = proven;
    }

    /** The changes of the plan that was found to change least. */
    public int found() {
        return found;
    }

    /** No plan changes less. */
    public int proven() {
        return proven;
    }
}
