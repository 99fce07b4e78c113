package org.fengong.benchmarks.engine;

import java.time.Duration;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.search.Search;

/**
 * One run of the engine, judged by the evaluator.
 *
 * @param greedy cost of the plan that was there at once; −1 when it breaks a rule
 * @param cost of the last plan; −1 when it breaks a rule
 * @param end what ended it
 */
record Run(
        Instance instance,
        long seed,
        double firstSeconds,
        long greedy,
        double seconds,
        long cost,
        long bound,
        long steps,
        String end) {

    static final long BROKEN = -1;

    static Run of(Instance instance, long seed, Duration ceiling) {
        return new Clocked(instance, seed).run(ceiling);
    }

    private static final class Clocked {
        private final Instance instance;
        private final long seed;
        private final long begin = System.nanoTime();
        private final CoreFactory factory;
        private int[] first;
        private double firstSeconds;

        Clocked(Instance instance, long seed) {
            this.instance = instance;
            this.seed = seed;
            factory = new CoreFactory(instance);
        }

        Run run(Duration ceiling) {
            Core core = factory.core();
            var limits = new Limits(ceiling, () -> false);
            Search.Found found = Search.run(core, new Search.Settings(seed, 0, limits), (steps, plan, cost, bound) -> {
                if (first == null) {
                    first = plan;
                    firstSeconds = seconds();
                }
            });
            double seconds = seconds();
            String end = found.plan().cost() == found.bound() ? "optimal" : limits.end() == null ? "steps" : "time";
            return new Run(
                    instance,
                    seed,
                    firstSeconds,
                    judged(first),
                    seconds,
                    judged(found.plan().option),
                    found.bound(),
                    found.steps(),
                    end);
        }

        private double seconds() {
            return (System.nanoTime() - begin) / 1e9;
        }

        private long judged(int[] chosen) {
            try {
                return Evaluator.cost(instance, factory.plan(chosen));
            } catch (IllegalArgumentException e) {
                return BROKEN;
            }
        }
    }

    /** Percent by which the cost is above a reference; NaN without one or without a cost. */
    static double above(long cost, long reference) {
        return cost == BROKEN || reference <= 0 ? Double.NaN : 100.0 * (cost - reference) / reference;
    }
}
