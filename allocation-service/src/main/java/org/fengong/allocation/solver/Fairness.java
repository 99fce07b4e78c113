package org.fengong.allocation.solver;

import java.util.List;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.PlanningMember;

/**
 * Σ members capacity · g(load ÷ capacity): Σ steps costPerMinute · max(0, load − capacity · loadPercent ÷ 100). Load and
 * capacity are minutes of the horizon and the weeks before it; a newcomer has none before it.
 */
final class Fairness {
    private final int steps;
    private final long[] costPerMinute;

    /** Of member m, step k: {@code thresholds[m * steps + k]}, ascending in k, in minutes of load. */
    private final long[] thresholds;

    Fairness(List<FairnessStep> policy, List<PlanningMember> members) {
        steps = policy.size();
        costPerMinute = policy.stream().mapToLong(FairnessStep::costPerMinute).toArray();
        thresholds = new long[members.size() * steps];
        for (int m = 0; m < members.size(); m++) {
            long capacity = capacity(members.get(m));
            for (int k = 0; k < steps; k++) {
                thresholds[m * steps + k] = capacity * policy.get(k).loadPercent() / 100;
            }
        }
    }

    long cost(int member, long load) {
        long cost = 0;
        for (int k = 0; k < steps; k++) {
            long over = load - thresholds[member * steps + k];
            if (over <= 0) {
                break;
            }
            cost += over * costPerMinute[k];
        }
        return cost;
    }

    int steps() {
        return steps;
    }

    long threshold(int member, int step) {
        return thresholds[member * steps + step];
    }

    /** The load without this plan, fixed roles not counted. */
    static long standing(PlanningMember member) {
        long load =
                member.standingMinutes().stream().mapToLong(Integer::longValue).sum();
        return member.newcomer() ? load : load + member.past().loadMinutes();
    }

    private static long capacity(PlanningMember member) {
        long capacity =
                member.capacityMinutes().stream().mapToLong(Integer::longValue).sum();
        return member.newcomer() ? capacity : capacity + member.past().capacityMinutes();
    }
}
