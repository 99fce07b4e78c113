package org.fengong.allocation.solver.search;

/**
 * Changes of a plan in which one role pushes out the next: each takes the place of another one, up to a place that has
 * room or to the place that became free first. They are searched in depth, and left as soon as the costs so far, set
 * against what the first role's old place can still gain, add up to too much (gain criterion of Lin and Kernighan).
 */
final class Chains {
    private static final int DEPTH = 4;

    private final ChainPlan plan;
    private final ChainCosts costs;
    private final int mostNodes;
    private final boolean[] onPath;
    private final int[] pathRole = new int[DEPTH + 1];
    private final int[] pathPlace = new int[DEPTH + 1];
    private final int[] bestRole = new int[DEPTH + 1];
    private final int[] bestPlace = new int[DEPTH + 1];
    private final long[] changed;
    private long clock;
    private long nodes;
    private long lastNode;
    private int bestLength;
    private double best;
    private double limit;
    private int origin;
    private int originLeft;
    private double originCost;
    private double originGain;

    /** @param mostNodes how many arrivals one search looks at */
    Chains(ChainPlan plan, int mostNodes) {
        this.plan = plan;
        this.costs = plan.costs;
        this.mostNodes = mostNodes;
        onPath = new boolean[costs.places];
        changed = new long[costs.places];
    }

    /** How many arrivals were looked at. */
    long nodes() {
        return nodes;
    }

    /** Counts the changes of the plan. */
    long clock() {
        return clock;
    }

    boolean changedSince(int place, long time) {
        return changed[place] > time;
    }

    void touch(int place) {
        changed[place] = ++clock;
    }

    /**
     * Makes the best chain that begins with a role going to a place, if one is good enough.
     *
     * @param threshold what it must add less than
     * @param slackening by how much a part of a chain may break the gain criterion
     */
    boolean make(int role, int to, double threshold, double slackening) {
        origin = plan.place[role];
        double spent = costs.relative[role * costs.places + to] - costs.relative[role * costs.places + origin];
        originCost = plan.leftCost[origin];
        limit = threshold + originCost + slackening;
        // Also where the place is impossible.
        if (origin == to || !(spent <= limit)) {
            return false;
        }
        originLeft = plan.left[origin] + costs.minutes[role * costs.places + origin];
        originGain = plan.ofLeft(origin, originLeft) - originCost;
        best = threshold;
        bestLength = 0;
        lastNode = nodes + mostNodes;
        onPath[origin] = true;
        extend(role, to, 0, spent);
        onPath[origin] = false;
        for (int i = 0; i < bestLength; i++) {
            touch(plan.place[bestRole[i]]);
            touch(bestPlace[i]);
            plan.move(bestRole[i], bestPlace[i]);
        }
        return bestLength > 0;
    }

    /** @param spent by the roles that have moved and by the places that they have left but the first */
    private void extend(int role, int to, int depth, double spent) {
        nodes++;
        pathRole[depth] = role;
        pathPlace[depth] = to;
        int left = plan.left[to] - costs.minutes[role * costs.places + to];
        double before = spent - plan.leftCost[to];
        double end = before + plan.ofLeft(to, left) + originGain;
        if (end < best) {
            keep(depth + 1, end);
        }
        if (depth + 1 < DEPTH && to != costs.nobody) {
            onPath[to] = true;
            for (int k = 0; k < plan.count[to] && nodes < lastNode; k++) {
                double without = before + plan.ofLeft(to, left + plan.roleMinutes[to][k]);
                if (without - plan.roleSaving[to][k] <= limit) {
                    pushOut(plan.roles[to][k], depth + 1, without - plan.roleCost[to][k]);
                }
            }
            onPath[to] = false;
        }
    }

    private void pushOut(int role, int depth, double spent) {
        int row = role * costs.places;
        int originAfter = originLeft - costs.minutes[row + origin];
        double cycle = spent + costs.relative[row + origin] + plan.ofLeft(origin, originAfter) - originCost;
        if (cycle < best) {
            pathRole[depth] = role;
            pathPlace[depth] = origin;
            keep(depth + 1, cycle);
        }
        for (int to : costs.candidates[role]) {
            double next = spent + costs.relative[row + to];
            if (next > limit || nodes >= lastNode) {
                return;
            }
            if (!onPath[to]) {
                extend(role, to, depth, next);
            }
        }
    }

    private void keep(int length, double value) {
        best = value;
        bestLength = length;
        System.arraycopy(pathRole, 0, bestRole, 0, length);
        System.arraycopy(pathPlace, 0, bestPlace, 0, length);
    }
}
