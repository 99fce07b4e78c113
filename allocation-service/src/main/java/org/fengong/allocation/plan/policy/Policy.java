package org.fengong.allocation.plan.policy;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A team's policy as it is now. */
@Entity
class Policy {
    @Id
    private UUID id;

    private UUID teamId;
    private String key;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanPolicy weights;

    private String changedBy;
    private Instant changedAt;

    @Version
    private long version = 1;

    protected Policy() {}

    static Policy create(CreatePolicyRequest request, String actor, Instant now) {
        var policy = new Policy();
        policy.id = Generators.timeBasedEpochGenerator().generate();
        policy.teamId = request.teamId();
        policy.key = request.key();
        policy.change(new PolicyForm(request.name(), request.weights()), actor, now);
        return policy;
    }

    void change(PolicyForm form, String actor, Instant now) {
        name = form.name();
        weights = form.weights();
        changedBy = actor;
        changedAt = now;
    }

    PolicyForm form() {
        return new PolicyForm(name, weights);
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    String key() {
        return key;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
