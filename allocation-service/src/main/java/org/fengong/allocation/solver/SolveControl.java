package org.fengong.allocation.solver;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The caller's hold on a running search; both are called on the searching thread.
 *
 * @param cancelled asked every few thousand steps; once true, the best plan so far is returned
 * @param progress told of the provisional plan at once, and of better plans and bounds as they are found
 * @param lastStep where the search is cut whatever its budget: to repeat one that ended there
 */
public record SolveControl(BooleanSupplier cancelled, Consumer<Progress> progress, long lastStep) {
    public SolveControl(BooleanSupplier cancelled, Consumer<Progress> progress) {
        this(cancelled, progress, Long.MAX_VALUE);
    }

    public static SolveControl none() {
        return new SolveControl(() -> false, progress -> {});
    }
}
