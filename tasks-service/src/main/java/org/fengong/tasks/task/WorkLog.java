package org.fengong.tasks.task;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Minutes that a member worked on a role on a day; never changed. */
@Entity
class WorkLog {
    @Id
    private UUID id;

    private UUID taskId;
    private UUID roleId;
    private UUID memberId;
    private LocalDate day;
    private int minutes;
    private String note;
    private Instant loggedAt;

    protected WorkLog() {}

    WorkLog(UUID taskId, UUID memberId, LogWorkRequest request, Instant loggedAt) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.taskId = taskId;
        this.roleId = request.roleId();
        this.memberId = memberId;
        this.day = request.date();
        this.minutes = request.minutes();
        this.note = request.note();
        this.loggedAt = loggedAt;
    }

    WorkLogResponse response() {
        return new WorkLogResponse(id, taskId, roleId, memberId, day, minutes, note, loggedAt);
    }

    UUID id() {
        return id;
    }
}
