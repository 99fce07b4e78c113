package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class DepartmentSnapshot {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private DepartmentState data;

    private long version;

    protected DepartmentSnapshot() {}

    DepartmentSnapshot(UUID id) {
        this.id = id;
    }

    void take(DepartmentState told) {
        if (told.version() > version) {
            data = told;
            version = told.version();
        }
    }

    DepartmentState state() {
        return data;
    }
}
