package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A plan as it is now: the data of every event of a plan. */
record PlanState(
        UUID planId,
        long version,
        List<UUID> teamIds,
        PlanStatus status,
        YearWeek fromWeek,
        int weeks,
        Long value,
        Long bound,
        Double gap,
        Boolean provenOptimal,
        Integer assignedRoles,
        Integer unassignedRoles,
        PlanCause.Summary cause,
        String actor,
        String reason) {
    static final String SOLVED = "fengong.allocation.plan-solved.v1";
    static final String PUBLISHED = "fengong.allocation.plan-published.v1";
    static final String SUPERSEDED = "fengong.allocation.plan-superseded.v1";

    static PlanState of(Plan plan, String actor, String reason) {
        return new PlanState(
                plan.id(),
                plan.version(),
                plan.teamIds(),
                plan.status(),
                plan.fromWeek(),
                plan.weeks(),
                plan.value(),
                plan.bound(),
                plan.gap(),
                plan.provenOptimal(),
                plan.assignedRoles(),
                plan.unassignedRoles(),
                plan.cause() == null ? null : plan.cause().summary(),
                actor,
                reason);
    }
}
