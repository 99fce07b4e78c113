package org.fengong.members.skill;

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
class SkillRepository implements PanacheRepositoryBase<Skill, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "nameEn", "field");

    Skill require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new SkillNotFoundException(id));
    }

    Skill requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new SkillNotFoundException(id));
    }

    Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(getEntityManager()
                        .createQuery("select s.id from Skill s where s.id in :ids", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    Page<Skill> list(String key, String field, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Skill.class)
                .where("e.key = :key", "key", key)
                .where("e.field = :field", "field", field)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
