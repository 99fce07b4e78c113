package org.fengong.allocation.solver.problem;

import java.util.Comparator;
import java.util.List;

/**
 * A task with its roles that are not completed.
 *
 * @param importance 1–5
 * @param earliestStartWeek no role starts before it; 0 or less = at once
 * @param dueWeek the last week in which the task is on time; may lie before week 0 or after the horizon
 * @param goalWeightPermille the goal's weight times the task's contribution to it, 0–1000; 0 = no goal
 * @param together the roles start in the same week
 * @param allowSameMember one member may hold several roles
 */
public record PlanningTask(
        String id,
        int importance,
        int earliestStartWeek,
        int dueWeek,
        int goalWeightPermille,
        boolean together,
        boolean allowSameMember,
        List<PlanningRole> roles,
        List<TaskDependency> dependsOn) {

    public PlanningTask {
        Check.id(id, "task");
        Check.range(importance, 1, 5, "importance of task " + id);
        Check.range(earliestStartWeek, -Check.MAX_WEEK, Check.MAX_WEEK, "earliestStartWeek of task " + id);
        Check.range(dueWeek, -Check.MAX_WEEK, Check.MAX_WEEK, "dueWeek of task " + id);
        Check.range(goalWeightPermille, 0, 1000, "goalWeightPermille of task " + id);
        Check.that(!roles.isEmpty(), "Task " + id + " has no role.");
        roles = roles.stream().sorted(Comparator.comparing(PlanningRole::id)).toList();
        dependsOn = dependsOn.stream()
                .sorted(Comparator.comparing(TaskDependency::taskId))
                .toList();
    }
}
