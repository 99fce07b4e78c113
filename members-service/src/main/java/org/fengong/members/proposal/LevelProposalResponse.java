package org.fengong.members.proposal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * @param decidedBy member or system; absent while nobody has
 * @param reason why it was declined
 */
public record LevelProposalResponse(
        UUID id,
        UUID memberId,
        UUID skillId,
        int level,
        @Schema(nullable = true) String evidence,
        ProposalStatus status,
        Instant proposedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String reason,
        long version)
        implements Versioned {}
