package org.fengong.tasks.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, UUID> {
    /** Locks the row until the transaction ends. */
    Template requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new TemplateNotFoundException(id));
    }

    Page<Template> list(
            Optional<Set<UUID>> readable, UUID teamId, String key, String sort, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Template.class);
        readable.ifPresent(teams -> listing.require("e.teamId is null or e.teamId in :readable", "readable", teams));
        return listing.where("e.teamId = :team", "team", teamId)
                .where("e.key = :key", "key", key)
                .sort(sort, Set.of("key", "name"), "key")
                .page(cursor, limit);
    }
}
