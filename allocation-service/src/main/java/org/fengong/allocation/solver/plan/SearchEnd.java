package org.fengong.allocation.solver.plan;

/** Why a search stopped. Only the first two give the same plan again for the same problem. */
public enum SearchEnd {
    PROVEN_OPTIMAL,
    STEPS_DONE,
    WALL_CLOCK_CEILING,
    CANCELLED
}
