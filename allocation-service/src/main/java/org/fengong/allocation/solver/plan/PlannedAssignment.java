package org.fengong.allocation.solver.plan;

/**
 * One role of the plan with what it costs.
 *
 * @param fixed pinned or running: placed by the problem, not by the engine
 */
public record PlannedAssignment(String taskId, Placement placement, boolean fixed, CostBreakdown costs) {}
