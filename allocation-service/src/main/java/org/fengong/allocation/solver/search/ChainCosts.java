package org.fengong.allocation.solver.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/**
 * A problem of one week without rules between roles, in costs relative to prices. A place is a member or, the last one,
 * nobody. With e(role, place) = cost + price · minutes − the least such sum of the role, a plan costs
 * <pre>
 * constant + Σ roles e(role, its place) + Σ members (price · minutes left + unfairness)
 * </pre>
 * so that minutes left have a cost that can be seen.
 */
final class ChainCosts {
    /** Of a place that the role cannot have. */
    static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;

    /** Beyond this, a table of roles and members takes too much memory. */
    private static final long MOST_PAIRS = 4_000_000;

    private static final int BEST = 5;
    private static final int AT_LEAST = 2;
    private static final double FARTHEST = 6;

    final Core core;
    final int nobody;
    final int places;

    /** Of role r and place i: {@code [r * places + i]}; costs without the prices, minutes, and the option. */
    final double[] relative;

    final long[] cost;
    final int[] minutes;
    final int[] option;

    /** The best-priced places of each role, then nobody. */
    final int[][] candidates;

    /** By place: the price of a minute, and what the penalty of an overload is measured by. */
    final double[] price;

    final double[] repulsion;

    /** The mean over roles of what the second-best place costs more than the best: the unit of temperatures. */
    final double unit;

    /** By place: the least cost of minutes left and unfairness. */
    private final double[] least;

    private final boolean[] fairness;

    ChainCosts(Core core, Prices prices) {
        this.core = core;
        nobody = core.members();
        places = nobody + 1;
        relative = new double[core.roles() * places];
        cost = new long[relative.length];
        minutes = new int[relative.length];
        option = new int[relative.length];
        price = new double[places];
        least = new double[places];
        fairness = new boolean[places];
        for (int i = 0; i < nobody; i++) {
            price[i] = prices.ofMinute(i, 0);
            fairness[i] = core.fairness().cost(i, core.fullLoad(i)) > 0;
            least[i] = leastCost(i);
        }
        repulsion = repulsion();
        candidates = new int[core.roles()][];
        double sum = 0;
        for (int r = 0; r < candidates.length; r++) {
            fill(r);
            sum += rank(r);
        }
        unit = Math.max(1e-3, sum / Math.max(1, candidates.length));
        for (int r = 0; r < candidates.length; r++) {
            candidates[r] = nearest(r);
        }
    }

    /** Whether a problem is of this kind and small enough, and nothing of a known plan must stay. */
    static boolean suit(Core core) {
        if (core.weeks() > 1 || core.keep().limits() || (long) core.roles() * core.members() > MOST_PAIRS) {
            return false;
        }
        for (int t = 0; t < core.tasks(); t++) {
            int roles = core.firstRole()[t + 1] - core.firstRole()[t];
            boolean bound = roles > 1 && (core.together()[t] || core.oneRoleEach()[t]);
            if (bound || roles > 0 && core.predecessors()[t].length > 0) {
                return false;
            }
        }
        return true;
    }

    /** It is convex in the minutes left, with its corners at the thresholds. */
    private double leastCost(int i) {
        int room = core.room()[i];
        double lowest = Math.min(leftAndUnfair(i, 0), leftAndUnfair(i, room));
        for (int k = 0; fairness[i] && k < core.fairness().steps(); k++) {
            long left = core.fullLoad(i) - core.fairness().threshold(i, k);
            if (left > 0 && left < room) {
                lowest = Math.min(lowest, leftAndUnfair(i, (int) left));
            }
        }
        return lowest;
    }

    private double leftAndUnfair(int i, int left) {
        return price[i] * left + (fairness[i] ? core.fairness().cost(i, core.fullLoad(i) - left) : 0);
    }

    /** Overload costs something even where room is free of charge. */
    private double[] repulsion() {
        double mean = Arrays.stream(price).sum() / Math.max(1, nobody);
        return Arrays.stream(price)
                .map(p -> Math.max(p, Math.max(0.2 * mean, 0.02)))
                .toArray();
    }

    private void fill(int r) {
        Options options = core.options();
        int row = r * places;
        Arrays.fill(relative, row, row + places, IMPOSSIBLE);
        Arrays.fill(option, row, row + places, State.NOBODY);
        relative[row + nobody] = core.nobodyCost()[r];
        cost[row + nobody] = core.nobodyCost()[r];
        for (int o = options.first[r]; o < options.first[r + 1]; o++) {
            int at = row + options.member(o);
            option[at] = o;
            cost[at] = options.cost(o);
            minutes[at] = options.effort(o);
            relative[at] = cost[at] + price[options.member(o)] * minutes[at];
        }
        double lowest = Arrays.stream(relative, row, row + places).min().orElseThrow();
        for (int i = 0; i < places; i++) {
            relative[row + i] -= lowest;
        }
    }

    /** @return what the second-best place costs more than the best, nobody left out where there is a choice */
    private double rank(int r) {
        int row = r * places;
        candidates[r] = IntStream.range(0, places)
                .filter(i -> relative[row + i] < IMPOSSIBLE)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> relative[row + i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return candidates[r].length < 2 ? 0 : relative[row + candidates[r][1]];
    }

    private int[] nearest(int r) {
        int[] ranked = candidates[r];
        if (ranked.length <= BEST + 1) {
            return ranked;
        }
        int count = BEST;
        while (count > AT_LEAST && relative[r * places + ranked[count - 1]] > FARTHEST * unit) {
            count--;
        }
        int[] chosen = Arrays.copyOf(ranked, count);
        if (Arrays.stream(chosen).noneMatch(i -> i == nobody)) {
            chosen = Arrays.copyOf(chosen, count + 1);
            chosen[count] = nobody;
        }
        return chosen;
    }

    /** What minutes left and unfairness of a place cost above their least, a penalty for overload not included. */
    double ofLeft(int place, int left) {
        double sum = price[place] * left - least[place];
        return fairness[place] ? sum + core.fairness().cost(place, core.fullLoad(place) - left) : sum;
    }

    /** The least a role costs at another place than this one. */
    double leastElsewhere(int role, int place) {
        int[] near = candidates[role];
        return relative[role * places + (near[0] == place && near.length > 1 ? near[1] : near[0])];
    }
}
