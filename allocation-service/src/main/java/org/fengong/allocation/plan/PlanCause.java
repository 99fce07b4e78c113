package org.fengong.allocation.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.ReplanCause;

/**
 * Why a plan was made that nobody asked for. It moves what is hit and offers again what nobody has; all else stays as it
 * stands.
 *
 * @param kinds what happened
 * @param memberIds whose time or skills changed
 * @param hitRoles roles whose assignments cannot stay as they stand
 * @param leavingRoles those of them that need another member, even when the work is begun
 */
record PlanCause(List<ReplanCause> kinds, List<UUID> memberIds, Set<UUID> hitRoles, Set<UUID> leavingRoles) {
    /** Whether a role that stands stays as it is. */
    boolean leaves(UUID roleId) {
        return !hitRoles.contains(roleId);
    }

    /** As an answer or an event shows it. */
    @Schema(name = "PlanCause")
    record Summary(List<ReplanCause> kinds, List<UUID> memberIds) {}

    Summary summary() {
        return new Summary(kinds, memberIds);
    }
}
