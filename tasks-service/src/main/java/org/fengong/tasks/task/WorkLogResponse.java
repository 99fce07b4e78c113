package org.fengong.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

record WorkLogResponse(
        UUID id, UUID taskId, UUID roleId, UUID memberId, LocalDate date, int minutes, String note, Instant loggedAt) {}
