package org.fengong.allocation.solver.search;

import java.util.Random;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.bound.Bound;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/** Problems of one week so tight that hardly everything fits, with unfairness above half of each member's time. */
final class OneWeek {
    static final Limits NO_LIMITS = Limits.none();

    private OneWeek() {}

    static Core core(long seed, int members, int roles) {
        var random = new Random(seed);
        int[] room = random.ints(members, 30, 60).toArray();
        var options = new Options.Builder(roles);
        long[] nobody = new long[roles];
        int mean = 45 * members / roles;
        for (int r = 0; r < roles; r++) {
            int minutes = mean / 2 + random.nextInt(mean + 1);
            for (int m = 0; m < members; m++) {
                int own = minutes + random.nextInt(4);
                if (random.nextInt(4) > 0 && own <= room[m]) {
                    options.add(m, 0, 0, new int[] {own}, 10 + random.nextInt(90));
                }
            }
            options.endRole();
            nobody[r] = 100 + random.nextInt(200);
        }
        long[] before = random.longs(members, 0, 20).toArray();
        long[] thresholds = IntStream.range(0, 2 * members)
                .mapToLong(i -> (i % 2 == 0 ? 20 : 40) + random.nextInt(10))
                .toArray();
        return Core.of(
                1,
                IntStream.rangeClosed(0, roles).toArray(),
                new boolean[roles],
                new boolean[roles],
                room,
                before,
                new Fairness(new long[] {1, 3}, thresholds),
                options.build(),
                nobody,
                7,
                new int[roles][0],
                new int[roles][0]);
    }

    static ChainCosts priced(Core core) {
        var bound = new Bound(core);
        bound.priceCapacities(new State(core).cost(), 200, () -> false);
        return new ChainCosts(core, bound.prices());
    }

    /** The least cost over all plans. */
    static long optimum(Core core) {
        return optimum(new State(core), 0);
    }

    private static long optimum(State state, int role) {
        if (role == state.option.length) {
            return state.cost();
        }
        long best = optimum(state, role + 1);
        Options options = state.core.options();
        for (int o = options.first[role]; o < options.first[role + 1]; o++) {
            if (state.fits(o)) {
                state.place(role, o);
                best = Math.min(best, optimum(state, role + 1));
                state.remove(role);
            }
        }
        return best;
    }

    /** The same plan, counted anew. */
    static State anew(Core core, int[] plan) {
        var state = new State(core);
        state.assume(plan);
        return state;
    }
}
