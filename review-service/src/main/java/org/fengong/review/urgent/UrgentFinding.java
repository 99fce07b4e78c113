package org.fengong.review.urgent;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that cannot wait, from when it was found until it is no longer so. */
@Entity
class UrgentFinding {
    @Id
    private UUID id;

    private UUID teamId;

    @Enumerated(EnumType.STRING)
    private UrgentKind kind;

    private String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    private ReplanPolicy policy;

    private Instant since;
    private Instant resolvedAt;

    protected UrgentFinding() {}

    static UrgentFinding open(UUID teamId, Urgent urgent, Instant now) {
        var finding = new UrgentFinding();
        finding.id = Generators.timeBasedEpochGenerator().generate();
        finding.teamId = teamId;
        finding.kind = urgent.kind();
        finding.subject = urgent.subject();
        finding.evidence = List.copyOf(urgent.evidence());
        finding.policy = urgent.policy();
        finding.since = now;
        return finding;
    }

    void resolve(Instant now) {
        resolvedAt = now;
    }

    boolean isOf(Urgent urgent) {
        return kind == urgent.kind() && subject.equals(urgent.subject());
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    UrgentKind kind() {
        return kind;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    ReplanPolicy policy() {
        return policy;
    }

    Instant since() {
        return since;
    }
}
