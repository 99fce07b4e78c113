package org.fengong.allocation.solver.problem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refuses malformed parts of a problem, naming the part and its value. */
final class Check {
    /** About 500 weeks of full-time work; keeps costs inside a long. */
    static final int MAX_MINUTES = 1_000_000;

    static final int MAX_WEEK = 1_000;

    private Check() {}

    static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static void id(String id, String what) {
        that(id != null && !id.isBlank(), "A " + what + " has no id.");
    }

    static void range(int value, int from, int to, String what) {
        that(value >= from && value <= to, what + " is " + value + ", it must be " + from + " to " + to + ".");
    }

    static List<Integer> minutes(List<Integer> minutes, String what) {
        minutes.forEach(value -> range(value, 0, MAX_MINUTES, what));
        return List.copyOf(minutes);
    }

    /** Sorted, because the iteration order of the immutable maps differs from one run of Java to the next. */
    static Map<String, Integer> values(Map<String, Integer> values, int from, int to, String what) {
        values.forEach((key, value) -> range(value, from, to, what + " in " + key));
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
