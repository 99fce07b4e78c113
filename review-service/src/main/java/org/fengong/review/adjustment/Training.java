package org.fengong.review.adjustment;

import java.util.UUID;

/**
 * A skill that a member should learn.
 *
 * @param minLevel the level that is lacking
 * @param level of the member, 0 without the skill
 * @param holders how many hold it at that level
 */
public record Training(UUID memberId, UUID skillId, int minLevel, int level, int holders) {}
