package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class TeamSnapshot {
    @Id
    private UUID id;

    private UUID leadId;

    @JdbcTypeCode(SqlTypes.JSON)
    private TeamState data;

    private long version;

    protected TeamSnapshot() {}

    TeamSnapshot(UUID id) {
        this.id = id;
    }

    void take(TeamState told) {
        if (told.version() > version) {
            leadId = told.leadId();
            data = told;
            version = told.version();
        }
    }

    TeamState state() {
        return data;
    }
}
