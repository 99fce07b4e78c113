package org.fengong.allocation.plan.policy;

import java.util.UUID;

/** A policy as a plan uses it; later versions do not touch it. */
public record AppliedPolicy(Source source, PlanPolicy weights) {
    /** @param teamId null for one that every team has */
    public record Source(UUID teamId, String key, long version, String name) {}
}
