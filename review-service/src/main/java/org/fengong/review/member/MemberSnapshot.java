package org.fengong.review.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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
