package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import org.fengong.allocation.AllocationTopics;
import org.fengong.platform.messaging.Outbox;

/** Tells the other services of a plan. */
@ApplicationScoped
class PlanAnnouncer {
    private final PlanRepository plans;
    private final Outbox outbox;

    PlanAnnouncer(PlanRepository plans, Outbox outbox) {
        this.plans = plans;
        this.outbox = outbox;
    }

    void tell(String type, Plan plan, String actor, String reason) {
        plans.flush(); // gives the version that the event carries
        outbox.append(AllocationTopics.PLAN, plan.id(), type, PlanState.of(plan, actor, reason));
    }
}
