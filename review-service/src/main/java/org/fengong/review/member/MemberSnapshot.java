package org.fengong.review.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    @JdbcTypeCode(SqlTypes.JSON)
    private List<MemberState.SkillLevel> skills = List.of();

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
            skills = member.skills() == null ? List.of() : List.copyOf(member.skills());
            version = member.version();
        }
    }

    /** Past loads keep the bare id. */
    void erase(MemberErased erased) {
        if (erased.version() > version) {
            displayName = null;
            departmentId = null;
            availability = new Availability(null, null, 0, List.of(), List.of(), List.of());
            skills = List.of();
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

    /** Levels by skill. */
    Map<UUID, Integer> skills() {
        return skills.stream()
                .collect(Collectors.toMap(MemberState.SkillLevel::skillId, MemberState.SkillLevel::level, Math::max));
    }

    Availability availability() {
        return availability;
    }
}
