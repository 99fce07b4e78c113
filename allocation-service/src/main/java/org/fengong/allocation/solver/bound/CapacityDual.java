package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * The bound of a plan in which weeks, loads and rules between roles are only paid for. For prices p ≥ 0 of the weeks,
 * q ≥ 0 of the loads and s of starts and ends, no plan costs less than
 * <pre>
 * Σ roles min(nobody, min options (cost + Σ weeks minutes · (p + q) + s))
 * − Σ weeks p · room + Σ members min over loads L (unfairness(L) − q · (L − load before)) + constant
 * </pre>
 * It equals the bound of linear programming, and each step takes little time.
 */
final class CapacityDual implements Dual {
    private final Core core;
    private final Options options;
    private final int cells;
    private final RulePrices rules;

    /** Minutes of a mean role: prices of minutes are stepped per unit, so that all prices are of one order. */
    private final double unit;

    private final double limit;
    private final long[] whole;
    private final long[] sums;
    private final double[] starts;
    private final double[] ends;

    CapacityDual(Core core) {
        this.core = core;
        options = core.options();
        cells = core.room().length;
        rules = new RulePrices(core);
        whole = new long[size()];
        sums = new long[cells];
        starts = new double[core.roles() * core.weeks()];
        ends = new double[starts.length];
        double minutes = 1 + Arrays.stream(core.room()).asLongStream().sum();
        double most = 1;
        double sum = 0;
        for (int o = 0; o < options.size(); o++) {
            most = Math.max(most, options.effort(o));
            sum += options.effort(o);
        }
        unit = Math.max(1, sum / Math.max(1, options.size()));
        // Keeps every product of a price, and all of them together, below 2^60.
        limit = (1L << 58) / (double) Prices.SCALE / (minutes + most * core.roles() + size() * core.weeks());
    }

    double unit() {
        return unit;
    }

    @Override
    public int size() {
        return cells + core.members() + rules.size();
    }

    @Override
    public long evaluate(double[] prices, double[] violation) {
        int minutePrices = cells + core.members();
        for (int p = 0; p < prices.length; p++) {
            whole[p] = (long) (Math.min(limit, p < minutePrices ? prices[p] / unit : prices[p]) * Prices.SCALE);
        }
        long sum = core.constantCost() * Prices.SCALE + rules.put(whole, minutePrices);
        for (int c = 0; c < cells; c++) {
            sum -= whole[c] * core.room()[c];
            violation[c] = -core.room()[c];
            sums[c] = whole[c] + whole[cells + c / core.weeks()];
        }
        for (int m = 0; m < core.members(); m++) {
            sum += load(m, violation);
        }
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        for (int r = 0; r < core.roles(); r++) {
            sum += role(r, violation);
        }
        for (int p = 0; p < minutePrices; p++) {
            violation[p] /= unit;
        }
        rules.violation(starts, ends, violation, minutePrices);
        return sum;
    }

    private long role(int r, double[] violation) {
        long cheapest = core.nobodyCost()[r] * Prices.SCALE;
        int chosen = -1;
        int row = r * core.weeks();
        for (int o = options.first[r]; o < options.first[r + 1]; o++) {
            long cost = options.cost(o) * Prices.SCALE
                    + rules.start[row + options.start(o)]
                    + rules.end[row + options.end(o)];
            int cell = options.member(o) * core.weeks() + options.start(o);
            for (int i = 0, last = options.end(o) - options.start(o); i <= last; i++, cell++) {
                cost += options.minutes(o, i) * sums[cell];
            }
            if (cost < cheapest) {
                cheapest = cost;
                chosen = o;
            }
        }
        if (chosen >= 0) {
            int cell = options.member(chosen) * core.weeks() + options.start(chosen);
            for (int i = options.minutesFrom(chosen); i < options.minutesFrom(chosen + 1); i++, cell++) {
                violation[cell] += options.minutes[i];
            }
            violation[cells + options.member(chosen)] += options.effort(chosen);
            starts[row + options.start(chosen)]++;
            ends[row + options.end(chosen)]++;
        }
        return cheapest;
    }

    private long load(int m, double[] violation) {
        long price = whole[cells + m];
        long at = LoadCost.bestLoad(core, m, core.loadBefore()[m], price);
        violation[cells + m] = core.loadBefore()[m] - at;
        return core.fairness().cost(m, at) * Prices.SCALE - price * (at - core.loadBefore()[m]);
    }

    /** The prices as they were put to the bound. */
    Prices prices(double[] best) {
        evaluate(best, new double[best.length]);
        return new Prices(
                core, Arrays.copyOf(whole, cells), Arrays.copyOfRange(whole, cells, cells + core.members()), rules);
    }
}
