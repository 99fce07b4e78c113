package org.fengong.allocation.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;

/**
 * What the plan uses and what got worse since it was made: of each role that somebody gets, its effort, skills, dates,
 * dependencies and status. Less effort, logged work and changes of other things make no plan stale.
 */
final class Staleness {
    private final Map<String, PlanningTask> currentTasks = new HashMap<>();
    private final Map<String, PlanningRole> currentRoles = new HashMap<>();

    private final Set<String> running;

    private Staleness(PlanningProblem current) {
        running = current.fixed().stream()
                .filter(FixedAssignment::running)
                .map(FixedAssignment::roleId)
                .collect(Collectors.toSet());
        for (var task : current.tasks()) {
            currentTasks.put(task.id(), task);
            task.roles().forEach(role -> currentRoles.put(role.id(), role));
        }
    }

    /** @param titles of tasks by id, for the sentences */
    static List<String> changes(
            PlanningProblem planned, PlanningProblem current, List<Placement> placements, Map<String, String> titles) {
        var placed = placements.stream().collect(Collectors.toMap(Placement::roleId, Function.identity()));
        var staleness = new Staleness(current);
        var changes = new ArrayList<String>();
        for (var task : planned.tasks()) {
            if (task.roles().stream().anyMatch(role -> placed.containsKey(role.id()))) {
                staleness.compare(task, placed, titles.getOrDefault(task.id(), task.id()), changes);
            }
        }
        return changes;
    }

    private void compare(PlanningTask planned, Map<String, Placement> placed, String title, List<String> changes) {
        var current = currentTasks.get(planned.id());
        if (current == null) {
            changes.add("The task \"%s\" is closed or has nothing left to do.".formatted(title));
            return;
        }
        if (planned.dueWeek() != current.dueWeek() || planned.earliestStartWeek() != current.earliestStartWeek()) {
            changes.add("The dates of the task \"%s\" changed.".formatted(title));
        }
        if (!planned.dependsOn().equals(current.dependsOn()) || planned.together() != current.together()) {
            changes.add("What the task \"%s\" waits for changed.".formatted(title));
        }
        for (var role : planned.roles()) {
            var now = currentRoles.get(role.id());
            if (!placed.containsKey(role.id())) {
                continue;
            }
            if (now == null) {
                changes.add("A role of the task \"%s\" is completed or gone.".formatted(title));
            } else if (now.effortMinutes() > role.effortMinutes()) {
                changes.add("A role of the task \"%s\" needs %d minutes instead of %d."
                        .formatted(title, now.effortMinutes(), role.effortMinutes()));
            } else if (!now.skills().equals(role.skills())
                    || !Objects.equals(now.departmentId(), role.departmentId())) {
                changes.add("What a role of the task \"%s\" asks for changed.".formatted(title));
            } else if (now.earliestStartWeek() > role.earliestStartWeek()
                    && now.earliestStartWeek() > placed.get(role.id()).startWeek()
                    && !running.contains(role.id())) {
                changes.add("Another department can begin its part of the task \"%s\" only later.".formatted(title));
            } else if (now.declinedBy().contains(placed.get(role.id()).memberId())) {
                changes.add("Who was to get a role of the task \"%s\" has declined it or let the offer expire since."
                        .formatted(title));
            }
        }
    }
}
