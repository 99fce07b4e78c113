package org.fengong.allocation.solver.search;

import org.fengong.allocation.solver.bound.Bound;
import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.core.State;

/** Looks for a plan of low cost, and for the proof that none is much cheaper. */
public final class Search {
    private static final long LEAST_STEPS = 500_000;
    private static final long STEPS_PER_ROLE = 15_000;
    private static final long MOST_STEPS = 20_000_000;

    private final Core core;
    private final Settings settings;
    private final Watch watch;
    private final Bound bound;
    private State state;
    private long steps;

    /**
     * @param seed of all draws
     * @param steps of the search; 0 = as many as the size of the problem asks for
     */
    public record Settings(long seed, long steps, Limits limits) {}

    /**
     * @param plan by role its option, or {@link State#NOBODY}
     * @param bound no plan costs less
     */
    public record Found(State plan, long bound, long steps) {}

    /** Told of the provisional plan at once, and of better plans as they are found. */
    public interface Watch {
        void better(long steps, int[] plan, long cost, long bound);
    }

    private Search(Core core, Settings settings, Watch watch) {
        this.core = core;
        this.settings = settings;
        this.watch = watch;
        bound = new Bound(core);
    }

    public static Found run(Core core, Settings settings, Watch watch) {
        return new Search(core, settings, watch).run();
    }

    private Found run() {
        state = Greedy.plan(core, Prices.none(core));
        tell(state);
        bound.priceCapacities(state.cost(), priceSteps(), settings.limits());
        State priced = Greedy.plan(core, bound.prices());
        if (priced.cost() < state.cost()) {
            state = priced;
        }
        tell(state);
        anneal();
        new Polish(state).run();
        bound.fillMembers(state.cost(), 400, settings.limits());
        return new Found(state, bound.value(), steps);
    }

    /** The number of price steps depends on the size of the problem alone. */
    private int priceSteps() {
        return (int) Math.max(150, Math.min(1500, 600_000_000L / (core.options().minutes.length + 1)));
    }

    private void anneal() {
        var draws = new Draws(settings.seed());
        var annealing = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        annealing.run(
                budget(),
                bound.value(),
                settings.limits(),
                (done, plan, cost) -> watch.better(done, plan, cost, bound.value()));
        steps = annealing.steps();
    }

    private long budget() {
        return settings.steps() > 0
                ? settings.steps()
                : Math.min(MOST_STEPS, Math.max(LEAST_STEPS, STEPS_PER_ROLE * core.roles()));
    }

    private void tell(State plan) {
        watch.better(steps, plan.option.clone(), plan.cost(), bound.value());
    }
}
