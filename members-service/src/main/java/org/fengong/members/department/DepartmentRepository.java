package org.fengong.members.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "name");

    Department require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new DepartmentNotFoundException(id));
    }

    /** The row stays locked until the transaction ends, so that changes of one department come one after the other. */
    Department requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new DepartmentNotFoundException(id));
    }

    /**
     * Those of the ids that are members. Asked of the table and not of the feature, which itself builds on departments.
     */
    Set<UUID> knownMembers(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(getEntityManager()
                        .createQuery("select m.id from Member m where m.id in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    Page<Department> list(String key, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Department.class)
                .where("e.key = :key", "key", key)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
