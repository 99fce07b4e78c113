package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * Finds a member's best set by depth-first search over its groups. A branch is left when what it has and the most that
 * the other groups can earn in the room left is no more than the best set known earns.
 */
final class MemberSearch {
    private final Core core;
    private final Options options;
    private final MemberProblem problem;
    private final WeekTables tables;
    private final SeenStates seen;
    private final Room room;
    private final int[] path;

    /** By depth, what each branch earns at most. */
    private final long[][] promises;

    private long bestLoad;
    private long best;
    private long cut;
    private int nodes;
    private int nodeLimit;

    MemberSearch(Core core, MemberProblem problem, WeekTables tables, SeenStates seen) {
        this.core = core;
        this.problem = problem;
        this.tables = tables;
        options = core.options();
        room = new Room(core, problem.member);
        this.seen = seen;
        path = new int[problem.groupPrice.length];
        promises = new long[path.length][];
        int longest = 0;
        for (int g = 0; g < path.length; g++) {
            longest = Math.max(longest, problem.groupFrom[g + 1] - problem.groupFrom[g]);
        }
        for (int g = 0; g < path.length; g++) {
            promises[g] = new long[longest + 1];
        }
    }

    /**
     * @param known what the problem's chosen set earns
     * @return what the best set earns, or what no set earns more than
     */
    long best(long known, int limit) {
        best = known;
        cut = Long.MIN_VALUE;
        nodes = 0;
        nodeLimit = limit;
        room.empty();
        long before = core.loadBefore()[problem.member];
        bestLoad = LoadCost.bestLoad(core, problem.member, before, problem.loadPrice);
        seen.forget();
        long top = most(0, 0, before);
        if (top > best) {
            visit(0, 0, 0, before, 0, top);
        }
        return Math.max(best, cut);
    }

    /** What a load earns beyond the load before. */
    private long loadEarns(long load) {
        return problem.loadPrice * (load - core.loadBefore()[problem.member])
                - core.fairness().cost(problem.member, load) * Prices.SCALE;
    }

    /** What a branch earns at most: what it has, and what later groups can add to it. */
    private long most(int g, long value, long load) {
        long reachable = Math.max(load, Math.min(bestLoad, load + tables.effortAfter[g]));
        return value + tables.most(g, room.left) + loadEarns(reachable);
    }

    /**
     * Visits the most promising branches first.
     *
     * @param value Σ (profit − effort · price of load) of the chosen options
     * @param earned Σ profit of the chosen options
     * @param most that the branch earns, more than the best set known
     */
    private void visit(int g, long value, long earned, long load, int length, long most) {
        if (g == tables.groups) {
            best = earned - core.fairness().cost(problem.member, load) * Prices.SCALE;
            problem.chosen = Arrays.copyOf(path, length);
            return;
        }
        if (seen.seen(g, room.left, -value)) {
            return;
        }
        if (++nodes > nodeLimit) {
            cut = Math.max(cut, most);
            return;
        }
        int from = tables.from[g];
        int skip = tables.from[g + 1];
        int branches = skip - from + 1;
        long[] promise = promises[g];
        for (int b = 0; b < branches - 1; b++) {
            promise[b] = promise(g, tables.worth[from + b], value, load);
        }
        promise[branches - 1] = most(g + 1, value, load);
        for (int n = 0; n < branches; n++) {
            int next = 0;
            for (int b = 1; b < branches; b++) {
                next = promise[b] > promise[next] ? b : next;
            }
            long promised = promise[next];
            if (promised <= best) {
                return;
            }
            promise[next] = Long.MIN_VALUE;
            if (next == branches - 1) {
                visit(g + 1, value, earned, load, length, promised);
            } else {
                int i = tables.worth[from + next];
                int o = problem.option[i];
                int effort = options.effort(o);
                path[length] = i;
                room.take(o);
                visit(
                        g + 1,
                        value + problem.profit[i] - effort * problem.loadPrice,
                        earned + problem.profit[i],
                        load + effort,
                        length + 1,
                        promised);
                room.giveBack(o);
            }
        }
    }

    private long promise(int g, int i, long value, long load) {
        int o = problem.option[i];
        if (!room.fits(o)) {
            return Long.MIN_VALUE;
        }
        room.take(o);
        int effort = options.effort(o);
        long most = most(g + 1, value + problem.profit[i] - effort * problem.loadPrice, load + effort);
        room.giveBack(o);
        return most;
    }
}
