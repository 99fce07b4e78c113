package org.fengong.benchmarks.engine;

import java.io.Serializable;
import java.util.List;

/**
 * A problem as its file tells it. Each task goes to one of its options in one week, or, where that has a cost, to the
 * backlog. A task starts after all its predecessors, and not at all when one of them does not.
 *
 * @param bestBound best proven bound known from elsewhere, {@code bestValue} best known value; 0 = unknown
 */
record Instance(String name, int weeks, List<Member> members, List<Task> tasks, long bestBound, long bestValue)
        implements Serializable {
    /** No task may be left to the backlog. */
    static final int NO_BACKLOG = -1;

    /** Whether it is a generalised assignment problem: every task must be placed. */
    boolean assignment() {
        return tasks.stream().allMatch(task -> task.backlogCost() == NO_BACKLOG);
    }

    /**
     * @param capacity by week
     * @param thresholds loads above which an hour costs {@value #COST_ABOVE_FIRST}, and {@value #COST_ABOVE_SECOND} more
     */
    record Member(int[] capacity, int[] thresholds) implements Serializable {
        static final int COST_ABOVE_FIRST = 8;
        static final int COST_ABOVE_SECOND = 16;
    }

    /** Somebody who can do a task. */
    record Option(int member, int effort, int cost) implements Serializable {}

    /**
     * @param backlogCost or {@link #NO_BACKLOG}
     * @param previousMember who had it in the plan before; −1 = nobody
     * @param pinned it stays where it was
     */
    record Task(
            int priority,
            int earliest,
            int due,
            int backlogCost,
            int previousMember,
            int previousWeek,
            boolean pinned,
            int[] predecessors,
            List<Option> options)
            implements Serializable {
        private static final int LATE_WEEK = 15;
        private static final int OTHER_WEEK = 6;

        Option optionOf(int member) {
            return options.stream()
                    .filter(option -> option.member == member)
                    .findFirst()
                    .orElse(null);
        }

        /** Of an option in a week; that it is another member than before is in the option's cost already. */
        long cost(Option option, int week) {
            long late = (long) Math.max(0, week - due) * priority * LATE_WEEK;
            return option.cost + late + (option.member == previousMember && week != previousWeek ? OTHER_WEEK : 0);
        }
    }
}
