package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.TaskDependency;

/** Puts every task after all its predecessors, by id where the dependencies leave a choice. */
final class TaskOrder {
    private TaskOrder() {}

    /** @param tasks by id, free of cycles */
    static List<PlanningTask> topological(List<PlanningTask> tasks) {
        Map<String, Integer> index = new HashMap<>();
        tasks.forEach(task -> index.put(task.id(), index.size()));
        int[] waits = new int[tasks.size()];
        List<List<Integer>> successors = new ArrayList<>();
        tasks.forEach(task -> successors.add(new ArrayList<>()));
        for (int t = 0; t < tasks.size(); t++) {
            for (TaskDependency dependency : tasks.get(t).dependsOn()) {
                Integer predecessor = index.get(dependency.taskId());
                if (predecessor != null) {
                    successors.get(predecessor).add(t);
                    waits[t]++;
                }
            }
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int t = 0; t < waits.length; t++) {
            if (waits[t] == 0) {
                ready.add(t);
            }
        }
        List<PlanningTask> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int t = ready.remove();
            order.add(tasks.get(t));
            for (int next : successors.get(t)) {
                if (--waits[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return List.copyOf(order);
    }
}
