package org.fengong.allocation.solver.bound;

import java.util.Arrays;

/** A set of options of one member: its cost, and what it adds to the left sides of the priced rules. */
final class Column {
    final double cost;
    final int[] rows;
    final int[] coefficients;

    /** Its share in the mixture of the member's sets, 0 to 1. */
    double weight;

    private Column(double cost, int[] rows, int[] coefficients) {
        this.cost = cost;
        this.rows = rows;
        this.coefficients = coefficients;
    }

    /** Its cost at the given prices. */
    double pricedCost(double[] prices) {
        double sum = cost;
        for (int i = 0; i < rows.length; i++) {
            sum += prices[rows[i]] * coefficients[i];
        }
        return sum;
    }

    boolean sameAs(Column other) {
        return cost == other.cost && Arrays.equals(rows, other.rows) && Arrays.equals(coefficients, other.coefficients);
    }

    /** Adds up coefficients row by row. */
    static final class Builder {
        private final int[] sum;
        private int[] touched = new int[64];
        private int count;

        Builder(int rows) {
            sum = new int[rows];
        }

        void add(int row, int coefficient) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = row;
            sum[row] += coefficient;
        }

        Column build(double cost) {
            int[] rows = Arrays.stream(touched, 0, count)
                    .sorted()
                    .distinct()
                    .filter(row -> sum[row] != 0)
                    .toArray();
            return new Column(
                    cost, rows, Arrays.stream(rows).map(row -> sum[row]).toArray());
        }
    }
}
