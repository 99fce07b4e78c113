package org.fengong.tasks.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.tasks.task.DependencyCycleException;

/** The tasks of a template so that each comes after those it waits for. */
class TaskOrder {
    private final Map<String, TemplateTask> byKey;
    private final List<TemplateTask> ordered = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    /** From the task that is looked at back to the one that the search began with. */
    private final Deque<String> path = new ArrayDeque<>();

    private TaskOrder(Map<String, TemplateTask> byKey) {
        this.byKey = byKey;
    }

    /**
     * @throws RuleViolatedException when a key, dependency or skill stands there twice or a task is due before its start
     * @throws UnknownReferenceException for a dependency on a task that the template does not have
     * @throws DependencyCycleException when tasks would wait for each other
     */
    static List<TemplateTask> of(List<TemplateTask> tasks) {
        var byKey = new LinkedHashMap<String, TemplateTask>();
        for (int i = 0; i < tasks.size(); i++) {
            if (byKey.putIfAbsent(tasks.get(i).key(), tasks.get(i)) != null) {
                throw new RuleViolatedException(
                        "template-task-twice",
                        "tasks[%d].key".formatted(i),
                        "The template has two tasks with the key %s."
                                .formatted(tasks.get(i).key()));
            }
        }
        for (int i = 0; i < tasks.size(); i++) {
            requireSense(tasks.get(i), "tasks[%d].".formatted(i), byKey.keySet());
        }
        var order = new TaskOrder(byKey);
        byKey.keySet().forEach(order::visit);
        return order.ordered;
    }

    private static void requireSense(TemplateTask task, String field, Set<String> keys) {
        if (task.startDays() != null && task.dueDays() < task.startDays()) {
            throw new RuleViolatedException(
                    "due-before-start", field + "dueDays", "The task is due before it may start.");
        }
        var waitsFor = new HashSet<String>();
        for (int j = 0; j < task.dependencies().size(); j++) {
            var key = task.dependencies().get(j).task();
            var at = field + "dependsOn[%d].task".formatted(j);
            if (!keys.contains(key)) {
                throw new UnknownReferenceException("template-task", at, key);
            }
            if (!waitsFor.add(key)) {
                throw new RuleViolatedException("dependency-twice", at, "The dependency stands in the list twice.");
            }
        }
        for (int j = 0; j < task.roles().size(); j++) {
            var skills = task.roles().get(j).skills();
            var asked = new HashSet<String>();
            for (int k = 0; skills != null && k < skills.size(); k++) {
                if (!asked.add(skills.get(k).skill())) {
                    throw new RuleViolatedException(
                            "skill-twice",
                            field + "roles[%d].skills[%d].skill".formatted(j, k),
                            "The role asks for the skill twice.");
                }
            }
        }
    }

    private void visit(String key) {
        if (path.contains(key)) {
            var cycle = new ArrayList<>(List.of(key));
            for (var waiting : path) {
                cycle.add(0, waiting);
                if (waiting.equals(key)) {
                    break;
                }
            }
            throw new DependencyCycleException("tasks", cycle);
        }
        if (done.contains(key)) {
            return;
        }
        path.push(key);
        byKey.get(key).dependencies().forEach(dependency -> visit(dependency.task()));
        path.pop();
        done.add(key);
        ordered.add(byKey.get(key));
    }
}
