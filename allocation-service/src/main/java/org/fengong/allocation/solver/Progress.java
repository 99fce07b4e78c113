package org.fengong.allocation.solver;

import java.util.List;
import org.fengong.allocation.solver.plan.Placement;

/**
 * The best plan so far, feasible at any time.
 *
 * @param steps search steps done; 0 for the provisional plan
 * @param bound no plan of this problem costs less
 */
public record Progress(long steps, long value, long bound, List<Placement> placements) {
    public Progress {
        placements = List.copyOf(placements);
    }
}
