package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * Prices of the rules between roles, week by week. They fall on the weeks in which roles start and end:
 * <ul>
 *   <li>a role waits for another one: for each week w, (it starts by w) ≤ (the other has ended lag weeks before w);
 *   <li>two roles start together: for each week w, (one starts in w) + (the other starts in another week) ≤ 1.
 * </ul>
 * A broken inequality costs its price for each unit by which it is broken; a slack one of the second kind saves it.
 */
final class RulePrices {
    private final int weeks;

    /** Role {@code after[i]} waits for role {@code before[i]}, at least {@code lag[i]} weeks. */
    private final int[] before;

    private final int[] after;
    private final int[] lag;

    /** Roles {@code one[i]} and {@code other[i]} start together. */
    private final int[] one;

    private final int[] other;

    /** By role, the pairs in which it is {@code after}, {@code before}, {@code one}, {@code other}. */
    private final int[][] waitingOf;

    private final int[][] waitedFor;
    private final int[][] firstOf;
    private final int[][] secondOf;

    /** Σ of the prices that a start or an end in a week has to pay: {@code [role * weeks + week]}. */
    final long[] start;

    final long[] end;

    RulePrices(Core core) {
        weeks = core.weeks();
        start = new long[core.roles() * weeks];
        end = new long[core.roles() * weeks];
        var waits = new Pairs();
        var together = new Pairs();
        Options options = core.options();
        for (int t = 0; t < core.tasks(); t++) {
            for (int r = core.firstRole()[t]; r < core.firstRole()[t + 1]; r++) {
                if (options.none(r)) {
                    continue;
                }
                for (int i = 0; i < core.predecessors()[t].length; i++) {
                    int p = core.predecessors()[t][i];
                    for (int q = core.firstRole()[p]; q < core.firstRole()[p + 1]; q++) {
                        waits.add(q, r, core.lags()[t][i]);
                    }
                }
                if (core.together()[t] && r + 1 < core.firstRole()[t + 1] && !options.none(r + 1)) {
                    together.add(r, r + 1, 0);
                }
            }
        }
        before = waits.column(0);
        after = waits.column(1);
        lag = waits.column(2);
        one = together.column(0);
        other = together.column(1);
        waitingOf = byRole(after, core.roles());
        waitedFor = byRole(before, core.roles());
        firstOf = byRole(one, core.roles());
        secondOf = byRole(other, core.roles());
    }

    private static int[][] byRole(int[] role, int roles) {
        int[] count = new int[roles];
        for (int r : role) {
            count[r]++;
        }
        int[][] pairs = new int[roles][];
        for (int r = 0; r < roles; r++) {
            pairs[r] = new int[count[r]];
        }
        for (int i = role.length - 1; i >= 0; i--) {
            pairs[role[i]][--count[role[i]]] = i;
        }
        return pairs;
    }

    private static final class Pairs {
        private int[] values = new int[48];
        private int count;

        void add(int first, int second, int third) {
            if (count + 3 > values.length) {
                values = Arrays.copyOf(values, 2 * values.length);
            }
            values[count++] = first;
            values[count++] = second;
            values[count++] = third;
        }

        int[] column(int column) {
            int[] result = new int[count / 3];
            for (int i = 0; i < result.length; i++) {
                result[i] = values[3 * i + column];
            }
            return result;
        }
    }

    /** How many prices there are. */
    int size() {
        return (before.length + one.length) * weeks;
    }

    /**
     * Puts the prices on starts and ends.
     *
     * @param prices from {@code offset} on, whole numbers
     * @return what they cost whatever the plan
     */
    long put(long[] prices, int offset) {
        Arrays.fill(start, 0);
        Arrays.fill(end, 0);
        int p = offset;
        for (int i = 0; i < before.length; i++, p += weeks) {
            long later = 0;
            for (int week = weeks - 1; week >= 0; week--) {
                later += prices[p + week];
                start[after[i] * weeks + week] += later;
                if (week - lag[i] >= 0) {
                    end[before[i] * weeks + week - lag[i]] -= later;
                }
            }
        }
        long constant = 0;
        for (int i = 0; i < one.length; i++, p += weeks) {
            long all = 0;
            for (int week = 0; week < weeks; week++) {
                all += prices[p + week];
            }
            constant -= all;
            for (int week = 0; week < weeks; week++) {
                start[one[i] * weeks + week] += prices[p + week];
                start[other[i] * weeks + week] += all - prices[p + week];
            }
        }
        return constant;
    }

    /** What an option saves against nobody, less the prices of its start and end, in 1/{@value Prices#SCALE} cost units. */
    long profit(Core core, int role, int o) {
        Options options = core.options();
        return (core.nobodyCost()[role] - options.cost(o)) * Prices.SCALE
                - start[role * weeks + options.start(o)]
                - end[role * weeks + options.end(o)];
    }

    /** The limit of an inequality: what its left side must not exceed. */
    int limit(int row) {
        return row < before.length * weeks ? 0 : 1;
    }

    /** The inequalities of a role: their prices fall on its starts and ends. */
    void addRows(int role, int startWeek, int endWeek, Column.Builder column, int offset) {
        for (int i : waitingOf[role]) {
            for (int week = startWeek; week < weeks; week++) {
                column.add(offset + i * weeks + week, 1);
            }
        }
        for (int i : waitedFor[role]) {
            for (int week = endWeek + lag[i]; week < weeks; week++) {
                column.add(offset + i * weeks + week, -1);
            }
        }
        int from = offset + before.length * weeks;
        for (int i : firstOf[role]) {
            column.add(from + i * weeks + startWeek, 1);
        }
        for (int i : secondOf[role]) {
            for (int week = 0; week < weeks; week++) {
                if (week != startWeek) {
                    column.add(from + i * weeks + week, 1);
                }
            }
        }
    }

    /**
     * By how much each inequality is broken.
     *
     * @param starts how often each role starts in a week, {@code [role * weeks + week]}; {@code ends} likewise
     */
    void violation(double[] starts, double[] ends, double[] violation, int offset) {
        int p = offset;
        for (int i = 0; i < before.length; i++, p += weeks) {
            double sum = 0;
            for (int week = 0; week < weeks; week++) {
                sum += starts[after[i] * weeks + week];
                if (week - lag[i] >= 0) {
                    sum -= ends[before[i] * weeks + week - lag[i]];
                }
                violation[p + week] = sum;
            }
        }
        for (int i = 0; i < one.length; i++, p += weeks) {
            double all = 0;
            for (int week = 0; week < weeks; week++) {
                all += starts[other[i] * weeks + week];
            }
            for (int week = 0; week < weeks; week++) {
                violation[p + week] = starts[one[i] * weeks + week] + all - starts[other[i] * weeks + week] - 1;
            }
        }
    }
}
