package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * One member's best set of roles when each option earns a profit: Σ profit − unfairness(load), within the room of each
 * week, with one option of a group at most. Profits and prices are in 1/{@value Prices#SCALE} cost units.
 *
 * <p>For prices n ≥ 0 of the groups and q ≥ 0 of a minute of load no set earns more than
 * <pre>
 * top = Σ weeks knapsack(week) + Σ groups n + max over loads L (q · (L − load before) − unfairness(L))
 * </pre>
 * where knapsack(week) fills the room of one week with parts of options, each worth its share, by minutes, of the
 * option's value = profit − effort · q − n of its group.
 */
final class MemberProblem {
    /** Enough for the search to come upon a good set. */
    private static final int DIVE_NODES = 200;

    final int member;

    /** The member's options, those of a group beside each other. */
    final int[] option;

    final int[] roleOf;

    /** Options of group g: {@code groupFrom[g]} ≤ i < {@code groupFrom[g + 1]}. */
    final int[] groupFrom;

    final long[] profit;

    /** Prices of the groups, and of a minute of load. */
    final long[] groupPrice;

    long loadPrice;

    /** Which part of each option the weeks are filled with when each is filled by itself. */
    final double[] share;

    double loadSlack;

    /** How much more than the best set found last any set earns at most; 0 when the search was not cut. */
    long unknown;

    /** The best set found last, as positions in {@link #option}. */
    int[] chosen = {};

    private final Core core;
    private final Options options;
    private final long loadBefore;
    private final WeekTables tables;
    private final MemberSearch search;
    private final double[] excess;

    MemberProblem(Core core, int member, int[] option, int[] roleOf, int[] groupFrom, Scratch scratch) {
        this.core = core;
        this.member = member;
        this.option = option;
        this.roleOf = roleOf;
        this.groupFrom = groupFrom;
        options = core.options();
        loadBefore = core.loadBefore()[member];
        profit = new long[option.length];
        share = new double[option.length];
        groupPrice = new long[groupFrom.length - 1];
        excess = new double[groupPrice.length];
        tables = new WeekTables(core, this, scratch);
        search = new MemberSearch(core, this, tables, scratch.seen);
    }

    /**
     * What the best set earns; with too many nodes, what no set earns more than. Leaves the set in {@link #chosen}.
     *
     * @param priceSteps how often the prices are improved before the search
     */
    long best(int priceSteps, int nodeLimit) {
        long known = earned(chosen);
        long empty = earned(new int[0]);
        if (known < empty) {
            known = empty;
            chosen = new int[0];
        }
        tables.select();
        long top = improvePrices(known, priceSteps);
        unknown = 0;
        if (top <= known) {
            return known;
        }
        for (int tenths = 10; tenths >= 8; tenths--) {
            int[] filled = tables.weekByWeek(loadPrice * tenths / 10);
            if (earned(filled) > known) {
                chosen = filled;
                known = earned(filled);
            }
        }
        long limit = search.best(known, DIVE_NODES);
        known = earned(chosen);
        if (limit > known) {
            tables.eliminate(top - known);
            tables.fill();
            limit = search.best(known, nodeLimit);
            unknown = limit - earned(chosen);
        }
        return limit;
    }

    private long earned(int[] set) {
        long sum = 0;
        long load = loadBefore;
        for (int i : set) {
            sum += profit[i];
            load += options.effort(option[i]);
        }
        return sum - core.fairness().cost(member, load) * Prices.SCALE;
    }

    /** The least top found; the tables hold its prices. */
    private long improvePrices(long known, int steps) {
        long top = top();
        long[] bestGroupPrice = groupPrice.clone();
        long bestLoadPrice = loadPrice;
        double meanEffort = tables.meanEffort();
        double factor = 1;
        boolean atBest = true;
        for (int i = 0; i < steps && top > known; i++) {
            double square = square(meanEffort);
            if (square == 0) {
                break;
            }
            double length = factor * (top - known) / square;
            for (int g = 0; g < groupPrice.length; g++) {
                groupPrice[g] = Math.max(0, groupPrice[g] + (long) (length * excess[g]));
            }
            loadPrice = Math.max(0, loadPrice - (long) (length * loadSlack / meanEffort / meanEffort));
            long next = top();
            atBest = next < top;
            if (atBest) {
                top = next;
                System.arraycopy(groupPrice, 0, bestGroupPrice, 0, groupPrice.length);
                bestLoadPrice = loadPrice;
            } else {
                factor /= 2;
            }
        }
        if (!atBest) {
            System.arraycopy(bestGroupPrice, 0, groupPrice, 0, groupPrice.length);
            loadPrice = bestLoadPrice;
            top();
        }
        return top;
    }

    private double square(double meanEffort) {
        double square = 0;
        for (int g = 0; g < groupPrice.length; g++) {
            if (groupPrice[g] == 0 && excess[g] < 0) {
                excess[g] = 0;
            }
            square += excess[g] * excess[g];
        }
        if (loadPrice == 0 && loadSlack > 0) {
            loadSlack = 0;
        }
        return square + loadSlack * loadSlack / meanEffort / meanEffort;
    }

    private long top() {
        long bestLoad = LoadCost.bestLoad(core, member, loadBefore, loadPrice);
        long top = loadPrice * (bestLoad - loadBefore) - core.fairness().cost(member, bestLoad) * Prices.SCALE;
        top += tables.fill();
        tables.shares(share);
        loadSlack = bestLoad - loadBefore;
        for (int g = 0; g < excess.length; g++) {
            excess[g] = -1;
            for (int i = groupFrom[g]; i < groupFrom[g + 1]; i++) {
                excess[g] += share[i];
                loadSlack -= share[i] * options.effort(option[i]);
            }
        }
        return top;
    }

    /**
     * What no set earns more than at the prices as they are. Leaves in {@link #share} what the weeks are filled with, and
     * in {@link #loadSlack} by how much that falls short of the best load.
     */
    long relaxed() {
        tables.select();
        return top();
    }
}
