package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Raises a bound by the deflected subgradient method. Direction = 0.3 · violation + 0.7 · last direction; step length
 * = factor · (value of a known plan − bound) ÷ |direction|²; after {@value #LOOK_BACK} steps without a better bound back to
 * the best prices with a smaller factor.
 */
final class Ascent {
    private static final int LOOK_BACK = 12;
    private static final double SHRINK = 0.7;
    private static final double LEAST_FACTOR = 1e-4;

    private final Dual dual;
    private final double[] best;
    private volatile long bestBound;

    Ascent(Dual dual, double[] start) {
        this.dual = dual;
        best = start.clone();
        bestBound = dual.evaluate(best, new double[best.length]);
    }

    /** In 1/{@value Prices#SCALE} cost units. */
    long bound() {
        return bestBound;
    }

    double[] prices() {
        return best;
    }

    /**
     * Goes on from the best prices so far. A better plan makes better steps: it is worth while to begin anew with it.
     *
     * @param value of a known plan, in cost units; at that bound it stops
     */
    void run(long value, int iterations, BooleanSupplier ended) {
        double factor = 1;
        double goal = (double) value * Prices.SCALE;
        double[] prices = best.clone();
        double[] violation = new double[prices.length];
        double[] direction = new double[prices.length];
        long bound = dual.evaluate(prices, violation);
        int idle = 0;
        for (int i = 0; i < iterations && factor > LEAST_FACTOR && !ended.getAsBoolean(); i++) {
            if (Prices.wholeCost(bestBound) >= value) {
                return;
            }
            double square = 0;
            for (int p = 0; p < prices.length; p++) {
                direction[p] = 0.3 * violation[p] + 0.7 * direction[p];
                if (prices[p] <= 0 && direction[p] < 0) {
                    direction[p] = 0;
                }
                square += direction[p] * direction[p];
            }
            if (square == 0) {
                return;
            }
            double length = factor * Math.max(goal - bound, 0.0005 * Math.abs(goal)) / square / Prices.SCALE;
            for (int p = 0; p < prices.length; p++) {
                prices[p] = Math.max(0, prices[p] + length * direction[p]);
            }
            bound = dual.evaluate(prices, violation);
            if (bound > bestBound) {
                bestBound = bound;
                System.arraycopy(prices, 0, best, 0, prices.length);
                idle = 0;
            } else if (++idle == LOOK_BACK) {
                idle = 0;
                factor *= SHRINK;
                System.arraycopy(best, 0, prices, 0, prices.length);
                bound = dual.evaluate(prices, violation);
                Arrays.fill(direction, 0);
            }
        }
    }
}
