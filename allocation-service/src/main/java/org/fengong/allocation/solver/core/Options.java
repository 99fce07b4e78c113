package org.fengong.allocation.solver.core;

import java.util.Arrays;

/**
 * Every (member, start week) that each role could have, with its fixed consumption. The options of a role follow each
 * other, by member and then by start week.
 */
public final class Options {
    /** Option {@code o} of role {@code r}: {@code first[r]} ≤ o < {@code first[r + 1]}. */
    public final int[] first;

    /** The minutes of option {@code o} in week start + i: {@code minutes[minutesFrom(o) + i]}, up to the end week. */
    public final int[] minutes;

    private static final int WIDTH = 4;

    /**
     * All of an option in one place, for the search jumps from one to another: its cost; member, start and end; effort and
     * where its minutes begin; the minutes of its first week.
     */
    private final long[] packed;

    private Options(Builder builder) {
        first = builder.first;
        minutes = Arrays.copyOf(builder.minutes, builder.minutesFrom[builder.count]);
        packed = new long[(builder.count + 1) * WIDTH];
        for (int o = 0; o < builder.count; o++) {
            long effort = 0;
            for (int i = builder.minutesFrom[o]; i < builder.minutesFrom[o + 1]; i++) {
                effort += minutes[i];
            }
            packed[o * WIDTH] = builder.cost[o];
            packed[o * WIDTH + 1] = (long) builder.member[o] << 32 | builder.start[o] << 16 | builder.end[o];
            packed[o * WIDTH + 2] = effort << 32 | builder.minutesFrom[o];
            packed[o * WIDTH + 3] = minutes[builder.minutesFrom[o]];
        }
        packed[builder.count * WIDTH + 2] = minutes.length;
    }

    public int member(int o) {
        return (int) (packed[o * WIDTH + 1] >> 32);
    }

    public int start(int o) {
        return (int) packed[o * WIDTH + 1] >> 16;
    }

    /** The last week with work in it. */
    public int end(int o) {
        return (int) packed[o * WIDTH + 1] & 0xFFFF;
    }

    /** All costs but fairness, which depends on the rest of the plan. */
    public long cost(int o) {
        return packed[o * WIDTH];
    }

    /** All minutes of an option. */
    public int effort(int o) {
        return (int) (packed[o * WIDTH + 2] >> 32);
    }

    /** Where the minutes of an option begin in {@link #minutes}; of the option after the last one, where all end. */
    public int minutesFrom(int o) {
        return (int) packed[o * WIDTH + 2];
    }

    /** The minutes of an option in its start week + {@code later}. */
    public int minutes(int o, int later) {
        return later == 0 ? (int) packed[o * WIDTH + 3] : minutes[minutesFrom(o) + later];
    }

    public int size() {
        return packed.length / WIDTH - 1;
    }

    /** @return the first option of the role with this member or one after it */
    public int firstWith(int role, int memberIndex) {
        int low = first[role];
        int high = first[role + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (member(middle) < memberIndex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public boolean none(int role) {
        return first[role] == first[role + 1];
    }

    /** Collects the options role by role. */
    public static final class Builder {
        private final int[] first;
        private int roles;
        private int count;
        private int[] member = new int[256];
        private int[] start = new int[256];
        private int[] end = new int[256];
        private long[] cost = new long[256];
        private int[] minutesFrom = new int[257];
        private int[] minutes = new int[512];

        public Builder(int roles) {
            first = new int[roles + 1];
        }

        public void add(int memberIndex, int startWeek, int endWeek, int[] weeklyMinutes, long optionCost) {
            if (count == member.length) {
                member = Arrays.copyOf(member, count * 2);
                start = Arrays.copyOf(start, count * 2);
                end = Arrays.copyOf(end, count * 2);
                cost = Arrays.copyOf(cost, count * 2);
                minutesFrom = Arrays.copyOf(minutesFrom, count * 2 + 1);
            }
            int length = endWeek - startWeek + 1;
            int from = minutesFrom[count];
            if (from + length > minutes.length) {
                minutes = Arrays.copyOf(minutes, minutes.length * 2);
            }
            System.arraycopy(weeklyMinutes, 0, minutes, from, length);
            member[count] = memberIndex;
            start[count] = startWeek;
            end[count] = endWeek;
            cost[count] = optionCost;
            minutesFrom[++count] = from + length;
        }

        /** @return the earliest week in which an option of the role ends; −1 when it has none */
        public int endRole() {
            int earliest = -1;
            for (int o = first[roles]; o < count; o++) {
                earliest = earliest < 0 ? end[o] : Math.min(earliest, end[o]);
            }
            first[++roles] = count;
            return earliest;
        }

        public Options build() {
            return new Options(this);
        }
    }
}
