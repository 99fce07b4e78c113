package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class TaskSnapshot {
    @Id
    private UUID id;

    private UUID teamId;
    private String status;

    @JdbcTypeCode(SqlTypes.JSON)
    private TaskState data;

    private long version;

    protected TaskSnapshot() {}

    TaskSnapshot(UUID id) {
        this.id = id;
    }

    void take(TaskState told) {
        if (told.version() > version) {
            teamId = told.teamId();
            status = told.status();
            data = told;
            version = told.version();
        }
    }

    TaskState state() {
        return data;
    }
}
