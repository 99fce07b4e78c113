package org.fengong.allocation.notify;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that a member was told.
 *
 * @param data names, titles, weeks and times for a text of it
 * @param readAt absent until the member has read it
 */
record NotificationResponse(
        UUID id,
        UUID memberId,
        NoticeKind kind,
        Instant at,
        @Schema(nullable = true) UUID teamId,
        @Schema(nullable = true) UUID taskId,
        @Schema(nullable = true) UUID assignmentId,
        @Schema(nullable = true) UUID offerId,
        @Schema(nullable = true) UUID planId,
        Map<String, String> data,
        @Schema(nullable = true) Instant readAt) {}
