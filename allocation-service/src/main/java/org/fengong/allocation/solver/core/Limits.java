package org.fengong.allocation.solver.core;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.fengong.allocation.solver.plan.SearchEnd;

/** What can end a search from outside; once reached, it stays so. */
public final class Limits {
    private final BooleanSupplier cancelled;
    private final long startNanos = System.nanoTime();
    private final long ceilingNanos;
    private final long lastStep;
    private volatile SearchEnd end;

    /** Of a search that its steps alone end. */
    public static Limits none() {
        return new Limits(Duration.ofDays(1), () -> false);
    }

    public Limits(Duration ceiling, BooleanSupplier cancelled) {
        this(ceiling, cancelled, Long.MAX_VALUE);
    }

    /** @param lastStep where a search that is repeated was cut */
    public Limits(Duration ceiling, BooleanSupplier cancelled, long lastStep) {
        this.lastStep = lastStep;
        this.cancelled = cancelled;
        this.ceilingNanos =
                ceiling.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1).toNanos() : ceiling.toNanos();
    }

    /** @param steps of the search that are done */
    public boolean reached(long steps) {
        return steps >= lastStep || reached();
    }

    public boolean reached() {
        if (end == null && cancelled.getAsBoolean()) {
            end = SearchEnd.CANCELLED;
        }
        if (end == null && System.nanoTime() - startNanos >= ceilingNanos) {
            end = SearchEnd.WALL_CLOCK_CEILING;
        }
        return end != null;
    }

    /** Null when nothing from outside has ended the search. */
    public SearchEnd end() {
        return end;
    }
}
