package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class GoalSnapshot {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private GoalState data;

    private long version;

    protected GoalSnapshot() {}

    GoalSnapshot(UUID id) {
        this.id = id;
    }

    void take(GoalState told) {
        if (told.version() > version) {
            data = told;
            version = told.version();
        }
    }

    GoalState state() {
        return data;
    }
}
