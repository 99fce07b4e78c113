package org.fengong.allocation.solver.search;

import java.util.concurrent.CompletableFuture;
import org.fengong.allocation.solver.bound.Bound;
import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.core.State;

/** Looks for a plan of low cost, and for the proof that none is much cheaper. */
public final class Search {
    private static final long LEAST_STEPS = 1_000_000;
    private static final long STEPS_PER_ROLE = 80_000;
    private static final long MOST_STEPS = 30_000_000;

    /** Above this number of roles all steps are needed for one slow fall of the temperature. */
    private static final int ONE_ROUND_ROLES = 1_000;

    private static final int ROUNDS = 4;

    /** Chosen by measurement on departments of 14 members and 60 to 80 roles. */
    private static final double COOL_START = 0.35;

    private static final double COOL_END = 0.015;

    /** So hot that a role worth much more than others gives up its place to them. */
    private static final double HOT_START = 20;

    private static final double HOT_END = 0.1;

    private static final long UNPROVEN = Long.MIN_VALUE;

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

    /** @param start a plan that keeps what must be kept, the first to be improved */
    public static Found run(Core core, int[] start, Settings settings, Watch watch) {
        return from(core, start, settings, watch).run();
    }

    /**
     * A short search from a known plan, without a proof; never worse than that plan.
     *
     * @param start a plan that keeps what must be kept
     */
    public static State improve(Core core, int[] start, Settings settings) {
        var search = from(core, start, settings, (steps, plan, cost, bound) -> {});
        search.bound.priceCapacities(search.state.cost(), search.priceSteps(), settings.limits());
        var draws = new Draws(settings.seed());
        var annealing = new Annealing(search.state, new Candidates(core, search.bound.prices(), draws), draws);
        search.anneal(annealing, new Annealing.Schedule(settings.steps(), COOL_START, COOL_END), UNPROVEN);
        new Polish(search.state).run();
        return search.state;
    }

    private static Search from(Core core, int[] start, Settings settings, Watch watch) {
        var search = new Search(core, settings, watch);
        search.state = new State(core);
        search.state.assume(start);
        new Polish(search.state).run();
        return search;
    }

    private Found run() {
        take(Greedy.plan(core, Prices.none(core)));
        tell(state);
        bound.priceCapacities(state.cost(), priceSteps(), settings.limits());
        take(Greedy.plan(core, bound.prices()));
        tell(state);
        searchAndProve();
        new Polish(state).run();
        return new Found(state, bound.value(), steps);
    }

    /** When it is better than what is there already, and keeps what must be kept. */
    private void take(State plan) {
        if (state == null || plan.withinChanges() && plan.cost() < state.cost()) {
            state = plan;
        }
    }

    /** Two threads that meet at the end alone, so that neither's result depends on the other's speed. */
    private void searchAndProve() {
        var draws = new Draws(settings.seed());
        var annealing = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        long budget = budget();
        if (core.roles() > ONE_ROUND_ROLES) {
            long greedy = state.cost();
            beside(
                    () -> prove(greedy),
                    () -> anneal(annealing, new Annealing.Schedule(budget, COOL_START, COOL_END), UNPROVEN));
            return;
        }
        long round = Math.max(1, budget / ROUNDS);
        anneal(annealing, new Annealing.Schedule(round, COOL_START, COOL_END), bound.value());
        if (state.cost() == bound.value()) {
            return;
        }
        long known = state.cost();
        boolean hot = leavesPlaceableRoles();
        beside(() -> prove(known), () -> {
            if (!hot) {
                anneal(annealing, new Annealing.Schedule(budget - round, COOL_START, COOL_END), UNPROVEN);
                return;
            }
            for (int i = 1; i < ROUNDS && budget > round; i++) {
                anneal(annealing, new Annealing.Schedule(round, HOT_START, HOT_END), UNPROVEN);
            }
        });
    }

    private static void beside(Runnable proof, Runnable search) {
        var proving = CompletableFuture.runAsync(proof, task -> new Thread(task, "bound").start());
        search.run();
        proving.join();
    }

    /** @param proven no plan costs less: the search ends there */
    private void anneal(Annealing annealing, Annealing.Schedule schedule, long proven) {
        annealing.run(
                schedule,
                proven,
                settings.limits(),
                (done, plan, cost) -> watch.better(done, plan, cost, bound.value()));
        steps = annealing.steps();
    }

    private void prove(long knownValue) {
        long byOptions = 50_000_000L / (core.options().size() + 1);
        bound.fillWeeks(knownValue, (int) Math.max(60, Math.min(500, byOptions)), settings.limits());
        if (core.roles() <= ONE_ROUND_ROLES) {
            bound.fillMembers(knownValue, (int) Math.max(20, Math.min(200, byOptions / 25)), settings.limits());
        }
    }

    /** Whether a role has nobody though in another plan it could have somebody. */
    private boolean leavesPlaceableRoles() {
        for (int r = 0; r < core.roles(); r++) {
            if (state.option[r] == State.NOBODY && !core.options().none(r)) {
                return true;
            }
        }
        return false;
    }

    /** The number of price steps depends on the size of the problem alone. */
    private int priceSteps() {
        return (int) Math.max(150, Math.min(1500, 600_000_000L / (core.options().minutes.length + 1)));
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
