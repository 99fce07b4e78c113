package org.fengong.allocation.solver.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits whole minutes in proportion to weights by the method of the largest remainder. */
public final class EffortSplit {
    private EffortSplit() {}

    /**
     * Each part is minutes · weight ÷ Σ weights, rounded down; the minutes left over go one each to the parts with the
     * largest remainders, the earlier first. No part exceeds its weight while {@code minutes} ≤ Σ weights.
     *
     * @param weights not negative; when all are 0 everything goes to the first
     */
    public static List<Integer> split(int minutes, List<Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        List<Integer> parts = new ArrayList<>();
        if (sum == 0) {
            parts.add(minutes);
            weights.stream().skip(1).forEach(weight -> parts.add(0));
            return parts;
        }
        int left = minutes;
        for (int weight : weights) {
            int part = (int) ((long) minutes * weight / sum);
            parts.add(part);
            left -= part;
        }
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -((long) minutes * weights.get(i) % sum)))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
