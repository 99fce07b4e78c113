package org.fengong.review.adjustment;

import org.fengong.review.allocation.ReplanPolicy;

/**
 * The plan to ask for.
 *
 * @param weeks horizon, from the week in which it is asked for; 0 when none is asked for
 */
public record Replan(int weeks, ReplanPolicy policy) {
    /** Of what is done without a plan. */
    static final Replan NONE = new Replan(0, ReplanPolicy.STANDARD);

    public boolean asksForPlan() {
        return weeks > 0;
    }

    /** A plan that weighs everything as usual. */
    static Replan standard(int weeks) {
        return new Replan(weeks, ReplanPolicy.STANDARD);
    }
}
