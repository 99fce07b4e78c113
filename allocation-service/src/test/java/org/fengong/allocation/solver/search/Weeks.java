package org.fengong.allocation.solver.search;

import java.util.Random;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.core.Options;

/** Problems of four weeks: roles of one week or two, tasks of one role, a third of which waits for another one. */
final class Weeks {
    private static final int WEEKS = 4;

    private Weeks() {}

    static Core core(long seed, int members, int roles) {
        var random = new Random(seed);
        int[] room = random.ints(members * WEEKS, 10, 30).toArray();
        var options = new Options.Builder(roles);
        long[] nobody = new long[roles];
        int[][] predecessors = new int[roles][];
        int[][] lags = new int[roles][];
        for (int r = 0; r < roles; r++) {
            int minutes = 5 + random.nextInt(10);
            boolean twoWeeks = random.nextInt(5) == 0;
            for (int m = 0; m < members; m++) {
                for (int w = 0; w < WEEKS && random.nextInt(3) > 0; w++) {
                    if (!twoWeeks && minutes <= room[m * WEEKS + w]) {
                        options.add(m, w, w, new int[] {minutes}, 10 + random.nextInt(90));
                    } else if (twoWeeks && w + 1 < WEEKS) {
                        options.add(m, w, w + 1, new int[] {minutes / 2, minutes / 2}, 10 + random.nextInt(90));
                    }
                }
            }
            options.endRole();
            nobody[r] = 100 + random.nextInt(200);
            predecessors[r] = r > 0 && random.nextInt(3) == 0 ? new int[] {random.nextInt(r)} : new int[0];
            lags[r] = new int[predecessors[r].length];
        }
        long[] thresholds = IntStream.range(0, 2 * members)
                .mapToLong(i -> (i % 2 == 0 ? 30 : 50) + random.nextInt(10))
                .toArray();
        return Core.of(
                WEEKS,
                IntStream.rangeClosed(0, roles).toArray(),
                new boolean[roles],
                new boolean[roles],
                room,
                new long[members],
                new Fairness(new long[] {1, 3}, thresholds),
                options.build(),
                nobody,
                7,
                predecessors,
                lags);
    }
}
