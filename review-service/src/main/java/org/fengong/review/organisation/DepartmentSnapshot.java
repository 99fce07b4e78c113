package org.fengong.review.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class DepartmentSnapshot {
    @Id
    private UUID id;

    private String name;
    private long version;

    protected DepartmentSnapshot() {}

    DepartmentSnapshot(UUID id) {
        this.id = id;
    }

    void take(DepartmentChanged department) {
        if (department.version() > version) {
            name = department.name();
            version = department.version();
        }
    }
}
