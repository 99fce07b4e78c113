package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Explanation;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.WeekLoad;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;

/** Answers why a role has its member, and why not another one, by exact differences of the whole cost. */
public final class PlanExplainer {
    private final PlanningProblem problem;
    private final Map<String, Placement> placements = new HashMap<>();
    private final Map<String, CostBreakdown> roleCosts;
    private final Map<String, PlanningRole> roles = new HashMap<>();
    private final Alternatives alternatives;

    /**
     * @param placements a plan of this problem, as a {@code Solution} has it
     * @throws IllegalArgumentException when a placement is none that the problem allows
     */
    public PlanExplainer(PlanningProblem problem, List<Placement> placements) {
        this.problem = problem;
        placements.forEach(placement -> this.placements.put(placement.roleId(), placement));
        roleCosts = PlanEvaluator.evaluate(problem, placements).roleCosts();
        for (PlanningTask task : problem.tasks()) {
            task.roles().forEach(role -> roles.put(role.id(), role));
        }
        alternatives = new Alternatives(ModelBuilder.build(problem), this.placements);
    }

    /** @throws IllegalArgumentException when the plan gives the role to nobody */
    public Explanation explain(String roleId) {
        Placement placement = placements.get(roleId);
        if (placement == null) {
            throw new IllegalArgumentException("Role " + roleId + " has nobody in this plan.");
        }
        PlanningRole role = roles.get(roleId);
        PlanningMember member = member(placement.memberId());
        var match = Rates.Match.of(role, member);
        return new Explanation(
                roleId,
                member.id(),
                match.fitPermille(),
                Eligibility.matches(role, member),
                match.interestPermille(),
                loads(placement, member),
                roleCosts.get(roleId),
                alternatives(role, member));
    }

    /** Why a role, assigned or not, is not given to this member. */
    public Alternative whyNot(String roleId, String memberId) {
        PlanningRole role = roles.get(roleId);
        if (role == null) {
            throw new IllegalArgumentException("Role " + roleId + " is not in the problem.");
        }
        return alternatives.of(role, member(memberId));
    }

    /** How much of the proficiency that the role wants the member has, 0–1000; whatever any plan says. */
    public static int fitPermille(PlanningRole role, PlanningMember member) {
        return Rates.Match.of(role, member).fitPermille();
    }

    private List<Alternative> alternatives(PlanningRole role, PlanningMember holder) {
        List<Alternative> all = new ArrayList<>();
        for (PlanningMember other : problem.members()) {
            if (other != holder && Eligibility.mayHave(role, other)) {
                all.add(alternatives.of(role, other));
            }
        }
        all.sort(Comparator.comparing(Alternative::costDifference, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(all);
    }

    private PlanningMember member(String id) {
        return problem.members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Member " + id + " is not in the problem."));
    }

    private List<WeekLoad> loads(Placement placement, PlanningMember member) {
        int last = Math.min(placement.endWeek(), problem.weeks() - 1);
        return IntStream.rangeClosed(placement.startWeek(), last)
                .mapToObj(week -> new WeekLoad(
                        week, load(member, week), member.capacityMinutes().get(week)))
                .toList();
    }

    private int load(PlanningMember member, int week) {
        return member.standingMinutes().get(week)
                + placements.values().stream()
                        .filter(placement -> placement.memberId().equals(member.id()))
                        .mapToInt(placement -> placement.minutesIn(week))
                        .sum();
    }
}
