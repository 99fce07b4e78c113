package org.fengong.review.metric;

import java.util.Arrays;

/** How unequal some non-negative values are; null where all are zero or there are none. */
final class Spread {
    private Spread() {}

    /** Population standard deviation ÷ mean. */
    static Double coefficientOfVariation(double[] values) {
        var mean = mean(values);
        if (mean == 0) {
            return null;
        }
        var variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
        return Math.sqrt(variance) / mean;
    }

    /** Σ|x_i − x_j| over all ordered pairs ÷ (2 · n² · mean), from the sorted values: Σ(2i − n − 1)·x_i ÷ (n · Σx). */
    static Double gini(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var total = Arrays.stream(sorted).sum();
        if (total == 0) {
            return null;
        }
        var weighted = 0.0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return Math.max(0, weighted / (sorted.length * total));
    }

    /** Jain, Chiu, Hawe 1984: (Σx)² ÷ (n · Σx²); 1 when all are equal, 1/n when one has everything. */
    static Double jain(double[] values) {
        var total = Arrays.stream(values).sum();
        var squares = Arrays.stream(values).map(v -> v * v).sum();
        return squares == 0 ? null : (Double) (total * total / (values.length * squares));
    }

    static Double maxToMean(double[] values) {
        var mean = mean(values);
        return mean == 0 ? null : (Double) (Arrays.stream(values).max().orElse(0) / mean);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
