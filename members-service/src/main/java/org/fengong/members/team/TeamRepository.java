package org.fengong.members.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<Team, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "name");

    Team require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new TeamNotFoundException(id));
    }

    /** Locks the row until the transaction ends. */
    Team requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new TeamNotFoundException(id));
    }

    Page<Team> list(String key, UUID leadId, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Team.class)
                .where("e.key = :key", "key", key)
                .where("e.leadId = :lead", "lead", leadId)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
