package org.fengong.members.occupation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class OccupationRepository implements PanacheRepositoryBase<Occupation, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "nameEn");

    Occupation require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new OccupationNotFoundException(id));
    }

    /** Locks the row until the transaction ends. */
    Occupation requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new OccupationNotFoundException(id));
    }

    List<String> keys() {
        return getEntityManager()
                .createQuery("select o.key from Occupation o", String.class)
                .getResultList();
    }

    List<Occupation> byEscoUri(Collection<String> uris) {
        return list("escoUri in ?1", uris);
    }

    /** As {@link #byEscoUri}, locked in one order until the transaction ends. */
    List<Occupation> lockedByEscoUri(Collection<String> uris) {
        return find("escoUri in ?1 order by id", uris)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** All who need the skill, locked in one order until the transaction ends. */
    List<Occupation> lockedNeeding(UUID skillId) {
        return getEntityManager()
                .createQuery(
                        "select o from Occupation o where :skill in indices(o.skills) order by o.id", Occupation.class)
                .setParameter("skill", skillId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Page<Occupation> list(String key, String escoUri, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Occupation.class)
                .where("e.key = :key", "key", key)
                .where("e.escoUri = :escoUri", "escoUri", escoUri)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
