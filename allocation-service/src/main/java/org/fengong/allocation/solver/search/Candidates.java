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
    private static final int BEST = 24;
    private static final int OTHERS = 4;

    private final int[][] ofRole;

    /** The mean over roles of how far their candidates are from their best one, in cost units. */
    private final double spread;

    Candidates(Core core, Prices prices, Draws draws) {
        Options options = core.options();
        ofRole = new int[core.roles()][];
        double sum = 0;
        int counted = 0;
        for (int r = 0; r < ofRole.length; r++) {
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
            int[] chosen = Arrays.copyOf(ranked, Math.min(BEST, ranked.length));
            for (int i = 0; i < OTHERS && ranked.length > BEST; i++) {
                chosen = append(chosen, ranked[BEST + draws.below(ranked.length - BEST)]);
            }
            if (chosen.length > 1) {
                long best = priced[ranked[0]];
                sum += Arrays.stream(chosen)
                        .mapToDouble(i -> priced[i] - best)
                        .average()
                        .orElse(0);
                counted++;
            }
            ofRole[r] = append(Arrays.stream(chosen).map(i -> from + i).toArray(), State.NOBODY);
        }
        spread = counted == 0 ? 1 : Math.max(1, sum / counted);
    }

    private static int[] append(int[] values, int value) {
        int[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }

    double spread() {
        return spread;
    }

    boolean none(int role) {
        return ofRole[role].length == 1;
    }

    int draw(int role, Draws draws) {
        return ofRole[role][draws.lowBelow(ofRole[role].length)];
    }
}
