package org.fengong.allocation.solver;

import java.util.List;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.PlanningMember;

/**
 * What counts for fairness: load and capacity are minutes of the horizon and the weeks before it; a newcomer has none
 * before it. A step of the policy binds from capacity · loadPercent ÷ 100 on.
 */
final class MemberLoads {
    private MemberLoads() {}

    static Fairness fairness(List<FairnessStep> policy, List<PlanningMember> members) {
        int steps = policy.size();
        long[] thresholds = new long[members.size() * steps];
        for (int m = 0; m < members.size(); m++) {
            long capacity = capacity(members.get(m));
            for (int k = 0; k < steps; k++) {
                thresholds[m * steps + k] = capacity * policy.get(k).loadPercent() / 100;
            }
        }
        return new Fairness(
                policy.stream().mapToLong(FairnessStep::costPerMinute).toArray(), thresholds);
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
