package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class MemberSnapshot {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private MemberState data;

    private long version;

    protected MemberSnapshot() {}

    MemberSnapshot(UUID id) {
        this.id = id;
    }

    void take(MemberState told) {
        if (told.version() > version) {
            data = told;
            version = told.version();
        }
    }

    MemberState state() {
        return data;
    }
}
