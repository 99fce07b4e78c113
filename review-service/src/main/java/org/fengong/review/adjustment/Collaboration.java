package org.fengong.review.adjustment;

import java.util.UUID;

/**
 * A role for which another department should be asked.
 *
 * @param minutes its effort
 * @param skillId the skill that is lacking
 * @param minLevel the level of it that is lacking
 * @param holders how many of the department hold it at that level
 */
public record Collaboration(
        UUID taskId, UUID roleId, UUID departmentId, int minutes, UUID skillId, int minLevel, int holders) {}
