package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * A role given to a member.
 *
 * @param weeklyMinutes the minutes in the start week and each week after it; never empty
 */
public record Placement(String roleId, String memberId, int startWeek, List<Integer> weeklyMinutes) {
    public Placement {
        if (weeklyMinutes.isEmpty()) {
            throw new IllegalArgumentException("The placement of role " + roleId + " has no week.");
        }
        weeklyMinutes = List.copyOf(weeklyMinutes);
    }

    /** The last week with work in it. */
    public int endWeek() {
        int last = weeklyMinutes.size() - 1;
        while (last > 0 && weeklyMinutes.get(last) == 0) {
            last--;
        }
        return startWeek + last;
    }

    /** The minutes in a week, counted as {@code startWeek} is. */
    public int minutesIn(int week) {
        int offset = week - startWeek;
        return offset < 0 || offset >= weeklyMinutes.size() ? 0 : weeklyMinutes.get(offset);
    }
}
