package org.fengong.allocation.coverage;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Spreads members' minutes over needs so that as much as possible is covered and no minute twice: a maximum flow from
 * members to needs. Needs are covered one after the other; what an earlier one got, it keeps, if from others.
 */
final class HourFlow {
    private static final int NONE = -1;

    /** By need and member: whether the member can do it. */
    private final boolean[][] can;

    /** By need and member: minutes given. */
    private final int[][] given;

    private final int[] free;
    private final int[] open;

    /**
     * @param can by need and member
     * @param neededMinutes by need
     * @param supplyMinutes by member
     */
    HourFlow(boolean[][] can, int[] neededMinutes, int[] supplyMinutes) {
        this.can = Arrays.stream(can).map(boolean[]::clone).toArray(boolean[][]::new);
        given = new int[can.length][supplyMinutes.length];
        free = supplyMinutes.clone();
        open = neededMinutes.clone();
        for (int need = 0; need < open.length; need++) {
            cover(need);
        }
    }

    private HourFlow(HourFlow other) {
        can = Arrays.stream(other.can).map(boolean[]::clone).toArray(boolean[][]::new);
        given = Arrays.stream(other.given).map(int[]::clone).toArray(int[][]::new);
        free = other.free.clone();
        open = other.open.clone();
    }

    /** What of a need nobody covers, in minutes. */
    int gapMinutes(int need) {
        return open[need];
    }

    /** How much smaller all gaps together were if the member could do this need, too. */
    int closedBy(int need, int member) {
        var supposed = new HourFlow(this);
        supposed.can[need][member] = true;
        for (int other = 0; other < open.length; other++) {
            supposed.cover(other);
        }
        return Arrays.stream(open).sum() - Arrays.stream(supposed.open).sum();
    }

    private void cover(int need) {
        while (open[need] > 0 && coverMore(need)) {
            // another way was found
        }
    }

    /**
     * Along a shortest way from the need to a member with free minutes: who covers another need may give it up to a third
     * who covers it instead.
     */
    private boolean coverMore(int first) {
        int needs = can.length;
        int[] memberBefore = new int[needs]; // from whom a need's minutes are taken
        int[] needBefore = new int[free.length]; // for which need a member is asked
        Arrays.fill(memberBefore, NONE);
        Arrays.fill(needBefore, NONE);
        var queue = new ArrayDeque<Integer>();
        queue.add(first);
        while (!queue.isEmpty()) {
            int need = queue.remove();
            for (int member = 0; member < free.length; member++) {
                if (can[need][member] && needBefore[member] == NONE) {
                    needBefore[member] = need;
                    if (free[member] > 0) {
                        shift(first, member, memberBefore, needBefore);
                        return true;
                    }
                    for (int other = 0; other < needs; other++) {
                        if (other != first && given[other][member] > 0 && memberBefore[other] == NONE) {
                            memberBefore[other] = member;
                            queue.add(other);
                        }
                    }
                }
            }
        }
        return false;
    }

    private void shift(int first, int last, int[] memberBefore, int[] needBefore) {
        int minutes = Math.min(open[first], free[last]);
        for (int member = last; needBefore[member] != first; member = memberBefore[needBefore[member]]) {
            int need = needBefore[member];
            minutes = Math.min(minutes, given[need][memberBefore[need]]);
        }
        for (int member = last; ; ) {
            int need = needBefore[member];
            given[need][member] += minutes;
            if (need == first) {
                break;
            }
            member = memberBefore[need];
            given[need][member] -= minutes;
        }
        free[last] -= minutes;
        open[first] -= minutes;
    }
}
