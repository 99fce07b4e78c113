package org.fengong.allocation.plan;

/**
 * How far a plan is; the data of each event of its stream.
 *
 * @param value of the best plan so far; absent before there is one, as bound and gap are
 * @param bound no plan can cost less
 * @param gap (value − bound) ÷ value
 * @param steps search steps done when that plan was found
 */
record PlanEvent(PlanStatus status, Long value, Long bound, Double gap, Long steps) {
    static PlanEvent of(Plan plan) {
        var progress = plan.progress();
        if (progress != null) {
            return new PlanEvent(plan.status(), progress.value(), progress.bound(), progress.gap(), progress.steps());
        }
        var steps = plan.summary() == null ? null : plan.summary().steps();
        return new PlanEvent(plan.status(), plan.value(), plan.bound(), plan.gap(), steps);
    }

    /** Nothing more is searched. */
    boolean isLast() {
        return status != PlanStatus.SOLVING;
    }
}
