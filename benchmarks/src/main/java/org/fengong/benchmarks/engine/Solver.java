package org.fengong.benchmarks.engine;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.Supplier;

/** Something that makes plans. What it says of them is its claim: the {@link Evaluator} judges. */
interface Solver extends Serializable {
    /** A bound that is not known. */
    long NO_BOUND = 0;

    String name();

    /** How many threads look for plans. */
    int threads();

    /** On larger instances it runs only where that is asked for. */
    default int mostTasks() {
        return Integer.MAX_VALUE;
    }

    /** How much wall-clock time a run takes at most, with what it needs beforehand. */
    default Duration atMost(Duration ceiling) {
        return ceiling;
    }

    /** @param ceiling wall-clock time after which it must come to an end */
    Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch);

    /** Told of each better plan, as soon as it is there. */
    interface Watch {
        /** @param plan asked for after the run, and seldom: it must not cost the solver time */
        void better(long steps, long value, long bound, Supplier<Plan> plan);
    }

    /**
     * @param plan the last one; null when it has found none
     * @param bound no plan costs less, or {@link #NO_BOUND}
     * @param end what ended it
     */
    record Outcome(Plan plan, long value, long bound, long steps, String end) {}
}
