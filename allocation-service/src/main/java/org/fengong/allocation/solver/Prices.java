package org.fengong.allocation.solver;

import java.util.Arrays;
import org.fengong.allocation.solver.problem.PlanningRole;

/**
 * Prices of the members' weeks and of the members' loads, and the lower bound they prove (Lagrangian relaxation). Prices
 * are whole numbers of 1/{@value #SCALE} cost unit per minute, so every sum is exact in a long and the bound needs no
 * tolerance.
 *
 * <p>For prices p ≥ 0 of the weeks and q ≥ 0 of the loads, no plan costs less than
 * <pre>
 * Σ roles min(nobody, min options (cost + Σ weeks minutes · (p + q)))
 * − Σ weeks p · room + Σ members min over loads L (unfairness(L) − q · (L − load before)) + constant
 * </pre>
 * because rules between roles are left out, room and loads are only paid for, and both can only lower the minimum.
 */
final class Prices {
    static final int SCALE = 256;

    private static final int LOOK_BACK = 12;

    private final Model model;
    private final Options options;
    private final int cells;
    private final int members;

    /** Prices of the weeks, then of the loads. */
    private final double[] exact;

    private final double[] best;
    private final double[] direction;
    private final long[] violation;
    private final long[] whole;
    private final double priceLimit;
    private long[] bestWhole;
    private long bestScaled = Long.MIN_VALUE;

    /** Free weeks and loads, and the bound they prove. */
    Prices(Model model) {
        this.model = model;
        options = model.options();
        cells = model.room().length;
        members = model.members().size();
        exact = new double[cells + members];
        best = new double[cells + members];
        direction = new double[cells + members];
        violation = new long[cells + members];
        whole = new long[cells + members];
        bestWhole = new long[cells + members];
        priceLimit = priceLimit();
        keepIfBetter(evaluate());
    }

    /** Keeps every price · minutes · scale, and their sum, below 2^60. */
    private double priceLimit() {
        long minutes = 1 + Arrays.stream(model.room()).asLongStream().sum();
        for (PlanningRole role : model.roles()) {
            minutes += role.effortMinutes();
        }
        return (1L << 60) / SCALE / minutes;
    }

    /** No plan costs less. */
    long bound() {
        return -Math.floorDiv(-bestScaled, SCALE);
    }

    /** What the weeks of an option are worth to the whole plan; the load's price is not in it. */
    long ofWeeks(int o) {
        long sum = 0;
        int cell = options.member[o] * model.weeks() + options.start[o];
        for (int i = options.minutesFrom[o]; i < options.minutesFrom[o + 1]; i++, cell++) {
            sum += options.minutes[i] * bestWhole[cell];
        }
        return sum / SCALE;
    }

    /** The same with the price of the member's load. */
    long ofWeeksAndLoad(int o) {
        return ofWeeks(o) + options.effort(o) * bestWhole[cells + options.member[o]] / SCALE;
    }

    /**
     * Raises the bound by the subgradient method: after 12 steps without a better bound back to the best prices with a
     * smaller step. The number of steps depends on the size of the problem alone.
     *
     * @param value of a known plan
     */
    void improve(long value, Limits limits) {
        long iterations = Math.max(150, Math.min(1500, 600_000_000L / (options.minutes.length + 1)));
        double step = 1;
        int idle = 0;
        for (long i = 0; i < iterations && bound() < value && !limits.reached(); i++) {
            double length = length(value, step);
            if (length == 0) {
                return;
            }
            for (int c = 0; c < exact.length; c++) {
                exact[c] = Math.min(priceLimit, Math.max(0, exact[c] + length * direction[c]));
            }
            if (keepIfBetter(evaluate())) {
                idle = 0;
            } else if (++idle == LOOK_BACK) {
                idle = 0;
                step *= 0.7;
                System.arraycopy(best, 0, exact, 0, exact.length);
                evaluate();
                Arrays.fill(direction, 0);
            }
        }
    }

    /** Turns the direction towards the violated limits, and says how far to go along it. */
    private double length(long value, double step) {
        double square = 0;
        for (int c = 0; c < exact.length; c++) {
            direction[c] = 0.3 * violation[c] + 0.7 * direction[c];
            if (exact[c] == 0 && direction[c] < 0) {
                direction[c] = 0;
            }
            square += direction[c] * direction[c];
        }
        if (square == 0) {
            return 0;
        }
        double missing = Math.max(value - bestScaled / (double) SCALE, 0.001 * Math.abs((double) value));
        return step * missing / square;
    }

    private boolean keepIfBetter(long scaled) {
        if (scaled <= bestScaled) {
            return false;
        }
        bestScaled = scaled;
        System.arraycopy(exact, 0, best, 0, exact.length);
        bestWhole = whole.clone();
        return true;
    }

    /** The bound of the current prices × {@link #SCALE}, leaving in {@code violation} by how much each limit is broken. */
    private long evaluate() {
        for (int c = 0; c < exact.length; c++) {
            whole[c] = (long) (exact[c] * SCALE);
        }
        long sum = model.constantCost() * SCALE;
        for (int c = 0; c < cells; c++) {
            sum -= whole[c] * model.room()[c];
            violation[c] = -model.room()[c];
        }
        for (int m = 0; m < members; m++) {
            sum += load(m);
        }
        long[] sums = sumsOfPrices();
        for (int r = 0; r < model.nobodyCost().length; r++) {
            sum += role(r, sums);
        }
        return sum;
    }

    private long[] sumsOfPrices() {
        long[] sums = new long[cells];
        for (int c = 0; c < cells; c++) {
            sums[c] = whole[c] + whole[cells + c / model.weeks()];
        }
        return sums;
    }

    private long role(int r, long[] sums) {
        long cheapest = model.nobodyCost()[r] * SCALE;
        int chosen = State.NOBODY;
        for (int o = options.first[r]; o < options.first[r + 1]; o++) {
            long cost = options.cost[o] * SCALE;
            int cell = options.member[o] * model.weeks() + options.start[o];
            for (int i = options.minutesFrom[o]; i < options.minutesFrom[o + 1]; i++, cell++) {
                cost += options.minutes[i] * sums[cell];
            }
            if (cost < cheapest) {
                cheapest = cost;
                chosen = o;
            }
        }
        if (chosen != State.NOBODY) {
            int cell = options.member[chosen] * model.weeks() + options.start[chosen];
            for (int i = options.minutesFrom[chosen]; i < options.minutesFrom[chosen + 1]; i++, cell++) {
                violation[cell] += options.minutes[i];
            }
            violation[cells + options.member[chosen]] += options.effort(chosen);
        }
        return cheapest;
    }

    /**
     * min over loads L from the load before to a full member of unfairness(L) − q · (L − load before). The function is
     * convex and bends at the thresholds only, so one of those, or an end, is the minimum.
     */
    private long load(int m) {
        long before = model.loadBefore()[m];
        long full = before;
        for (int c = m * model.weeks(); c < (m + 1) * model.weeks(); c++) {
            full += model.room()[c];
        }
        long price = whole[cells + m];
        long least = Long.MAX_VALUE;
        long leastAt = before;
        for (int k = -2; k < model.fairness().steps(); k++) {
            long at = k == -2 ? before : k == -1 ? full : model.fairness().threshold(m, k);
            if (at >= before && at <= full) {
                long cost = model.fairness().cost(m, at) * SCALE - price * (at - before);
                if (cost < least) {
                    least = cost;
                    leastAt = at;
                }
            }
        }
        violation[cells + m] = before - leastAt;
        return least;
    }
}
