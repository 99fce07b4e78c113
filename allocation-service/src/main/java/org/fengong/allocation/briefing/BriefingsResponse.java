package org.fengong.allocation.briefing;

import java.util.List;
import java.util.UUID;

/**
 * The briefings of several people, as far as they are about one team or task.
 *
 * @param openRoles that nobody has
 */
record BriefingsResponse(List<BriefingResponse> members, List<OpenRole> openRoles) {
    record OpenRole(UUID taskId, String taskTitle, UUID roleId, String roleName, int effortMinutes) {}
}
