package org.fengong.members.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    Page<Department> list(String key, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Department.class)
                .where("e.key = :key", "key", key)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
