package org.fengong.allocation;

/** The Kafka topics that this service publishes to. */
public final class AllocationTopics {
    /** Key: plan id. */
    public static final String PLAN = "fengong.allocation.plan.v1";

    /** Key: task id. */
    public static final String ASSIGNMENT = "fengong.allocation.assignment.v1";

    /** Key: member id. */
    public static final String LOAD = "fengong.allocation.load.v1";

    /** Key: team id. */
    public static final String COVERAGE = "fengong.allocation.coverage.v1";

    /** Key: request id. */
    public static final String REQUEST = "fengong.allocation.request.v1";

    private AllocationTopics() {}
}
