package org.fengong.benchmarks.engine;

import java.time.Duration;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.search.Search;

/**
 * The engine of allocation-service: one thread searches, one proves.
 *
 * @param steps of the search; 0 = as many as the service takes for a problem of that size
 */
record FengongEngine(long steps) implements Solver {
    static final String NAME = "fengong";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int threads() {
        return 2;
    }

    @Override
    public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
        var factory = new CoreFactory(instance);
        Core core = factory.core();
        var limits = new Limits(ceiling, () -> false);
        Search.Found found = Search.run(core, new Search.Settings(seed, steps, limits), (done, chosen, cost, bound) -> {
            if (factory.admits(chosen)) {
                watch.better(done, cost, bound, () -> factory.plan(chosen));
            }
        });
        Plan plan = factory.admits(found.plan().option) ? factory.plan(found.plan().option) : null;
        long cost = found.plan().cost();
        String end = cost == found.bound() ? "optimal" : limits.end() == null ? "steps" : "time";
        return new Outcome(plan, cost, found.bound(), found.steps(), end);
    }
}
