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

    /**
     * All of an option in one place, for the search jumps from one to another: its cost, then member, start, end and effort
     * in one number.
     */
    private final long[] packed;

    private static final int WIDTH = 2;
    private static final int MEMBER = 40;
    private static final int START = 35;
    private static final int END = 30;
    private static final int WEEK = (1 << START - END) - 1;
    private static final int EFFORT = (1 << END) - 1;

    private final int[] minutesFrom;

    /**
     * The members of each role, ascending: {@code membersFrom[r]} ≤ i < {@code membersFrom[r + 1]}; of each the member, the
     * first start and the first option in one number.
     */
    private final int[] membersFrom;

    private final long[] members;

    /** By role, a bit for each of its members modulo {@value #MARKS}: most questions for others need no search. */
    private final long[] marks;

    private static final int MARKS = 256;

    private Options(Builder builder) {
        first = builder.first;
        minutes = Arrays.copyOf(builder.minutes, builder.minutesFrom[builder.count]);
        minutesFrom = Arrays.copyOf(builder.minutesFrom, builder.count + 1);
        packed = new long[builder.count * WIDTH];
        for (int o = 0; o < builder.count; o++) {
            long effort = 0;
            for (int i = minutesFrom[o]; i < minutesFrom[o + 1]; i++) {
                effort += minutes[i];
            }
            packed[o * WIDTH] = builder.cost[o];
            packed[o * WIDTH + 1] = (long) builder.member[o] << MEMBER
                    | (long) builder.start[o] << START
                    | (long) builder.end[o] << END
                    | effort;
        }
        membersFrom = new int[first.length];
        long[] listed = new long[builder.count + 1];
        int count = 0;
        for (int r = 0; r + 1 < first.length; r++) {
            for (int o = first[r]; o < first[r + 1]; o++) {
                if (o == first[r] || builder.member[o] != builder.member[o - 1]) {
                    listed[count++] = (long) builder.member[o] << 40 | (long) builder.start[o] << 32 | o;
                }
            }
            membersFrom[r + 1] = count;
        }
        listed[count] = builder.count;
        members = Arrays.copyOf(listed, count + 1);
        marks = new long[(first.length - 1) * (MARKS / Long.SIZE)];
        for (int r = 0; r + 1 < first.length; r++) {
            for (int i = membersFrom[r]; i < membersFrom[r + 1]; i++) {
                int member = (int) (members[i] >> 40);
                marks[markOf(r, member)] |= 1L << member;
            }
        }
    }

    private static int markOf(int role, int member) {
        return role * (MARKS / Long.SIZE) + member % MARKS / Long.SIZE;
    }

    public int member(int o) {
        return (int) (packed[o * WIDTH + 1] >> MEMBER);
    }

    public int start(int o) {
        return (int) (packed[o * WIDTH + 1] >> START) & WEEK;
    }

    /** The last week with work in it. */
    public int end(int o) {
        return (int) (packed[o * WIDTH + 1] >> END) & WEEK;
    }

    /** All costs but fairness, which depends on the rest of the plan. */
    public long cost(int o) {
        return packed[o * WIDTH];
    }

    /** All minutes of an option. */
    public int effort(int o) {
        return (int) packed[o * WIDTH + 1] & EFFORT;
    }

    /** Where the minutes of an option begin in {@link #minutes}; of the option after the last one, where all end. */
    public int minutesFrom(int o) {
        return minutesFrom[o];
    }

    /** The minutes of an option in its start week + {@code later}. */
    public int minutes(int o, int later) {
        return start(o) == end(o) ? effort(o) : minutes[minutesFrom[o] + later];
    }

    public int size() {
        return minutesFrom.length - 1;
    }

    /** @return the first option of the role with this member or one after it */
    public int firstWith(int role, int memberIndex) {
        return (int) members[rank(role, memberIndex)];
    }

    /** @return the role's option with this member from this week on; {@link State#NOBODY} when there is none */
    public int with(int role, int memberIndex, int startWeek) {
        if ((marks[markOf(role, memberIndex)] >> memberIndex & 1) == 0) {
            return State.NOBODY;
        }
        int rank = rank(role, memberIndex);
        if (rank == membersFrom[role + 1] || (int) (members[rank] >> 40) != memberIndex) {
            return State.NOBODY;
        }
        // Mostly there is one for each week: the search begins where it would be then.
        int from = (int) members[rank];
        int o = Math.min((int) members[rank + 1] - 1, from + startWeek - ((int) (members[rank] >> 32) & 0xFF));
        while (o >= from && start(o) > startWeek) {
            o--;
        }
        return o >= from && start(o) == startWeek ? o : State.NOBODY;
    }

    /** Where the member stands among those of the role, or the next one. */
    private int rank(int role, int memberIndex) {
        int low = membersFrom[role];
        int high = membersFrom[role + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (members[middle] >> 40 < memberIndex) {
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

        /** @param endWeek below 32 */
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
