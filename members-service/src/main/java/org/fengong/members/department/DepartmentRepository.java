package org.fengong.members.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "name");

    /** Any number that no other advisory lock of this service has. */
    private static final long TREE_LOCK = 7_354_002L;

    Department require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new DepartmentNotFoundException(id));
    }

    /** The row stays locked until the transaction ends, so that changes of one department come one after the other. */
    Department requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new DepartmentNotFoundException(id));
    }

    /**
     * Those of the ids that are members, who are not erased until the transaction ends. Asked of the table and not of the feature, which itself builds on departments.
     */
    Set<UUID> knownMembers(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<?> known = getEntityManager()
                .createNativeQuery("select id from member where id in :ids order by id for share", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        return known.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    List<String> keysNaming(UUID memberId) {
        return getEntityManager()
                .createQuery(
                        "select d.key from Department d where d.leadId = :member"
                                + " or array_contains(d.contactIds, :member) order by d.key",
                        String.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** Moves in the tree come one after the other until the transaction ends: parents close no cycle. */
    void lockTree() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", TREE_LOCK)
                .getSingleResult();
    }

    /** Keys from the department up to the top; empty when there is no such department. */
    List<String> line(UUID id) {
        List<?> keys = getEntityManager()
                .createNativeQuery(
                        "with recursive above (id, key, parent_id, depth) as ("
                                + "select id, key, parent_id, 1 from department where id = :id union all"
                                + " select d.id, d.key, d.parent_id, a.depth + 1 from department d join above a on d.id = a.parent_id)"
                                + " select key from above order by depth",
                        String.class)
                .setParameter("id", id)
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    Page<Department> list(String key, UUID parentId, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Department.class)
                .where("e.key = :key", "key", key)
                .where("e.parentId = :parent", "parent", parentId)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
