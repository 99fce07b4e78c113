package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * For each week of a member, what the groups from a given one on can earn at most in a given room: knapsacks by dynamic
 * programming. Minutes are counted in units, rounded down for options and room alike: what fits in minutes fits in units.
 */
final class WeekTables {
    /** Longest table of a member; units are as small as it allows. */
    private static final int MOST_CELLS = 1 << 18;

    private final Core core;
    private final Options options;
    private final MemberProblem problem;
    private final int weeks;
    private final int unit;
    private final int[] roomUnits;

    /** Where the table of week w begins within a group's row. */
    private final int[] weekFrom;

    private final int rowLength;
    private final long[] cells;
    private final long[] before;
    private final int[] groupOf;
    private final Room room;
    private final boolean[] used;

    /** The groups worth a look, in the order of the search, and their options that earn something. */
    final int[] order;

    final int[] from;
    final int[] worth;
    private final long[] stake;
    int groups;

    /** Σ prices of the groups from the given one on. */
    final long[] pricesAfter;

    /** Most minutes of load that the groups from the given one on can bring. */
    final long[] effortAfter;

    WeekTables(Core core, MemberProblem problem, Scratch scratch) {
        this.core = core;
        this.problem = problem;
        options = core.options();
        weeks = core.weeks();
        int most = problem.groupFrom.length - 1;
        order = new int[most];
        from = new int[most + 1];
        worth = new int[problem.option.length];
        stake = new long[most];
        pricesAfter = new long[most + 1];
        effortAfter = new long[most + 1];
        unit = unit(core, problem.member, most);
        roomUnits = new int[weeks];
        weekFrom = new int[weeks];
        int length = 0;
        for (int w = 0; w < weeks; w++) {
            roomUnits[w] = core.room()[problem.member * weeks + w] / unit;
            weekFrom[w] = length;
            length += roomUnits[w] + 1;
        }
        rowLength = length;
        cells = scratch.cells;
        before = scratch.before;
        room = new Room(core, problem.member);
        used = new boolean[most];
        groupOf = new int[problem.option.length];
        for (int g = 0; g < most; g++) {
            Arrays.fill(groupOf, problem.groupFrom[g], problem.groupFrom[g + 1], g);
        }
    }

    private static int unit(Core core, int member, int groups) {
        long room = 0;
        for (int w = 0; w < core.weeks(); w++) {
            room += core.room()[member * core.weeks() + w];
        }
        return (int) Math.max(1, (room * (groups + 1) + MOST_CELLS - 1) / MOST_CELLS);
    }

    /** How many cells a member's table has. */
    static int cells(Core core, int member, int groups) {
        int unit = unit(core, member, groups);
        int length = 0;
        for (int w = 0; w < core.weeks(); w++) {
            length += core.room()[member * core.weeks() + w] / unit + 1;
        }
        return (groups + 1) * length;
    }

    /** Takes the options that earn something, the groups that earn most first. */
    void select() {
        groups = 0;
        for (int g = 0; g + 1 < problem.groupFrom.length; g++) {
            long most = 0;
            for (int i = problem.groupFrom[g]; i < problem.groupFrom[g + 1]; i++) {
                most = Math.max(most, problem.profit[i]);
            }
            if (most > 0) {
                int at = groups++;
                for (; at > 0 && stake[at - 1] < most; at--) {
                    stake[at] = stake[at - 1];
                    order[at] = order[at - 1];
                }
                stake[at] = most;
                order[at] = g;
            }
        }
        int count = 0;
        for (int g = 0; g < groups; g++) {
            from[g] = count;
            for (int i = problem.groupFrom[order[g]]; i < problem.groupFrom[order[g] + 1]; i++) {
                if (problem.profit[i] > 0) {
                    int at = count++;
                    for (; at > from[g] && problem.profit[worth[at - 1]] < problem.profit[i]; at--) {
                        worth[at] = worth[at - 1];
                    }
                    worth[at] = i;
                }
            }
        }
        from[groups] = count;
        sumEfforts();
    }

    private void sumEfforts() {
        effortAfter[groups] = 0;
        for (int g = groups - 1; g >= 0; g--) {
            int most = 0;
            for (int k = from[g]; k < from[g + 1]; k++) {
                most = Math.max(most, options.effort(problem.option[worth[k]]));
            }
            effortAfter[g] = effortAfter[g + 1] + most;
        }
    }

