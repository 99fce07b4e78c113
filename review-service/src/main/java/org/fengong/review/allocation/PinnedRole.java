package org.fengong.review.allocation;

import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A role that a plan must give to a member. */
public record PinnedRole(UUID roleId, UUID memberId, YearWeek startWeek) {}
