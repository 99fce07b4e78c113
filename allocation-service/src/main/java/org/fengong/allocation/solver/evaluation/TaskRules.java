package org.fengong.allocation.solver.evaluation;

import java.util.List;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.TaskDependency;

/**
 * The rules between roles: dependencies, roles done together, one role for each member. What two fixed roles break
 * between them is inherited. A running role has begun and waits for nothing.
 */
final class TaskRules {
    private final PlanFacts facts;
    private final Findings findings;

    TaskRules(PlanFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void check() {
        for (PlanningTask task : facts.tasks.values()) {
            List<Placement> placed = facts.placementsOf(task);
            for (Placement placement : placed) {
                if (!facts.isRunning(placement)) {
                    task.dependsOn().forEach(dependency -> dependency(placement, dependency));
                }
            }
            for (int i = 0; i < placed.size(); i++) {
                for (int j = i + 1; j < placed.size(); j++) {
                    pair(task, placed.get(i), placed.get(j));
                }
            }
        }
    }

    private void dependency(Placement placement, TaskDependency dependency) {
        PlanningTask predecessor = facts.tasks.get(dependency.taskId());
        if (predecessor == null) {
            int end = facts.problem.outsideEndWeeks().get(dependency.taskId());
            waits(placement, dependency, end, facts.isFixed(placement), placement);
            return;
        }
        List<Placement> before = facts.placementsOf(predecessor);
        if (before.size() < predecessor.roles().size()) {
            String detail = "Task " + predecessor.id() + " must be done before, and one of its roles has nobody.";
            findings.add(facts.isFixed(placement), Rule.PREDECESSOR_ASSIGNED, placement, detail);
        }
        for (Placement earlier : before) {
            boolean bothFixed = facts.isFixed(placement) && facts.isFixed(earlier);
            waits(placement, dependency, earlier.endWeek(), bothFixed, facts.isFixed(placement) ? earlier : placement);
        }
    }

    private void waits(
            Placement placement, TaskDependency dependency, int end, boolean inheritedOnly, Placement concerned) {
        if (placement.startWeek() < end + dependency.lagWeeks()) {
            String detail = "Role " + placement.roleId() + " starts in week " + placement.startWeek() + ", task "
                    + dependency.taskId() + " before it ends in week " + end + " with a lag of "
                    + dependency.lagWeeks() + ".";
            findings.add(inheritedOnly, Rule.DEPENDENCY, concerned, detail);
        }
    }

    private void pair(PlanningTask task, Placement one, Placement other) {
        boolean bothFixed = facts.isFixed(one) && facts.isFixed(other);
        Placement concerned = facts.isFixed(other) ? one : other;
        if (!task.allowSameMember() && one.memberId().equals(other.memberId())) {
            String detail =
                    "The member holds roles " + one.roleId() + " and " + other.roleId() + " of task " + task.id() + ".";
            findings.add(bothFixed, Rule.ONE_ROLE_PER_MEMBER, concerned, detail);
        }
        boolean bound = task.together() && !facts.isRunning(one) && !facts.isRunning(other);
        if (bound && one.startWeek() != other.startWeek()) {
            String detail = "Task " + task.id() + " is done together, its roles " + one.roleId() + " and "
                    + other.roleId() + " start in weeks " + one.startWeek() + " and " + other.startWeek() + ".";
            findings.add(bothFixed, Rule.TOGETHER, concerned, detail);
        }
    }
}
