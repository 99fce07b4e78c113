package org.fengong.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record WorkLogResponse(
        UUID id,
        UUID taskId,
        UUID roleId,
        UUID memberId,
        LocalDate date,
        int minutes,
        @Schema(nullable = true) String note,
        Instant loggedAt) {}
