package org.fengong.review.allocation;

import java.util.List;
import java.util.UUID;

record StartPlanRequest(List<UUID> teamIds, int weeks, ReplanPolicy policy) {}
