package org.fengong.allocation.solver.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PublishedAssignment;

/** Problem and plan by id; only placements of known roles with known members are kept, one for each role. */
final class PlanFacts {
    final PlanningProblem problem;
    final Map<String, PlanningMember> members = new TreeMap<>();
    final Map<String, PlanningTask> tasks = new TreeMap<>();
    final Map<String, PlanningTask> taskOfRole = new TreeMap<>();
    final Map<String, PlanningRole> roles = new TreeMap<>();
    final Map<String, FixedAssignment> fixed = new TreeMap<>();
    final Map<String, PublishedAssignment> published = new TreeMap<>();
    final Map<String, Placement> placements = new TreeMap<>();
    private final Map<String, List<Placement>> placementsByMember = new TreeMap<>();

    private PlanFacts(PlanningProblem problem) {
        this.problem = problem;
        problem.members().forEach(member -> members.put(member.id(), member));
        for (PlanningTask task : problem.tasks()) {
            tasks.put(task.id(), task);
            for (PlanningRole role : task.roles()) {
                roles.put(role.id(), role);
                taskOfRole.put(role.id(), task);
            }
        }
        problem.fixed().forEach(one -> fixed.put(one.roleId(), one));
        problem.published().forEach(one -> published.put(one.roleId(), one));
    }

    static PlanFacts of(PlanningProblem problem, List<Placement> placements, Findings findings) {
        var facts = new PlanFacts(problem);
        for (Placement placement : placements) {
            if (!facts.roles.containsKey(placement.roleId())) {
                findings.add(false, Rule.ROLE_KNOWN, placement, "The role is not among those to plan.");
            } else if (!facts.members.containsKey(placement.memberId())) {
                findings.add(false, Rule.MEMBER_KNOWN, placement, "The member is not among those to plan with.");
            } else if (facts.placements.putIfAbsent(placement.roleId(), placement) != null) {
                findings.add(false, Rule.ROLE_ONCE, placement, "The role is given to more than one member.");
            }
        }
        facts.placements
                .values()
                .forEach(placement -> facts.placementsByMember
                        .computeIfAbsent(placement.memberId(), id -> new ArrayList<>())
                        .add(placement));
        return facts;
    }

    /** How many of the published roles are not as they were. */
    int changes() {
        return (int) published.values().stream()
                .filter(one -> roles.containsKey(one.roleId()))
                .filter(one -> ChangeRule.changes(one, placements.get(one.roleId())))
                .count();
    }

    boolean isFixed(Placement placement) {
        return fixed.containsKey(placement.roleId());
    }

    boolean isRunning(Placement placement) {
        return isFixed(placement) && fixed.get(placement.roleId()).running();
    }

    /** In the order of the role ids. */
    List<Placement> placementsOf(PlanningMember member) {
        return placementsByMember.getOrDefault(member.id(), List.of());
    }

    /** The placements of a task's roles, in the order of the roles. */
    List<Placement> placementsOf(PlanningTask task) {
        return task.roles().stream()
                .filter(role -> placements.containsKey(role.id()))
                .map(role -> placements.get(role.id()))
                .toList();
    }
}
