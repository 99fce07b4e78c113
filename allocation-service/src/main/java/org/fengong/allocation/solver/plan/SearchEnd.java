package org.fengong.allocation.solver.plan;

/** Why a search stopped. After the last two, the same plan comes again only where the search ends at the same step. */
public enum SearchEnd {
    PROVEN_OPTIMAL,
    STEPS_DONE,
    WALL_CLOCK_CEILING,
    CANCELLED
}
