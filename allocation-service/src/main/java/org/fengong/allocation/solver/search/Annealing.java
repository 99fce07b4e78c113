package org.fengong.allocation.solver.search;

import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.State;

/**
 * Simulated annealing: a step that adds to the cost is taken when it adds less than −T · ln(u), u even in (0, 1), and the
 * temperature T falls geometrically with the steps. All draws come from the seed.
 */
final class Annealing {
    /** Steps between two looks at temperature, limits and progress. */
    private static final int BARRIER = 16_384;

    private final State state;
    private final Moves moves;
    private final Draws draws;
    private final double spread;
    private final int[] roles;
    private int[] best;
    private long bestCost;

    Annealing(State state, Candidates candidates, Draws draws) {
        this.state = state;
        this.draws = draws;
        moves = new Moves(state, candidates, draws);
        spread = candidates.spread();
        roles = IntStream.range(0, state.option.length)
                .filter(r -> !candidates.none(r))
                .toArray();
        keep();
    }

    /**
     * One fall of the temperature.
     *
     * @param from steps that the search has done before
     * @param start its first temperature, in units of the candidates' spread; {@code end} its last one
     */
    record Schedule(long from, long steps, double start, double end) {}

    /** What the search tells at its barriers. */
    interface Watch {
        void better(long steps, int[] plan, long cost);
    }

    /**
     * Leaves the best plan found in the state.
     *
     * @param proven no plan costs less: the search ends there
     * @param ended told the steps of the search that are done
     * @return the steps done
     */
    long run(Schedule schedule, long proven, LongPredicate ended, Watch watch) {
        long steps = 0;
        int next = 0;
        while (roles.length > 0 && steps < schedule.steps && bestCost > proven && !ended.test(schedule.from + steps)) {
            long told = bestCost;
            double part = steps / (double) schedule.steps;
            double temperature = spread * schedule.start * StrictMath.pow(schedule.end / schedule.start, part);
            // A new best plan is soon replaced by a better one: not every one is worth a copy.
            long worthKeeping = Math.max(1, bestCost / (part < 0.9 ? 2_000 : 50_000));
            long barrier = Math.min(schedule.steps, steps + BARRIER);
            while (steps < barrier) {
                next = next + 1 < roles.length ? next + 1 : 0;
                steps += moves.tryRole(roles[next], (long) (temperature * draws.exponential()));
                if (state.cost() <= bestCost - worthKeeping) {
                    keep();
                }
            }
            if (bestCost < told) {
                watch.better(steps, best, bestCost);
            }
        }
        if (state.cost() < bestCost) {
            keep();
        }
        state.assume(best);
        return steps;
    }

    private void keep() {
        best = state.option.clone();
        bestCost = state.cost();
    }
}
