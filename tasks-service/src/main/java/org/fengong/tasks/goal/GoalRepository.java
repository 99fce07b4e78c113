package org.fengong.tasks.goal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class GoalRepository implements PanacheRepositoryBase<Goal, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "fromDay", "weight");

    /** Locks the row until the transaction ends. */
    Goal requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new GoalNotFoundException(id));
    }

    Page<Goal> list(Optional<Set<UUID>> readable, UUID teamId, String key, String sort, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Goal.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        return listing.where("e.teamId = :team", "team", teamId)
                .where("e.key = :key", "key", key)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
