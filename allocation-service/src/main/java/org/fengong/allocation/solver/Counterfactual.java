package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.WhatIf;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.SkillRequirement;

/**
 * Asks what would have to change for a member to get a role. Levels, department and free time are supposed to be there as
 * far as they lack, and the evaluator judges the whole plan of that world; so the difference is exact.
 */
public final class Counterfactual {
    private final PlanningProblem problem;
    private final List<Placement> others;
    private final PlanningRole role;
    private final PlanningMember member;
    private final long value;

    private Counterfactual(PlanningProblem problem, List<Placement> placements, String roleId, String memberId) {
        this.problem = problem;
        others = placements.stream()
                .filter(placement -> !placement.roleId().equals(roleId))
                .toList();
        role = problem.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .filter(one -> one.id().equals(roleId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Role " + roleId + " is not in the problem."));
        member = problem.members().stream()
                .filter(one -> one.id().equals(memberId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Member " + memberId + " is not in the problem."));
        value = PlanEvaluator.evaluate(problem, placements).costs().total();
    }

    /**
     * @param placements a feasible plan of the problem
     * @throws IllegalArgumentException when the role or the member is not in the problem
     */
    public static WhatIf of(PlanningProblem problem, List<Placement> placements, String roleId, String memberId) {
        return new Counterfactual(problem, placements, roleId, memberId).best();
    }

    private WhatIf best() {
        if (problem.fixed().stream().anyMatch(fixed -> fixed.roleId().equals(role.id()))) {
            return new WhatIf(null, List.of(), null, List.of(), null, List.of(Rule.FIXED_STAYS));
        }
        return IntStream.range(0, problem.weeks())
                .mapToObj(this::startingIn)
                .min(Comparator.comparing((WhatIf one) -> one.brokenRules().size())
                        .thenComparing(Counterfactual::lackingMinutes)
                        .thenComparing(WhatIf::costDifference, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
    }

    private static int lackingMinutes(WhatIf one) {
        return one.time().stream()
                .mapToInt(shortage -> shortage.neededMinutes() - shortage.freeMinutes())
                .sum();
    }

    private WhatIf startingIn(int start) {
        var placement = new Placement(
                role.id(),
                member.id(),
                start,
                Arrays.stream(minutes(start)).boxed().toList());
        var time = IntStream.rangeClosed(start, Math.min(placement.endWeek(), problem.weeks() - 1))
                .filter(week -> placement.minutesIn(week) > free(week))
                .mapToObj(week -> new Alternative.Shortage(week, placement.minutesIn(week), free(week)))
                .toList();
        var evaluation = PlanEvaluator.evaluate(
                supposing(placement, time),
                Stream.concat(others.stream(), Stream.of(placement)).toList());
        var broken = evaluation.violations().stream()
                .map(Finding::rule)
                .distinct()
                .sorted()
                .toList();
        boolean elsewhere = role.departmentId() != null && !role.departmentId().equals(member.departmentId());
        return new WhatIf(
                start,
                Eligibility.missing(role, member),
                elsewhere ? role.departmentId() : null,
                time,
                broken.isEmpty() ? evaluation.costs().total() - value : null,
                broken);
    }

    /** Where there is time; when there is too little of it, all that there is, and the rest in the start week. */
    private int[] minutes(int start) {
        int[] free = IntStream.range(0, problem.weeks()).map(this::free).toArray();
        int[] fitting = EffortSplit.whereFree(role.effortMinutes(), role.spanWeeks(), start, free);
        if (fitting.length > 0) {
            return fitting;
        }
        int most = role.spanWeeks() == null ? PlanningRole.MAX_WEEKS_WITHOUT_SPAN : role.spanWeeks();
        int[] minutes = new int[Math.min(most, problem.weeks() - start)];
        int left = role.effortMinutes();
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = Math.min(left, i == 0 ? Math.max(1, free[start]) : free[start + i]);
            left -= minutes[i];
        }
        minutes[0] += left;
        return minutes;
    }

    /** What the others leave of the member's week, at least 0. */
    private int free(int week) {
        return Math.max(0, problem.policy().loadLimit(member.capacityMinutes().get(week)) - stands(week));
    }

    private int stands(int week) {
        return member.standingMinutes().get(week)
                + others.stream()
                        .filter(placement -> placement.memberId().equals(member.id()))
                        .mapToInt(placement -> placement.minutesIn(week))
                        .sum();
    }

    /** The same problem, in which the member has what lacks. */
    private PlanningProblem supposing(Placement placement, List<Alternative.Shortage> time) {
        var levels = new HashMap<>(member.skillLevels());
        role.skills().stream()
                .filter(SkillRequirement::mandatory)
                .forEach(skill -> levels.merge(skill.skillId(), skill.minLevel(), Math::max));
        var capacity = new ArrayList<>(member.capacityMinutes());
        int percent = problem.policy().maxLoadPercent();
        time.forEach(shortage -> {
            long needed = (long) stands(shortage.week()) + placement.minutesIn(shortage.week());
            capacity.set(shortage.week(), (int) ((needed * 100 + percent - 1) / percent));
        });
        var supposed = new PlanningMember(
                member.id(),
                role.departmentId() == null ? member.departmentId() : role.departmentId(),
                capacity,
                member.standingMinutes(),
                member.past(),
                levels,
                member.skillInterests(),
                member.fieldInterests());
        return new PlanningProblem(
                problem.weeks(),
                problem.members().stream()
                        .map(one -> one.id().equals(member.id()) ? supposed : one)
                        .toList(),
                problem.tasks(),
                problem.outsideEndWeeks(),
                problem.fixed(),
                problem.published(),
                problem.policy());
    }
}
