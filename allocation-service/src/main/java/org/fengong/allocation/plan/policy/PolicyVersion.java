package org.fengong.allocation.plan.policy;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A policy as it was, or is, at one version. */
@Entity
@Immutable
class PolicyVersion {
    @Id
    private UUID id;

    private UUID policyId;
    private long version;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanPolicy weights;

    private String changedBy;
    private Instant changedAt;

    protected PolicyVersion() {}

    PolicyVersion(Policy policy) {
        id = Generators.timeBasedEpochGenerator().generate();
        policyId = policy.id();
        version = policy.version();
        name = policy.form().name();
        weights = policy.form().weights();
        changedBy = policy.changedBy();
        changedAt = policy.changedAt();
    }

    AppliedPolicy applied(Policy policy) {
        return new AppliedPolicy(new AppliedPolicy.Source(policy.teamId(), policy.key(), version, name), weights);
    }

    PolicyResponse response(Policy policy) {
        return new PolicyResponse(
                policyId,
                policy.teamId(),
                policy.key(),
                name,
                false,
                weights,
                PolicyResponse.describe(weights),
                changedBy,
                changedAt,
                version);
    }
}
