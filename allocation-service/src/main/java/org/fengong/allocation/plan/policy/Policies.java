package org.fengong.allocation.plan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;

/** Creates, changes and finds policies. */
@ApplicationScoped
public class Policies {
    private final PolicyRepository policies;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    Policies(PolicyRepository policies, TeamAccess access, MergePatch mergePatch, Caller caller, Clock clock) {
        this.policies = policies;
        this.access = access;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a plan weighs for which nothing is asked. */
    public static AppliedPolicy standard() {
        return PolicyPreset.BALANCED.applied();
    }

    /**
     * The policy that a request for a plan names: a preset, or one of the teams', the first team's before the others'.
     *
     * @param version null = the newest
     * @throws RuleViolatedException when there is none
     */
    public AppliedPolicy named(List<UUID> teamIds, String key, Long version) {
        var preset = PolicyPreset.of(key);
        if (preset.isPresent()) {
            var applied = preset.get().applied();
            if (version != null && version != applied.source().version()) {
                throw unknownVersion(key, version);
            }
            return applied;
        }
        var policy = policies.withKey(teamIds, key).stream()
                .min(Comparator.comparing(found -> teamIds.indexOf(found.teamId())))
                .orElseThrow(() -> new RuleViolatedException(
                        "unknown-policy",
                        "policyKey",
                        "No preset and no policy of the teams has the key %s.".formatted(key)));
        return policies.version(policy.id(), version == null ? policy.version() : version)
                .orElseThrow(() -> unknownVersion(key, version))
                .applied(policy);
    }

    private static RuleViolatedException unknownVersion(String key, Long version) {
        return new RuleViolatedException(
                "unknown-policy", "policyVersion", "The policy %s has no version %d.".formatted(key, version));
    }

    @Transactional
    Policy create(CreatePolicyRequest request) {
        access.requireLedReference(request.teamId(), "teamId");
        if (PolicyPreset.of(request.key()).isPresent()) {
            throw new PolicyKeyTakenException();
        }
        var policy = Policy.create(request, caller.actorName(), clock.instant());
        policies.persist(policy);
        return kept(policy);
    }

    @Transactional
    Policy patch(UUID id, long expectedVersion, JsonNode patch) {
        var policy = requireReadable(policies.requireLocked(id));
        access.requireLed(policy.teamId());
        EntityTags.requireSame(expectedVersion, policy.version());
        var changed = mergePatch.apply(policy.form(), patch, PolicyForm.class);
        if (changed.equals(policy.form())) {
            return policy;
        }
        policy.change(changed, caller.actorName(), clock.instant());
        return kept(policy);
    }

    private Policy kept(Policy policy) {
        policies.flush(); // gives the version
        policies.keep(new PolicyVersion(policy));
        return policy;
    }

    /** @throws PolicyNotFoundException when it is absent or of a team that the caller may not read */
    Policy read(UUID id) {
        return requireReadable(policies.require(id));
    }

    /** @throws PolicyNotFoundException as {@link #read}, or when it never had that version */
    PolicyResponse read(UUID id, long version) {
        var policy = read(id);
        return policies.version(id, version)
                .orElseThrow(() -> new PolicyNotFoundException(id, version))
                .response(policy);
    }

    private Policy requireReadable(Policy policy) {
        if (!access.mayRead(policy.teamId())) {
            throw new PolicyNotFoundException(policy.id());
        }
        return policy;
    }
}
