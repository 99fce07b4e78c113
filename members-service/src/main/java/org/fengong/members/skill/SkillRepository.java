package org.fengong.members.skill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class SkillRepository implements PanacheRepositoryBase<Skill, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "nameEn", "field");

    /** Any number that no other advisory lock of this service has. */
    private static final long CATALOGUE_LOCK = 7_354_001L;

    Skill require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new SkillNotFoundException(id));
    }

    /** Changes of the catalogue come one after the other until the transaction ends: parents close no cycle. */
    void lockCatalogue() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", CATALOGUE_LOCK)
                .getSingleResult();
    }

    /** Those of the ids that are skills, locked in one order until the transaction ends. */
    Map<UUID, Skill> locked(Collection<UUID> ids, LockModeType mode) {
        return ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery("select s from Skill s where s.id in :ids order by s.id", Skill.class)
                        .setParameter("ids", ids)
                        .setLockMode(mode)
                        .getResultStream()
                        .collect(Collectors.toMap(Skill::id, Function.identity()));
    }

    List<String> keys() {
        return getEntityManager()
                .createQuery("select s.key from Skill s", String.class)
                .getResultList();
    }

    List<Skill> byEscoUri(Collection<String> uris) {
        return list("escoUri in ?1", uris);
    }

    List<Skill> withoutEscoUri(Collection<String> keys) {
        return list("escoUri is null and mergedInto is null and key in ?1", keys);
    }

    List<Skill> mergedInto(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("mergedInto in ?1", ids);
    }

    /** True when the skill is the other one or a part of it, over any number of parents. */
    boolean isWithin(UUID id, UUID other) {
        return (boolean) getEntityManager()
                .createNativeQuery(
                        "with recursive above (id) as (select cast(:id as uuid) union"
                                + " select s.parent_id from skill s join above a on s.id = a.id"
                                + " where s.parent_id is not null)"
                                + " select exists (select 1 from above where id = :other)",
                        Boolean.class)
                .setParameter("id", id)
                .setParameter("other", other)
                .getSingleResult();
    }

    /** Adds the field to the list of fields when it is a new one. */
    void ensureField(String key) {
        var words = key.replace('-', ' ');
        getEntityManager()
                .createNativeQuery(
                        "insert into field (key, name_en, version) values (:key, :name, 1)" + " on conflict do nothing")
                .setParameter("key", key)
                .setParameter("name", Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .executeUpdate();
    }

    Page<Skill> list(
            String key,
            String field,
            String name,
            UUID parentId,
            String externalId,
            Boolean active,
            String sort,
            String cursor,
            Integer limit) {
        return Listing.of(getEntityManager(), Skill.class)
                .where("e.key = :key", "key", key)
                .where("e.field = :field", "field", field)
                .where(
                        "e.id in (select s.id from Skill s join s.terms t where t between :name and concat(:name, '"
                                + SearchTerms.BEYOND + "'))",
                        "name",
                        name == null ? null : SearchTerms.normal(name))
                .where("e.parentId = :parent", "parent", parentId)
                .where("e.externalId = :externalId", "externalId", externalId)
                .where("e.active = :active", "active", active)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