    double meanEffort() {
        return groups == 0 ? 1 : Math.max(1, effortAfter[0] / (double) groups);
    }

    /** Fills the tables at the problem's prices. @return Σ weeks knapsack + Σ groups price */
    long fill() {
        Arrays.fill(cells, groups * rowLength, (groups + 1) * rowLength, 0);
        pricesAfter[groups] = 0;
        for (int g = groups - 1; g >= 0; g--) {
            pricesAfter[g] = pricesAfter[g + 1] + problem.groupPrice[order[g]];
            int row = g * rowLength;
            System.arraycopy(cells, row + rowLength, cells, row, rowLength);
            for (int k = from[g]; k < from[g + 1]; k++) {
                offer(cells, worth[k], row, row + rowLength);
            }
        }
        long sum = pricesAfter[0];
        for (int w = 0; w < weeks; w++) {
            sum += cells[weekFrom[w] + roomUnits[w]];
        }
        return sum;
    }

    /**
     * Leaves out the options that cost the tables' sum as much as is to spare, or more, once they are taken.
     *
     * @param spare how much the sum may lose
     */
    void eliminate(long spare) {
        fillBefore();
        int keptGroups = 0;
        int kept = 0;
        int next = 0;
        for (int g = 0; g < groups; g++) {
            int first = kept;
            int k = next;
            next = from[g + 1];
            for (; k < next; k++) {
                if (loss(g, worth[k], spare) < spare) {
                    worth[kept++] = worth[k];
                }
            }
            if (kept > first) {
                order[keptGroups] = order[g];
                from[keptGroups++] = first;
            }
        }
        groups = keptGroups;
        from[groups] = kept;
        sumEfforts();
    }

    /** For each week, what the groups before a given one can earn at most. */
    private void fillBefore() {
        Arrays.fill(before, 0, rowLength, 0);
        for (int g = 0; g < groups; g++) {
            int row = (g + 1) * rowLength;
            System.arraycopy(before, row - rowLength, before, row, rowLength);
            for (int k = from[g]; k < from[g + 1]; k++) {
                offer(before, worth[k], row, row - rowLength);
            }
        }
    }

    /** How much less the weeks earn with an option in them; at least, when it is the limit or more. */
    private long loss(int g, int i, long limit) {
        int o = problem.option[i];
        long value = valueOf(i, o, problem.groupPrice[order[g]]);
        long perMinute = value / Math.max(1, options.effort(o));
        long loss = perMinute * options.effort(o) - value;
        for (int k = options.minutesFrom(o), w = options.start(o); k < options.minutesFrom(o + 1); k++, w++) {
            int left = roomUnits[w] - options.minutes[k] / unit;
            int ahead = g * rowLength + weekFrom[w];
            int after = (g + 1) * rowLength + weekFrom[w] + left;
            long most = 0;
            for (int c = 0; c <= left; c++) {
                most = Math.max(most, before[ahead + c] + cells[after - c]);
            }
            loss += cells[weekFrom[w] + roomUnits[w]] - most - perMinute * options.minutes[k];
            if (loss >= limit) {
                return loss;
            }
        }
        return loss;
    }

    /**
     * A good set: week after week the best of what may start in it, of the groups that have nothing yet.
     *
     * @param minutePrice what a minute of load must earn
     */
    int[] weekByWeek(long minutePrice) {
        int[] set = new int[groups];
        int count = 0;
        room.empty();
        Arrays.fill(used, 0, groups, false);
        for (int w = 0; w < weeks; w++) {
            if (room.left[w] > 0) {
                count = fillWeek(w, minutePrice, set, count);
            }
        }
        return Arrays.copyOf(set, count);
    }

