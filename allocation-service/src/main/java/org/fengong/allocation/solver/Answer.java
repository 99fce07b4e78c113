package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fengong.allocation.solver.core.State;
import org.fengong.allocation.solver.evaluation.Evaluation;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.PlannedAssignment;
import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.plan.UnassignedRole;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningProblem;

/** Turns the search's plan into a solution, once the evaluator has confirmed it. */
final class Answer {
    private final PlanningProblem problem;
    private final Model model;
    private final State state;
    private final List<Placement> placements;
    private final Evaluation evaluation;

    Answer(Model model, State state) {
        problem = model.problem();
        this.model = model;
        this.state = state;
        placements = model.placements(state.option);
        evaluation = PlanEvaluator.evaluate(problem, placements);
    }

    Solution solution(long bound, long steps, SearchEnd end) {
        long value = evaluation.costs().total();
        if (!evaluation.feasible() || value != state.cost() || bound > value) {
            throw new IllegalStateException("The evaluator does not confirm the plan: value " + value + " against "
                    + state.cost() + ", bound " + bound + ", violations " + evaluation.violations());
        }
        return new Solution(
                problem.inputHash(),
                problem.policy().seed(),
                assignments(),
                unassigned(),
                evaluation.costs(),
                bound,
                evaluation.inherited(),
                steps,
                end);
    }

    private List<PlannedAssignment> assignments() {
        Map<String, String> taskOfRole = new HashMap<>();
        problem.tasks().forEach(task -> task.roles().forEach(role -> taskOfRole.put(role.id(), task.id())));
        Set<String> fixed =
                problem.fixed().stream().map(FixedAssignment::roleId).collect(Collectors.toSet());
        return placements.stream()
                .sorted(Comparator.comparing(Placement::roleId))
                .map(placement -> new PlannedAssignment(
                        taskOfRole.get(placement.roleId()),
                        placement,
                        fixed.contains(placement.roleId()),
                        evaluation.roleCosts().get(placement.roleId())))
                .toList();
    }

    private List<UnassignedRole> unassigned() {
        var reasons = new OpenRoles(model, state);
        List<UnassignedRole> unassigned = new ArrayList<>();
        for (int r = 0; r < state.option.length; r++) {
            if (state.option[r] == State.NOBODY) {
                String roleId = model.roles().get(r).id();
                unassigned.add(reasons.explain(r, evaluation.roleCosts().get(roleId)));
            }
        }
        unassigned.sort(Comparator.comparing(UnassignedRole::roleId));
        return List.copyOf(unassigned);
    }
}
