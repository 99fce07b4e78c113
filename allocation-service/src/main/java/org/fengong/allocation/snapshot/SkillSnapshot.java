package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class SkillSnapshot {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private SkillState data;

    private long version;

    protected SkillSnapshot() {}

    SkillSnapshot(UUID id) {
        this.id = id;
    }

    void take(SkillState told) {
        if (told.version() > version) {
            data = told;
            version = told.version();
        }
    }

    SkillState state() {
        return data;
    }
}
