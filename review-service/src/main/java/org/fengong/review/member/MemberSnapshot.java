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

    Availability availability() {
        return availability;
    }
}
