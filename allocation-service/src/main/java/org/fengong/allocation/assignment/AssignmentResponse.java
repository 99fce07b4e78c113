package org.fengong.allocation.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * An assignment.
 *
 * @param weeks minutes that stand, also what past weeks have seen
 * @param fit how much of the wanted proficiency the member has, 0–1
 * @param reason why this member, in words
 * @param nextBest who else could have had it; absent when nobody could, or the lead decided
 * @param atRisk it cannot be done as it stands; {@code conflicts} says why
 * @param changedAt when it was last given, moved or ended
 */
public record AssignmentResponse(
        UUID id,
        UUID taskId,
        UUID roleId,
        UUID teamId,
        UUID memberId,
        AssignmentStatus status,
        @Schema(nullable = true) ReleaseCause cause,
        String origin,
        boolean pinned,
        YearWeek startWeek,
        List<WeekMinutes> weeks,
        double fit,
        String reason,
        @Schema(nullable = true) NextBest nextBest,
        @Schema(nullable = true) UUID planId,
        boolean atRisk,
        List<Conflict> conflicts,
        Instant createdAt,
        Instant changedAt,
        long version)
        implements Versioned {
    static AssignmentResponse of(Assignment a) {
        return new AssignmentResponse(
                a.id(),
                a.taskId(),
                a.roleId(),
                a.teamId(),
                a.memberId(),
                a.status(),
                a.cause(),
                a.origin(),
                a.pinned(),
                a.startWeek(),
                a.standing(),
                a.fit(),
                a.reason(),
                a.nextBest(),
                a.planId(),
                !a.conflicts().isEmpty(),
                a.conflicts(),
                a.createdAt(),
                a.changedAt(),
                a.version());
    }

    /** With the next best in the reason, by name. */
    AssignmentResponse named(Map<UUID, MemberState> members) {
        if (nextBest == null) {
            return this;
        }
        var known = members.get(nextBest.memberId());
        var name = known == null ? nextBest.memberId().toString() : known.displayName();
        return new AssignmentResponse(
                id,
                taskId,
                roleId,
                teamId,
                memberId,
                status,
                cause,
                origin,
                pinned,
                startWeek,
                weeks,
                fit,
                reason + ", " + nextBest.inWords(name),
                nextBest,
                planId,
                atRisk,
                conflicts,
                createdAt,
                changedAt,
                version);
    }

    /** True while the role is the member's. */
    public boolean stands() {
        return status == AssignmentStatus.ACTIVE || status == AssignmentStatus.OFFERED;
    }
}
