package org.fengong.allocation.solver.problem;

/**
 * A task that must have ended before: start ≥ its end + {@code lagWeeks}.
 *
 * @param lagWeeks 1 = from the week after, 0 = the same week is allowed
 */
public record TaskDependency(String taskId, int lagWeeks) {
    public TaskDependency {
        Check.id(taskId, "predecessor");
        Check.range(lagWeeks, 0, PlanningProblem.MAX_WEEKS, "lagWeeks on task " + taskId);
    }
}
