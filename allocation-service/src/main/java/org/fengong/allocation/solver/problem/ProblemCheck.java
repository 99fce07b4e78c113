package org.fengong.allocation.solver.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Refuses a problem whose parts do not fit together. */
final class ProblemCheck {
    private ProblemCheck() {}

    static void check(
            int weeks,
            List<PlanningMember> members,
            List<PlanningTask> tasks,
            Map<String, Integer> outsideEndWeeks,
            List<FixedAssignment> fixed,
            List<PublishedAssignment> published) {
        Check.range(weeks, 1, PlanningProblem.MAX_WEEKS, "weeks");
        Set<String> memberIds = members(weeks, members);
        Map<String, PlanningTask> tasksById = new HashMap<>();
        Map<String, PlanningRole> rolesById = new HashMap<>();
        for (PlanningTask task : tasks) {
            Check.that(tasksById.put(task.id(), task) == null, "Task " + task.id() + " is given twice.");
            for (PlanningRole role : task.roles()) {
                Check.that(rolesById.put(role.id(), role) == null, "Role " + role.id() + " is given twice.");
            }
        }
        Set<String> fixedIds = new HashSet<>();
        for (FixedAssignment one : fixed) {
            Check.that(fixedIds.add(one.roleId()), "Role " + one.roleId() + " is fixed twice.");
            Check.that(rolesById.containsKey(one.roleId()), "The fixed role " + one.roleId() + " is in no task.");
            Check.that(
                    memberIds.contains(one.memberId()),
                    "Member " + one.memberId() + " of the fixed role " + one.roleId() + " is not in the problem.");
        }
        rolesById
                .values()
                .forEach(role -> Check.that(
                        role.effortMinutes() > 0 || fixedIds.contains(role.id()),
                        "Role " + role.id() + " has no effort and is not fixed."));
        Set<String> publishedIds = new HashSet<>();
        published.forEach(
                one -> Check.that(publishedIds.add(one.roleId()), "Role " + one.roleId() + " is published twice."));
        dependencies(tasks, tasksById, outsideEndWeeks);
    }

    private static Set<String> members(int weeks, List<PlanningMember> members) {
        Set<String> ids = new HashSet<>();
        for (PlanningMember member : members) {
            Check.that(ids.add(member.id()), "Member " + member.id() + " is given twice.");
            Check.that(
                    member.capacityMinutes().size() == weeks
                            && member.standingMinutes().size() == weeks,
                    "Member " + member.id() + " needs capacity and standing minutes for " + weeks + " weeks.");
        }
        return ids;
    }

    private static void dependencies(
            List<PlanningTask> tasks, Map<String, PlanningTask> tasksById, Map<String, Integer> outsideEndWeeks) {
        for (PlanningTask task : tasks) {
            for (TaskDependency dependency : task.dependsOn()) {
                Check.that(
                        tasksById.containsKey(dependency.taskId()) || outsideEndWeeks.containsKey(dependency.taskId()),
                        "Task " + task.id() + " depends on " + dependency.taskId()
                                + ", which is neither in the problem nor given with an end week.");
            }
        }
        refuseCycle(tasks, tasksById);
    }

    /** Takes away tasks that wait for nothing, again and again; what is left waits for itself. */
    private static void refuseCycle(List<PlanningTask> tasks, Map<String, PlanningTask> tasksById) {
        Map<String, List<String>> waiting = new HashMap<>();
        Map<String, Integer> open = new TreeMap<>();
        for (PlanningTask task : tasks) {
            open.put(task.id(), 0);
            for (TaskDependency dependency : task.dependsOn()) {
                if (tasksById.containsKey(dependency.taskId())) {
                    waiting.computeIfAbsent(dependency.taskId(), id -> new ArrayList<>())
                            .add(task.id());
                    open.merge(task.id(), 1, Integer::sum);
                }
            }
        }
        Deque<String> free = new ArrayDeque<>();
        open.forEach((id, count) -> {
            if (count == 0) {
                free.add(id);
            }
        });
        while (!free.isEmpty()) {
            String id = free.remove();
            open.remove(id);
            for (String next : waiting.getOrDefault(id, List.of())) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        Check.that(open.isEmpty(), "These tasks wait for each other, or for such as do: " + open.keySet() + ".");
    }
}
