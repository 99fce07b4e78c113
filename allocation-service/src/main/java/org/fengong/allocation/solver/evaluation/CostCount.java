package org.fengong.allocation.solver.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.fengong.allocation.solver.problem.PublishedAssignment;
import org.fengong.allocation.solver.problem.SkillRequirement;

/** Counts the soft costs. Each is effort in minutes × a whole rate; the rates round down. */
final class CostCount {
    private final PlanFacts facts;
    private final PolicyWeights weights;

    CostCount(PlanFacts facts) {
        this.facts = facts;
        this.weights = facts.problem.policy().weights();
    }

    Map<String, CostBreakdown> roleCosts() {
        Map<String, CostBreakdown> costs = new TreeMap<>();
        for (String roleId : facts.roles.keySet()) {
            Placement placement = facts.placements.get(roleId);
            costs.put(roleId, placement == null ? unassigned(roleId) : assigned(placement));
        }
        for (PlanningMember member : facts.members.values()) {
            fairness(member, costs);
        }
        return Collections.unmodifiableMap(costs);
    }

    // Unassigned: effort · (unassigned · importance + goal rate · weeks of the horizon + movedMember if published).
    private CostBreakdown unassigned(String roleId) {
        PlanningTask task = facts.taskOfRole.get(roleId);
        long effort = facts.roles.get(roleId).effortMinutes();
        long change = facts.published.containsKey(roleId) ? effort * weights.movedMember() : 0;
        long goal = effort * goalRate(task) * facts.problem.weeks();
        return new CostBreakdown(0, 0, 0, 0, change, goal, 0, effort * weights.unassigned() * task.importance());
    }

    private CostBreakdown assigned(Placement placement) {
        PlanningTask task = facts.taskOfRole.get(placement.roleId());
        PlanningRole role = facts.roles.get(placement.roleId());
        PlanningMember member = facts.members.get(placement.memberId());
        long effort = role.effortMinutes();
        // Lateness: effort · lateness · importance · weeks that the role ends after the due week.
        long weeksLate = Math.max(0, placement.endWeek() - task.dueWeek());
        // Goal: effort · goal · goal weight · weeks until the role is delivered.
        long goal = effort * goalRate(task) * placement.endWeek();
        boolean wishMissed =
                role.wishedDepartmentId() != null && !role.wishedDepartmentId().equals(member.departmentId());
        return new CostBreakdown(
                effort * fitRate(role, member),
                effort * interestRate(role, member),
                effort * weights.lateness() * task.importance() * weeksLate,
                0,
                effort * changeRate(placement),
                goal,
                wishMissed ? effort * weights.department() : 0,
                0);
    }

    // fit · (1 − Σ w·min(level, minLevel+1) ÷ Σ w·min(5, minLevel+1)): one level above the minimum is all that is
    // wanted.
    private long fitRate(PlanningRole role, PlanningMember member) {
        long held = 0;
        long wanted = 0;
        for (SkillRequirement skill : role.skills()) {
            int most = Math.min(5, skill.minLevel() + 1);
            held += (long) skill.weight() * Math.min(member.skillLevels().getOrDefault(skill.skillId(), 0), most);
            wanted += (long) skill.weight() * most;
        }
        return wanted == 0 ? 0 : weights.fit() * (wanted - held) / wanted;
    }

    // interest · (2 − Σ w·interest ÷ Σ w), the interest being the one in the skill, else in its field, else 0.
    private long interestRate(PlanningRole role, PlanningMember member) {
        long lacking = 0;
        long sum = 0;
        for (SkillRequirement skill : role.skills()) {
            Integer interest = member.skillInterests().get(skill.skillId());
            if (interest == null && skill.field() != null) {
                interest = member.fieldInterests().get(skill.field());
            }
            lacking += (long) skill.weight() * (2 - (interest == null ? 0 : interest));
            sum += skill.weight();
        }
        return sum == 0 ? 0 : weights.interest() * lacking / sum;
    }

    // A published start that has passed counts as the current week.
    private long changeRate(Placement placement) {
        PublishedAssignment published = facts.published.get(placement.roleId());
        if (published == null) {
            return 0;
        }
        if (!published.memberId().equals(placement.memberId())) {
            return weights.movedMember();
        }
        return Math.max(0, published.startWeek()) == placement.startWeek() ? 0 : weights.movedWeek();
    }

    private long goalRate(PlanningTask task) {
        return (long) weights.goal() * task.goalWeightPermille() / 1000;
    }

    private void fairness(PlanningMember member, Map<String, CostBreakdown> costs) {
        List<Placement> placements = facts.placementsOf(member);
        List<Long> minutes = placements.stream().map(this::minutesInHorizon).toList();
        long planned = minutes.stream().mapToLong(Long::longValue).sum();
        if (planned == 0) {
            return;
        }
        long before =
                member.standingMinutes().stream().mapToLong(Integer::longValue).sum();
        long capacity =
                member.capacityMinutes().stream().mapToLong(Integer::longValue).sum();
        if (!member.newcomer()) {
            before += member.past().loadMinutes();
            capacity += member.past().capacityMinutes();
        }
        long added = unfairness(before + planned, capacity) - unfairness(before, capacity);
        long[] shares = shares(added, minutes, planned);
        for (int i = 0; i < shares.length; i++) {
            String roleId = placements.get(i).roleId();
            costs.put(roleId, costs.get(roleId).withFairness(shares[i]));
        }
    }

    private long minutesInHorizon(Placement placement) {
        return IntStream.range(0, facts.problem.weeks())
                .mapToLong(placement::minutesIn)
                .sum();
    }

    // capacity · g(load ÷ capacity) = Σ steps costPerMinute · max(0, load − capacity · loadPercent ÷ 100), in minutes.
    private long unfairness(long load, long capacity) {
        long cost = 0;
        for (FairnessStep step : weights.fairness()) {
            cost += step.costPerMinute() * Math.max(0, load - capacity * step.loadPercent() / 100);
        }
        return cost;
    }

    // By minutes, largest remainder, the earlier role id first.
    private static long[] shares(long cost, List<Long> minutes, long sum) {
        long[] shares = minutes.stream().mapToLong(part -> cost * part / sum).toArray();
        long left = cost
                - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(cost * minutes.get(i) % sum)))
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
