package org.fengong.allocation.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.TaskDependency;

/**
 * When the free roles of a task can lie at best: after what is known of its predecessors, before what is pinned of its
 * successors, in the week of a pinned role it is done together with. Tasks are opened in topological order.
 */
final class StartWindows {
    private final PlanningProblem problem;
    private final List<PlanningTask> tasks;
    private final Map<String, Integer> taskIndex;
    private final FixedRoles fixed;
    private final Window[] windows;
    private final int[] latestEnd;

    /** The earliest week in which a task can have ended; {@link #NEVER} when one of its roles has no option. */
    private final int[] earliestEnd;

    private static final int NEVER = Integer.MAX_VALUE / 2;

    /** Starts from {@code earliestStart} to {@code latestStart}, work ends by {@code latestEnd}; may be empty. */
    record Window(int earliestStart, int latestStart, int latestEnd) {
        /** The first week in which the role itself may start. */
        int earliestStart(PlanningRole role) {
            return Math.max(earliestStart, role.earliestStartWeek());
        }
    }

    StartWindows(PlanningProblem problem, List<PlanningTask> tasks, Map<String, Integer> taskIndex, FixedRoles fixed) {
        this.problem = problem;
        this.tasks = tasks;
        this.taskIndex = taskIndex;
        this.fixed = fixed;
        windows = new Window[tasks.size()];
        earliestEnd = new int[tasks.size()];
        latestEnd = new int[tasks.size()];
        Arrays.fill(latestEnd, problem.weeks() - 1);
        for (PlanningTask task : tasks) {
            task.roles().stream().filter(fixed::isPinned).forEach(role -> beforePinned(task, role));
        }
    }

    private void beforePinned(PlanningTask task, PlanningRole pinned) {
        for (TaskDependency dependency : task.dependsOn()) {
            Integer predecessor = taskIndex.get(dependency.taskId());
            if (predecessor != null) {
                int latest = fixed.of(pinned).startWeek() - dependency.lagWeeks();
                latestEnd[predecessor] = Math.min(latestEnd[predecessor], latest);
            }
        }
    }

    void open(int t) {
        PlanningTask task = tasks.get(t);
        int earliest = Math.max(0, task.earliestStartWeek());
        for (TaskDependency dependency : task.dependsOn()) {
            Integer predecessor = taskIndex.get(dependency.taskId());
            int end =
                    predecessor == null ? problem.outsideEndWeeks().get(dependency.taskId()) : earliestEnd[predecessor];
            earliest = Math.max(earliest, end + dependency.lagWeeks());
        }
        int latest = latestEnd[t];
        earliestEnd[t] = Integer.MIN_VALUE;
        for (PlanningRole role : task.roles()) {
            if (fixed.isFixed(role)) {
                earliestEnd[t] = Math.max(earliestEnd[t], fixed.of(role).endWeek());
            }
            if (task.together() && fixed.isPinned(role)) {
                int start = fixed.of(role).startWeek();
                earliest = Math.max(earliest, start);
                latest = Math.min(latest, start);
            }
        }
        windows[t] = new Window(earliest, latest, latestEnd[t]);
    }

    /** @param week the earliest end of one of the task's free roles; −1 when the role has no option */
    void roleEndsEarliest(int t, int week) {
        earliestEnd[t] = Math.max(earliestEnd[t], week < 0 ? NEVER : week);
    }

    Window[] all() {
        return windows.clone();
    }

    Window of(int t) {
        return windows[t];
    }
}
