package org.fengong.allocation.solver.bound;

import java.util.ArrayList;
import java.util.List;
import org.fengong.allocation.solver.core.Limits;

/**
 * Raises the bound of the members by a proximal bundle method. Each member's sets found so far are a model of its bound;
 * the next prices x maximise the model less (x − center)² ÷ 2t. They are found in the dual: a mixture λ of each member's
 * sets, with
 * <pre>
 * x = max(0, center + t · (Σ λ · coefficients − limits))
 * </pre>
 * where weight moves from the dearest set to the cheapest at these prices until nothing gains. The center moves when
 * the bound rises by a fair part of what the model promised.
 */
final class Bundle {
    private static final int MOST_COLUMNS = 40;
    private static final int SWEEPS = 60;
    private static final double FAIR_PART = 0.1;
    private static final double WORTH_WHILE = 1e-4;
    private static final int MOST_IDLE = 10;

    private final MemberDual dual;
    private final int[] limits;
    private final List<List<Column>> columns = new ArrayList<>();
    private final double[] center;
    private final double[] prices;
    private final double[] leftSide;
    private double step;

    /** Steps since the center moved, and since the model promised something. */
    private int nulls;

    private int idle;
    private volatile long bestBound;

    /** By how much the model may be above the bound at the center without promising anything. */
    private double unknown;

    Bundle(MemberDual dual, double[] start, long knownValue) {
        this.dual = dual;
        center = start.clone();
        prices = start.clone();
        leftSide = new double[start.length];
        limits = new int[start.length];
        double[] violation = new double[start.length];
        bestBound = dual.evaluate(center, violation);
        unknown = dual.unknown();
        double square = 0;
        for (int p = 0; p < center.length; p++) {
            limits[p] = dual.limit(p);
            square += center[p] > 0 || violation[p] > 0 ? violation[p] * violation[p] : 0;
        }
        step = Math.max(1, knownValue - bestBound / (double) Prices.SCALE) / Math.max(1, square);
        for (int m = 0; m < dual.members(); m++) {
            columns.add(new ArrayList<>());
            addColumn(m);
            columns.get(m).get(0).weight = 1;
        }
    }

    long bound() {
        return bestBound;
    }

    double[] prices() {
        return center;
    }

    /**
     * Goes on where it stopped, until the model promises next to nothing.
     *
     * @param value of a known plan, in cost units; at that bound it stops
     */
    void run(long value, int iterations, Limits wall) {
        double[] violation = new double[center.length];
        for (int i = 0; i < iterations && idle < MOST_IDLE && !wall.reached(); i++) {
            if (Prices.wholeCost(bestBound) >= value) {
                return;
            }
            mix();
            double promised = modelValue() - bestBound / (double) Prices.SCALE - unknown;
            long bound = dual.evaluate(prices, violation);
            double gained = (bound - bestBound) / (double) Prices.SCALE;
            for (int m = 0; m < dual.members(); m++) {
                addColumn(m);
            }
            idle = promised < WORTH_WHILE * value ? idle + 1 : 0;
            if (gained > 0 && gained >= FAIR_PART * promised) {
                bestBound = bound;
                unknown = dual.unknown();
                System.arraycopy(prices, 0, center, 0, center.length);
                nulls = 0;
                if (gained >= 0.5 * promised) {
                    step *= 1.5;
                }
            } else if (++nulls == 6) {
                nulls = 0;
                step *= 0.7;
            }
        }
    }

    private void addColumn(int m) {
        List<Column> known = columns.get(m);
        Column column = dual.column(m);
        if (known.stream().noneMatch(column::sameAs)) {
            if (known.size() >= MOST_COLUMNS) {
                int drop = 0;
                while (drop < known.size() && known.get(drop).weight > 0) {
                    drop++;
                }
                if (drop < known.size()) {
                    known.remove(drop);
                }
            }
            known.add(column);
        }
    }

    private void mix() {
        for (int p = 0; p < leftSide.length; p++) {
            leftSide[p] = -limits[p];
        }
        for (List<Column> of : columns) {
            for (Column column : of) {
                move(column, column.weight);
            }
        }
        for (int p = 0; p < prices.length; p++) {
            prices[p] = Math.max(0, center[p] + step * leftSide[p]);
        }
        for (int s = 0; s < SWEEPS; s++) {
            double gain = 0;
            for (List<Column> of : columns) {
                gain += shift(of);
            }
            if (gain < 1e-6 * step) {
                return;
            }
        }
    }

    private void move(Column column, double weight) {
        if (weight != 0) {
            for (int i = 0; i < column.rows.length; i++) {
                leftSide[column.rows[i]] += weight * column.coefficients[i];
            }
        }
    }

    /** Moves weight from the dearest to the cheapest set. */
    private double shift(List<Column> of) {
        Column cheapest = null;
        Column dearest = null;
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Column column : of) {
            double cost = column.pricedCost(prices);
            if (cost < least) {
                least = cost;
                cheapest = column;
            }
            if (column.weight > 0 && cost > most) {
                most = cost;
                dearest = column;
            }
        }
        if (most <= least) {
            return 0;
        }
        double curvature = 0;
        int i = 0;
        int j = 0;
        while (i < cheapest.rows.length || j < dearest.rows.length) {
            int a = i < cheapest.rows.length ? cheapest.rows[i] : Integer.MAX_VALUE;
            int b = j < dearest.rows.length ? dearest.rows[j] : Integer.MAX_VALUE;
            int row = Math.min(a, b);
            double d = (a == row ? cheapest.coefficients[i++] : 0) - (b == row ? dearest.coefficients[j++] : 0);
            if (prices[row] > 0 || d > 0) {
                curvature += d * d;
            }
        }
        double weight = dearest.weight;
        if (curvature > 0) {
            weight = Math.min(weight, (most - least) / (step * curvature));
        }
        move(cheapest, weight);
        move(dearest, -weight);
        cheapest.weight += weight;
        dearest.weight = weight == dearest.weight ? 0 : dearest.weight - weight;
        reprice(cheapest);
        reprice(dearest);
        return weight * (most - least);
    }

    private void reprice(Column column) {
        for (int row : column.rows) {
            prices[row] = Math.max(0, center[row] + step * leftSide[row]);
        }
    }

    private double modelValue() {
        double sum = dual.base();
        for (int p = 0; p < prices.length; p++) {
            sum -= prices[p] * limits[p];
        }
        for (List<Column> of : columns) {
            sum += of.stream()
                    .mapToDouble(column -> column.pricedCost(prices))
                    .min()
                    .orElse(0);
        }
        return sum;
    }
}
