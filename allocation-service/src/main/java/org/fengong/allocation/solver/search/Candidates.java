package org.fengong.allocation.solver.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/** The options worth trying for each role, the best-priced first, with a few others and nobody among them. */
final class Candidates {
    private static final int BEST = 20;
    private static final int OTHERS = 4;

    /** Role r's candidates: {@code first[r]} ≤ c < {@code first[r + 1]}. */
    final int[] first;

    /** Side by side, so that most candidates are judged without a look at the options themselves. */
    final int[] option;

    final long[] cost;

    /** The member's week in which it starts, m * weeks + w; −1 = nobody. */
    final int[] cell;

    /** Of an option of one week; 0 = nobody, −1 = several weeks. */
    final int[] minutes;

    /** The mean over roles of how far their candidates are from their best one, in cost units. */
    private final double spread;

    Candidates(Core core, Prices prices, Draws draws) {
        Options options = core.options();
        first = new int[core.roles() + 1];
        int[] chosen = new int[core.roles() * (BEST + OTHERS + 1)];
        int count = 0;
        double sum = 0;
        int counted = 0;
        for (int r = 0; r < core.roles(); r++) {
            int role = r;
            int from = options.first[r];
            long[] priced = IntStream.range(from, options.first[r + 1])
                    .mapToLong(o -> options.cost(o) + prices.ofWeeksAndLoad(role, o))
                    .toArray();
            int[] ranked = IntStream.range(0, priced.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> priced[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int best = Math.min(BEST, ranked.length);
            int others = ranked.length > BEST ? OTHERS : 0;
            double above = 0;
            for (int i = 0; i < best + others; i++) {
                int rank = ranked[i < best ? i : best + draws.below(ranked.length - best)];
                chosen[count++] = from + rank;
                above += priced[rank] - priced[ranked[0]];
            }
            if (best > 1) {
                sum += above / (best + others);
                counted++;
            }
            chosen[count++] = State.NOBODY;
            first[r + 1] = count;
        }
        spread = counted == 0 ? 1 : Math.max(1, sum / counted);
        option = Arrays.copyOf(chosen, count);
        cost = new long[count];
        cell = new int[count];
        minutes = new int[count];
        for (int r = 0; r < core.roles(); r++) {
            for (int c = first[r]; c < first[r + 1]; c++) {
                describe(core, r, c);
            }
        }
    }

    private void describe(Core core, int r, int c) {
        Options options = core.options();
        int o = option[c];
        if (o == State.NOBODY) {
            cost[c] = core.nobodyCost()[r];
            cell[c] = State.NOBODY;
        } else {
            cost[c] = options.cost(o);
            cell[c] = options.member(o) * core.weeks() + options.start(o);
            minutes[c] = options.end(o) == options.start(o) ? options.effort(o) : -1;
        }
    }

    double spread() {
        return spread;
    }

    boolean none(int role) {
        return first[role + 1] - first[role] == 1;
    }

    /** @return the number of a candidate of the role, the best-priced more often */
    int draw(int role, Draws draws) {
        return first[role] + draws.lowBelow(first[role + 1] - first[role]);
    }
}
