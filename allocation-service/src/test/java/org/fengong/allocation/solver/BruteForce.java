package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fengong.allocation.solver.evaluation.Evaluation;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;

/** Tries every member and every start week for every role, and lets the evaluator judge each whole plan. */
final class BruteForce {
    private final PlanningProblem problem;
    private final List<List<Optional<Placement>>> choices = new ArrayList<>();
    private long optimum = Long.MAX_VALUE;

    private BruteForce(PlanningProblem problem, List<Placement> fixed) {
        this.problem = problem;
        for (var task : problem.tasks()) {
            for (PlanningRole role : task.roles()) {
                if (fixed.stream().noneMatch(one -> one.roleId().equals(role.id()))) {
                    choices.add(choices(role, fixed));
                }
            }
        }
        extend(0, new ArrayList<>(fixed));
    }

    /** @param fixed where the fixed roles stand */
    static long optimum(PlanningProblem problem, List<Placement> fixed) {
        return new BruteForce(problem, fixed).optimum;
    }

    /** Only what the evaluator accepts with all other roles left open may be part of a plan, if nothing waits for others. */
    private List<Optional<Placement>> choices(PlanningRole role, List<Placement> fixed) {
        List<Optional<Placement>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (PlanningMember member : problem.members()) {
            int[] free = free(member, fixed);
            for (int start = 0; start < problem.weeks(); start++) {
                int[] minutes = EffortSplit.whereFree(role.effortMinutes(), role.spanWeeks(), start, free);
                if (minutes.length > 0) {
                    int end = minutes.length;
                    while (minutes[end - 1] == 0) {
                        end--;
                    }
                    all.add(Optional.of(new Placement(
                            role.id(),
                            member.id(),
                            start,
                            Arrays.stream(minutes, 0, end).boxed().toList())));
                }
            }
        }
        return all;
    }

    private int[] free(PlanningMember member, List<Placement> fixed) {
        int[] free = new int[problem.weeks()];
        for (int week = 0; week < free.length; week++) {
            int w = week;
            int stands = fixed.stream()
                    .filter(one -> one.memberId().equals(member.id()))
                    .mapToInt(one -> one.minutesIn(w))
                    .sum();
            int limit = member.capacityMinutes().get(week) * problem.policy().maxLoadPercent() / 100;
            free[week] = Math.max(0, limit - member.standingMinutes().get(week) - stands);
        }
        return free;
    }

    private void extend(int role, List<Placement> plan) {
        if (role == choices.size()) {
            List<Placement> sorted = plan.stream()
                    .sorted(Comparator.comparing(Placement::roleId))
                    .toList();
            Evaluation evaluation = PlanEvaluator.evaluate(problem, sorted);
            if (evaluation.feasible()) {
                optimum = Math.min(optimum, evaluation.costs().total());
            }
            return;
        }
        for (Optional<Placement> choice : choices.get(role)) {
            choice.ifPresent(plan::add);
            extend(role + 1, plan);
            choice.ifPresent(plan::remove);
        }
    }
}