    private int fillWeek(int w, long minutePrice, int[] set, int count) {
        int width = room.left[w] / unit;
        Arrays.fill(before, weekFrom[w], weekFrom[w] + width + 1, 0);
        for (int g = 0; g < groups; g++) {
            int row = (g + 1) * rowLength + weekFrom[w];
            System.arraycopy(before, row - rowLength, before, row, width + 1);
            for (int k = from[g]; k < from[g + 1] && !used[g]; k++) {
                int o = problem.option[worth[k]];
                long value = problem.profit[worth[k]] - options.effort(o) * minutePrice;
                if (options.start(o) == w && value > 0 && room.fits(o)) {
                    int units = options.minutes[options.minutesFrom(o)] / unit;
                    for (int c = units; c <= width; c++) {
                        before[row + c] = Math.max(before[row + c], before[row - rowLength + c - units] + value);
                    }
                }
            }
        }
        int c = width;
        for (int g = groups - 1; g >= 0; g--) {
            int row = (g + 1) * rowLength + weekFrom[w];
            for (int k = from[g]; k < from[g + 1] && before[row + c] != before[row - rowLength + c]; k++) {
                int o = problem.option[worth[k]];
                int units = options.minutes[options.minutesFrom(o)] / unit;
                if (options.start(o) == w
                        && units <= c
                        && before[row + c]
                                == before[row - rowLength + c - units]
                                        + problem.profit[worth[k]]
                                        - options.effort(o) * minutePrice) {
                    if (room.fits(o)) {
                        used[g] = true;
                        set[count++] = worth[k];
                        room.take(o);
                    }
                    c -= units;
                    break;
                }
            }
        }
        return count;
    }

    private long valueOf(int i, int o, long price) {
        return problem.profit[i] - options.effort(o) * problem.loadPrice - price;
    }

    /** Improves a row of a table by an option of its group, which is not yet in the other row. */
    private void offer(long[] table, int i, int row, int other) {
        int o = problem.option[i];
        long value = valueOf(i, o, problem.groupPrice[groupOf[i]]);
        if (value <= 0) {
            return;
        }
        long perMinute = value / Math.max(1, options.effort(o));
        long rest = value - perMinute * options.effort(o);
        for (int k = options.minutesFrom(o), w = options.start(o); k < options.minutesFrom(o + 1); k++, w++) {
            int units = options.minutes[k] / unit;
            long part = perMinute * options.minutes[k] + rest;
            rest = 0;
            int to = row + weekFrom[w];
            int without = other + weekFrom[w] - units;
            for (int c = units; c <= roomUnits[w]; c++) {
                long earns = table[without + c] + part;
                if (earns > table[to + c]) {
                    table[to + c] = earns;
                }
            }
        }
    }

    /** What the groups from the given one on can earn at most in the room left, prices of groups included. */
    long most(int g, int[] left) {
        long sum = pricesAfter[g];
        int row = g * rowLength;
        for (int w = 0; w < weeks; w++) {
            sum += cells[row + weekFrom[w] + left[w] / unit];
        }
        return sum;
    }

    /** Which part of each option, by its minutes, lies in the knapsacks: by position in the problem's options. */
    void shares(double[] share) {
        Arrays.fill(share, 0);
        for (int w = 0; w < weeks; w++) {
            int c = roomUnits[w];
            for (int g = 0; g < groups; g++) {
                int at = g * rowLength + weekFrom[w] + c;
                if (cells[at] != cells[at + rowLength]) {
                    int i = worth[taken(g, w, c)];
                    int o = problem.option[i];
                    int part = options.minutes[options.minutesFrom(o) + w - options.start(o)];
                    share[i] += part / (double) Math.max(1, options.effort(o));
                    c -= part / unit;
                }
            }
        }
    }

    private int taken(int g, int w, int c) {
        int at = g * rowLength + weekFrom[w];
        for (int k = from[g]; k < from[g + 1]; k++) {
            int o = problem.option[worth[k]];
            if (options.start(o) <= w && w <= options.end(o)) {
                int first = options.minutesFrom(o);
                int minutes = options.minutes[first + w - options.start(o)];
                long value = valueOf(worth[k], o, problem.groupPrice[order[g]]);
                long perMinute = value / Math.max(1, options.effort(o));
                long part = perMinute * minutes + (w == options.start(o) ? value - perMinute * options.effort(o) : 0);
                int units = minutes / unit;
                if (value > 0 && units <= c && cells[at + c] == cells[at + rowLength + c - units] + part) {
                    return k;
                }
            }
        }
        throw new IllegalStateException("The tables are not those of the prices.");
    }
}
