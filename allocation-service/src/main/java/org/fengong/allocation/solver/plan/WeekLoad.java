package org.fengong.allocation.solver.plan;

/** All that stands in a member's week, with the plan in it, against the capacity. */
public record WeekLoad(int week, int loadMinutes, int capacityMinutes) {}
