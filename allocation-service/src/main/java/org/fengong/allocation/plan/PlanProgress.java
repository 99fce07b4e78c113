package org.fengong.allocation.plan;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.solver.Progress;

/**
 * How far the search for a plan is.
 *
 * @param steps search steps done when the best plan so far was found
 * @param value of the best plan so far
 * @param bound no plan can cost less, as far as was proven by then
 * @param gap (value − bound) ÷ value: at most this share could still be saved
 * @param at when the search was last seen at work
 */
@Schema(name = "PlanProgress")
record PlanProgress(long steps, long value, long bound, double gap, Instant at) {
    static PlanProgress of(Progress found, Instant now) {
        var gap = found.value() == 0 ? 0 : (found.value() - found.bound()) / (double) found.value();
        return new PlanProgress(found.steps(), found.value(), found.bound(), gap, now);
    }
}
