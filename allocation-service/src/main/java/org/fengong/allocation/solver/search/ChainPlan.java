package org.fengong.allocation.solver.search;

import java.util.Arrays;
import org.fengong.allocation.solver.core.State;

/** A plan that may overload members at a penalty, and can go back to where it was marked. */
final class ChainPlan {
    private static final int ENDLESS = 1 << 29;

    /** The least penalty of an overload, in parts of its repulsion, above the price of its minutes. */
    private static final double LEAST_PENALTY = 0.05;

    final ChainCosts costs;

    /** By role. */
    final int[] place;

    /** By place: minutes left, below 0 where it is overloaded, and what they cost now. */
    final int[] left;

    final double[] leftCost;

    /** The roles of each place, and beside them their minutes, their cost, and what they could save elsewhere at most. */
    final int[][] roles;

    final int[][] roleMinutes;
    final double[][] roleCost;
    final double[][] roleSaving;
    final int[] count;

    private final double[] penalty;
    private final int[] position;
    private final int[] placeAtMark;
    private final int[] moved;
    private final boolean[] isMoved;
    private int movedCount;
    private int overloaded;
    private long cost;

    /** Each role at its cheapest place, overloads included. */
    ChainPlan(ChainCosts costs) {
        this.costs = costs;
        int count = costs.core.roles();
        place = new int[count];
        position = new int[count];
        placeAtMark = new int[count];
        moved = new int[count];
        isMoved = new boolean[count];
        left = Arrays.copyOf(costs.core.room(), costs.places);
        left[costs.nobody] = ENDLESS;
        leftCost = new double[costs.places];
        penalty = new double[costs.places];
        roles = new int[costs.places][4];
        roleMinutes = new int[costs.places][4];
        roleCost = new double[costs.places][4];
        roleSaving = new double[costs.places][4];
        this.count = new int[costs.places];
        cost = costs.core.constantCost();
        for (int i = 0; i < costs.nobody; i++) {
            cost += unfairness(i);
        }
        for (int r = 0; r < count; r++) {
            add(r, costs.candidates[r][0]);
        }
        penalise(1);
    }

    private long unfairness(int i) {
        return i == costs.nobody ? 0 : costs.core.fairness().cost(i, costs.core.fullLoad(i) - left[i]);
    }

    /** The true cost, without penalties. */
    long cost() {
        return cost;
    }

    boolean feasible() {
        return overloaded == 0;
    }

    /** Sets what an overload costs, in parts of each place's repulsion. */
    void penalise(double factor) {
        for (int i = 0; i < costs.nobody; i++) {
            double repulsion = costs.repulsion[i];
            penalty[i] = Math.max(costs.price[i] + LEAST_PENALTY * repulsion, factor * repulsion);
            leftCost[i] = ofLeft(i, left[i]);
        }
    }

    /** What a place's minutes left would cost, its penalty included. */
    double ofLeft(int i, int minutes) {
        double sum = costs.ofLeft(i, minutes);
        return minutes < 0 ? sum - penalty[i] * minutes : sum;
    }

    void move(int role, int to) {
        int from = place[role];
        if (!isMoved[role]) {
            isMoved[role] = true;
            placeAtMark[role] = from;
            moved[movedCount++] = role;
        }
        take(role, from);
        add(role, to);
        leftCost[from] = ofLeft(from, left[from]);
        leftCost[to] = ofLeft(to, left[to]);
    }

    private void take(int role, int from) {
        int at = position[role];
        int last = --count[from];
        roles[from][at] = roles[from][last];
        roleMinutes[from][at] = roleMinutes[from][last];
        roleCost[from][at] = roleCost[from][last];
        roleSaving[from][at] = roleSaving[from][last];
        position[roles[from][at]] = at;
        book(role, from, -1);
    }

    private void add(int role, int to) {
        if (count[to] == roles[to].length) {
            int longer = 2 * count[to];
            roles[to] = Arrays.copyOf(roles[to], longer);
            roleMinutes[to] = Arrays.copyOf(roleMinutes[to], longer);
            roleCost[to] = Arrays.copyOf(roleCost[to], longer);
            roleSaving[to] = Arrays.copyOf(roleSaving[to], longer);
        }
        int at = count[to]++;
        int pair = role * costs.places + to;
        place[role] = to;
        position[role] = at;
        roles[to][at] = role;
        roleMinutes[to][at] = costs.minutes[pair];
        roleCost[to][at] = costs.relative[pair];
        roleSaving[to][at] = costs.relative[pair] - costs.leastElsewhere(role, to);
        book(role, to, 1);
    }

    private void book(int role, int i, int sign) {
        int pair = role * costs.places + i;
        cost -= unfairness(i);
        overloaded -= left[i] < 0 ? 1 : 0;
        left[i] -= sign * costs.minutes[pair];
        overloaded += left[i] < 0 ? 1 : 0;
        cost += unfairness(i) + sign * costs.cost[pair];
    }

    /** From here on changes are remembered. */
    void mark() {
        for (int i = 0; i < movedCount; i++) {
            isMoved[moved[i]] = false;
        }
        movedCount = 0;
    }

    void backToMark() {
        for (int i = 0; i < movedCount; i++) {
            int role = moved[i];
            if (place[role] != placeAtMark[role]) {
                move(role, placeAtMark[role]);
            }
        }
        mark();
    }

    /** Leaves out roles of overloaded members until none is. */
    void leaveOutOverload() {
        for (int i = 0; i < costs.nobody; i++) {
            while (left[i] < 0) {
                move(roles[i][count[i] - 1], costs.nobody);
            }
        }
    }

    /** @return by role its option, or {@link State#NOBODY} */
    int[] options() {
        int[] chosen = new int[place.length];
        for (int r = 0; r < chosen.length; r++) {
            chosen[r] = costs.option[r * costs.places + place[r]];
        }
        return chosen;
    }
}
