package org.fengong.review.allocation;

import java.util.List;
import java.util.UUID;

/** @param scenario what to suppose; null for a plan that can be published */
record StartPlanRequest(
        List<UUID> teamIds, int weeks, ReplanPolicy policy, Supposed.Scenario scenario, List<PinnedRole> pins) {}
