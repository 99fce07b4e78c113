package org.fengong.review.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class MemberSnapshot {
    @Id
    private UUID id;

    private String displayName;
    private UUID departmentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Availability availability;

    private long version;

    protected MemberSnapshot() {}

    MemberSnapshot(UUID id) {
        this.id = id;
    }

    void take(MemberState member) {
        if (member.version() > version) {
            displayName = member.displayName();
            departmentId = member.departmentId();
            availability = member.availability();
            version = member.version();
        }
    }

    /** Past loads keep the bare id. */
    void erase(MemberErased erased) {
        if (erased.version() > version) {
            displayName = null;
            availability = new Availability(null, null, 0, List.of(), List.of(), List.of());
            version = erased.version();
        }
    }

    UUID id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    UUID departmentId() {
        return departmentId;
    }

    Availability availability() {
        return availability;
    }
}
