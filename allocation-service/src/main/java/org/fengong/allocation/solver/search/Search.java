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
    private static final long LEAST_STEPS = 2_000_000;
    private static final long CHAIN_STEPS_PER_ROLE = 1_000_000;
    private static final long STEPS_PER_ROLE = 350_000;
    private static final long MOST_STEPS = 240_000_000;

    /** Steps take longer where the arrays leave the processor's caches: very large problems get fewer. */
    private static final long MOST_STEPS_TIMES_ROLES = 1_000_000_000_000L;

    /** Above this number of roles all steps are needed for one slow fall of the temperature. */
    private static final int ONE_ROUND_ROLES = 1_000;

    /** Of the steps, the part before the proof begins: it tells whether the search must be hot. */
    private static final int FIRST_PART = 8;

    /** Fewer steps of the bound by weeks only find the right length of a step, at any size. */
    private static final int LEAST_WEEK_STEPS = 260;

    private static final int HOT_ROUNDS = 3;

    /** The second search is shorter by what the proof takes. */
    private static final double TWIN_PART = 0.75;

    /** Of a large problem, the part of the steps that goes into a plan soon, and the price steps before it. */
    private static final int QUICK_PART = 5;

    private static final int FIRST_PRICE_STEPS = 200;

    /** Each pricing with the plan that the one before has led to; good prices are most of the way to a good plan. */
    private static final int PRICINGS = 3;

    /** First and last temperatures, chosen by measurement on departments of 20 members and of 200 and more. */
    private static final double COOL_START = 0.25;

    private static final double COOL_END = 0.011;
    private static final double LARGE_START = 0.35;
    private static final double LARGE_END = 0.015;

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
     * @param limits of the search, looked at when its prices are found: what it returns depends on the number of steps
     *     at which it ends, whatever ends it
     * @param proofLimits of the proof, which no plan depends on
     */
    public record Settings(long seed, long steps, Limits limits, Limits proofLimits) {
        public Settings(long seed, long steps, Limits limits) {
            this(seed, steps, limits, limits);
        }
    }

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
        if (!settings.limits().reached()) {
            search.price(search.state.cost(), search.priceSteps());
            var draws = new Draws(settings.seed());
            var annealing = new Annealing(search.state, new Candidates(core, search.bound.prices(), draws), draws);
            search.anneal(annealing, search.schedule(settings.steps(), COOL_START, COOL_END), UNPROVEN);
        }
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
        if (ChainCosts.suit(core)) {
            searchInChains();
        } else if (core.roles() > ONE_ROUND_ROLES) {
            searchLarge();
        } else {
            searchInRounds();
        }
        new Polish(state).run();
        return new Found(state, bound.value(), steps);
    }

    /** When it is better than what is there already, and keeps what must be kept. */
    private void take(State plan) {
        if (state == null || plan.withinChanges() && plan.cost() < state.cost()) {
            state = plan;
        }
    }

    /**
     * A quick fall of the temperature while the prices are still being found, for a good plan soon, and then a slow one
     * while the bound rises. Two threads meet only where each has done its steps, so that neither's result depends on
     * the other's speed.
     */
    private void searchLarge() {
        long greedy = state.cost();
        long budget = budget();
        long quick = budget / QUICK_PART;
        price(greedy, FIRST_PRICE_STEPS);
        var draws = new Draws(settings.seed());
        var first = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        beside(
                () -> bound.priceCapacities(greedy, priceSteps(), settings.limits()::reached),
                () -> anneal(first, schedule(quick, LARGE_START, LARGE_END), UNPROVEN));
        if (settings.limits().reached()) {
            return; // no step would follow, and the prices may not be whole
        }
        long known = state.cost();
        price(known, priceSteps() / 2);
        var second = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        beside(() -> prove(known), () -> anneal(second, schedule(budget - quick, LARGE_START, LARGE_END), UNPROVEN));
    }

    private void searchInRounds() {
        price(state.cost(), priceSteps());
        take(Greedy.plan(core, bound.prices()));
        tell(state);
        var draws = new Draws(settings.seed());
        var annealing = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        long budget = budget();
        long first = Math.max(1, budget / FIRST_PART);
        anneal(annealing, schedule(first, COOL_START, COOL_END), bound.value());
        if (state.cost() == bound.value()) {
            return;
        }
        int rounds = leavesPlaceableRoles() ? HOT_ROUNDS : 1;
        double start = rounds > 1 ? HOT_START : COOL_START;
        double end = rounds > 1 ? HOT_END : COOL_END;
        long each = (budget - first) / rounds;
        long known = state.cost();
        var twin = new Twin(state, settings.seed());
        beside(
                () -> {
                    prove(known);
                    if (bound.value() < known) {
                        twin.run(rounds, (long) (each * TWIN_PART), start, end);
                    }
                },
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        anneal(annealing, schedule(each, start, end), UNPROVEN);
                    }
                    twin.goesOn = steps >= first + rounds * each;
                });
        if (twin.goesOn) {
            take(twin.state);
        }
    }

    /**
     * A second search with other draws, for the thread whose proof is done. It counts when the first one has done all its
     * steps, and is then done to its end: what is found does not depend on the threads' speeds.
     */
    private final class Twin {
        private final State state;
        private final Annealing annealing;
        private volatile boolean goesOn = true;

        Twin(State original, long seed) {
            state = new State(core);
            state.assume(original.option);
            var draws = new Draws(~seed);
            annealing = new Annealing(state, new Candidates(core, bound.prices(), draws), draws);
        }

        void run(int rounds, long each, double start, double end) {
            for (int i = 0; i < rounds; i++) {
                var schedule = new Annealing.Schedule(0, each, start, end);
                annealing.run(schedule, UNPROVEN, done -> !goesOn, (done, plan, cost) -> {});
            }
        }
    }

    /** Nothing cuts it: the same prices come again. */
    private void price(long known, int priceSteps) {
        bound.priceCapacities(known, priceSteps, () -> false);
    }

    private void searchInChains() {
        var draws = new Draws(settings.seed());
        ChainSearch search = null;
        for (int i = 0; i < PRICINGS; i++) {
            price(state.cost(), priceSteps());
            search = new ChainSearch(new ChainCosts(core, bound.prices()), draws);
            search.start();
            take(search);
        }
        kick(search);
    }

    private void kick(ChainSearch search) {
        long budget = settings.steps() > 0 ? settings.steps() : CHAIN_STEPS_PER_ROLE * core.roles();
        long known = state.cost();
        long byCapacity = bound.value();
        beside(() -> fillWeeks(known), () -> chain(search, budget / FIRST_PART, budget, byCapacity));
        long byWeek = bound.value();
        if (state.cost() > byWeek) {
            long better = state.cost();
            beside(() -> fillMembers(better), () -> chain(search, budget, budget, byWeek));
        }
    }

    private void chain(ChainSearch search, long until, long budget, long proven) {
        search.run(until, budget, proven, settings.limits(), (done, plan, cost) -> {
            if (cost < state.cost()) {
                watch.better(done, plan, cost, bound.value());
            }
        });
        steps = search.steps();
        take(search);
    }

    private void take(ChainSearch search) {
        if (search.bestCost() < state.cost()) {
            state.assume(search.best());
            tell(state);
        }
    }

    private static void beside(Runnable proof, Runnable search) {
        var proving = CompletableFuture.runAsync(proof, task -> new Thread(task, "bound").start());
        search.run();
        proving.join();
    }

    private Annealing.Schedule schedule(long count, double start, double end) {
        return new Annealing.Schedule(steps, count, start, end);
    }

    /** @param proven no plan costs less: the search ends there */
    private void anneal(Annealing annealing, Annealing.Schedule schedule, long proven) {
        long before = steps;
        steps += annealing.run(
                schedule,
                proven,
                settings.limits()::reached,
                (done, plan, cost) -> watch.better(before + done, plan, cost, bound.value()));
    }

    private void prove(long knownValue) {
        fillWeeks(knownValue);
        if (core.roles() <= ONE_ROUND_ROLES) {
            fillMembers(knownValue);
        }
    }

    private void fillWeeks(long knownValue) {
        bound.fillWeeks(
                knownValue, (int) Math.max(LEAST_WEEK_STEPS, Math.min(500, boundSteps())), settings.proofLimits());
    }

    private void fillMembers(long knownValue) {
        bound.fillMembers(knownValue, (int) Math.max(20, Math.min(200, boundSteps() / 25)), settings.proofLimits());
    }

    private long boundSteps() {
        return 50_000_000L / (core.options().size() + 1);
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
        if (settings.steps() > 0) {
            return settings.steps();
        }
        long most = Math.min(MOST_STEPS, MOST_STEPS_TIMES_ROLES / Math.max(1, core.roles()));
        return Math.min(most, Math.max(LEAST_STEPS, STEPS_PER_ROLE * core.roles()));
    }

    private void tell(State plan) {
        watch.better(steps, plan.option.clone(), plan.cost(), bound.value());
    }
}
