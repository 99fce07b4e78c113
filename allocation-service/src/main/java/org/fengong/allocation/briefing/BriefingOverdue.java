package org.fengong.allocation.briefing;

import java.util.Set;
import java.util.UUID;

/** A member has not taken note of changes in time. */
public record BriefingOverdue(UUID memberId, Set<UUID> teamIds) {}
