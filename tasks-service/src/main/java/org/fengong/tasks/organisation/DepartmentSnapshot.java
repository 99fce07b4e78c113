package org.fengong.tasks.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class DepartmentSnapshot {
    @Id
    private UUID id;

    private String key;
    private long version;

    protected DepartmentSnapshot() {}

    DepartmentSnapshot(UUID id) {
        this.id = id;
    }

    void take(DepartmentChanged department) {
        if (department.version() > version) {
            key = department.key();
            version = department.version();
        }
    }
}
