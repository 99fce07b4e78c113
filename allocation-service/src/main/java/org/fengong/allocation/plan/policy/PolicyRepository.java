package org.fengong.allocation.plan.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<Policy, UUID> {
    Policy require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new PolicyNotFoundException(id));
    }

    Policy requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new PolicyNotFoundException(id));
    }

    List<Policy> withKey(Collection<UUID> teamIds, String key) {
        return list("teamId in ?1 and key = ?2", teamIds, key);
    }

    Optional<PolicyVersion> version(UUID policyId, long version) {
        return getEntityManager()
                .createQuery(
                        "select v from PolicyVersion v where v.policyId = :policy and v.version = :version",
                        PolicyVersion.class)
                .setParameter("policy", policyId)
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }

    void keep(PolicyVersion version) {
        getEntityManager().persist(version);
    }

    Page<Policy> list(Optional<Set<UUID>> readable, UUID teamId, String key, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Policy.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        return listing.where("e.teamId = :team", "team", teamId)
                .where("e.key = :key", "key", key)
                .sort(null, Set.of(), "key")
                .page(cursor, limit);
    }

    Page<PolicyVersion> versions(UUID policyId, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), PolicyVersion.class)
                .require("e.policyId = :policy", "policy", policyId)
                .sort("-version", Set.of("version"), "version")
                .page(cursor, limit);
    }
}
