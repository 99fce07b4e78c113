package org.fengong.review.division;

import java.util.List;
import java.util.UUID;

/** A plan as allocation-service tells it. */
record PlanState(UUID planId, long version, String status) {
    static final List<String> TYPES = List.of(
            "fengong.allocation.plan-solved.v1",
            "fengong.allocation.plan-published.v1",
            "fengong.allocation.plan-superseded.v1");
}
