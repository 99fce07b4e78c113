package org.fengong.allocation.solver.problem;

/** What a member carried and could carry in the eight weeks before the horizon. */
public record PastLoad(int loadMinutes, int capacityMinutes) {
    public PastLoad {
        Check.range(loadMinutes, 0, Check.MAX_MINUTES, "past loadMinutes");
        Check.range(capacityMinutes, 0, Check.MAX_MINUTES, "past capacityMinutes");
    }
}
