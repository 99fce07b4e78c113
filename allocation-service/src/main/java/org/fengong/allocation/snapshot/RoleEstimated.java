package org.fengong.allocation.snapshot;

import java.util.UUID;

/** A new estimate says how much of a role is left. */
public record RoleEstimated(UUID taskId, UUID roleId, int estimateToCompleteMinutes) {}
