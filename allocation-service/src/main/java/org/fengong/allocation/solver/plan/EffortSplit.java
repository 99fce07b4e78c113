package org.fengong.allocation.solver.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.problem.PlanningRole;

/** Spreads a role's effort over weeks. All arrays are minutes by week, from week 0 of the horizon on. */
public final class EffortSplit {
    private static final int[] NONE = {};

    private EffortSplit() {}

    /**
     * The minutes from the start week on, in proportion to the free minutes: over the span, or without one over the fewest
     * weeks that hold the effort.
     *
     * @return empty when the effort does not fit: nothing free in the start week, too little in the weeks, or the weeks
     *     end after the horizon
     */
    public static int[] whereFree(int effortMinutes, Integer spanWeeks, int startWeek, int[] freeMinutes) {
        if (startWeek >= freeMinutes.length || freeMinutes[startWeek] == 0) {
            return NONE;
        }
        int weeks = spanWeeks == null ? fewestWeeks(effortMinutes, startWeek, freeMinutes) : spanWeeks;
        if (startWeek + weeks > freeMinutes.length) {
            return NONE;
        }
        int[] free = Arrays.copyOfRange(freeMinutes, startWeek, startWeek + weeks);
        if (Arrays.stream(free).asLongStream().sum() < effortMinutes) {
            return NONE;
        }
        int[] parts = inProportion(effortMinutes, free);
        return parts[0] == 0 ? NONE : parts;
    }

    /**
     * The same for a role that stays where it is, free minutes or not: weeks after the horizon count as its last one,
     * and where nothing is free the capacity decides.
     */
    public static int[] whateverIsFree(
            int effortMinutes, Integer spanWeeks, int startWeek, int[] freeMinutes, int[] capacityMinutes) {
        int last = startWeek + PlanningRole.MAX_WEEKS_WITHOUT_SPAN + (spanWeeks == null ? 0 : spanWeeks);
        int[] free = prolonged(freeMinutes, capacityMinutes[capacityMinutes.length - 1], last);
        int[] capacity = prolonged(capacityMinutes, capacityMinutes[capacityMinutes.length - 1], last);
        int weeks = spanWeeks == null ? fewestWeeks(effortMinutes, startWeek, free) : spanWeeks;
        int[] weights = Arrays.copyOfRange(free, startWeek, startWeek + weeks);
        boolean noneFree = Arrays.stream(weights).allMatch(minutes -> minutes == 0);
        return inProportion(
                effortMinutes, noneFree ? Arrays.copyOfRange(capacity, startWeek, startWeek + weeks) : weights);
    }

    private static int fewestWeeks(int effortMinutes, int startWeek, int[] freeMinutes) {
        long held = 0;
        for (int weeks = 1; weeks < PlanningRole.MAX_WEEKS_WITHOUT_SPAN; weeks++) {
            int week = startWeek + weeks - 1;
            held += week < freeMinutes.length ? freeMinutes[week] : 0;
            if (held >= effortMinutes) {
                return weeks;
            }
        }
        return PlanningRole.MAX_WEEKS_WITHOUT_SPAN;
    }

    private static int[] prolonged(int[] minutes, int after, int length) {
        return IntStream.range(0, Math.max(length, minutes.length))
                .map(week -> week < minutes.length ? minutes[week] : after)
                .toArray();
    }

    /**
     * Largest remainder: each part is minutes · weight ÷ Σ weights, rounded down; the minutes left over go one each to the
     * parts with the largest remainders, the earlier first. No part exceeds its weight while minutes ≤ Σ weights. When
     * all weights are 0 everything goes to the first.
     */
    public static int[] inProportion(int minutes, int[] weights) {
        int[] parts = new int[weights.length];
        long sum = Arrays.stream(weights).asLongStream().sum();
        if (sum == 0) {
            parts[0] = minutes;
            return parts;
        }
        long[] remainders = new long[weights.length];
        int left = minutes;
        for (int i = 0; i < weights.length; i++) {
            long product = (long) minutes * weights[i];
            parts[i] = (int) (product / sum);
            remainders[i] = product % sum;
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            parts[largest]++;
            remainders[largest] = -1;
        }
        return parts;
    }
}
