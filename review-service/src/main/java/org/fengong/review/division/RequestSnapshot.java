package org.fengong.review.division;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.fengong.review.metric.Facts;

@Entity
class RequestSnapshot {
    @Id
    private UUID id;

    private UUID teamId;
    private UUID taskId;
    private UUID departmentId;
    private Instant openedAt;
    private boolean open;
    private long version;

    protected RequestSnapshot() {}

    RequestSnapshot(UUID id) {
        this.id = id;
    }

    void take(RequestTold told, boolean waits) {
        if (told.version() > version) {
            teamId = told.teamId();
            taskId = told.taskId();
            departmentId = told.departmentId();
            openedAt = told.openedAt();
            open = waits;
            version = told.version();
        }
    }

    Facts.Request fact() {
        return new Facts.Request(id, taskId, departmentId, openedAt);
    }
}
