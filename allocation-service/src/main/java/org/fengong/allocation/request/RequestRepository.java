package org.fengong.allocation.request;

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
class RequestRepository implements PanacheRepositoryBase<DepartmentRequest, UUID> {
    private static final Set<String> SORTABLE = Set.of("dueDate", "openedAt");

    /** Those for the tasks, in one order, locked until the transaction ends. */
    List<DepartmentRequest> lockedOfTasks(Collection<UUID> taskIds) {
        return find("taskId in ?1 order by id", taskIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A team and a task of it that are told at once are compared one after the other: the later one sees both. */
    void lockTeam(UUID teamId) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:team, 0))", Object.class)
                .setParameter("team", "requests of " + teamId)
                .getSingleResult();
    }

    /** What a list is narrowed to; null narrows nothing. */
    record Filter(UUID teamId, UUID departmentId, UUID taskId, RequestStatus status) {}

    /** @param readable teams whose requests the caller may read, empty for all; with those to the departments */
    Page<DepartmentRequest> list(
            Optional<Set<UUID>> readable,
            Set<UUID> departments,
            Filter filter,
            String sort,
            String cursor,
            Integer limit) {
        var listing = Listing.of(getEntityManager(), DepartmentRequest.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams)
                .or("e.departmentId in :departments", "departments", departments));
        return listing.where("e.teamId = :team", "team", filter.teamId())
                .where("e.departmentId = :department", "department", filter.departmentId())
                .where("e.taskId = :task", "task", filter.taskId())
                .where("e.status = :status", "status", filter.status())
                .sort(sort, SORTABLE, "id")
                .page(cursor, limit);
    }
}
