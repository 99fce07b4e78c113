package org.fengong.tasks.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the copies of teams, members, skills and departments. */
@ApplicationScoped
public class Organisation {
    private final EntityManager entityManager;

    Organisation(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<Team> team(UUID id) {
        return Optional.ofNullable(entityManager.find(TeamSnapshot.class, id)).map(TeamSnapshot::team);
    }

    /** Those of the keys that are teams. */
    public Map<String, Team> teams(Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select t from TeamSnapshot t where t.key in :keys", TeamSnapshot.class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .map(TeamSnapshot::team)
                        .collect(Collectors.toMap(Team::key, Function.identity(), (a, b) -> a));
    }

    public boolean hasDepartment(UUID id) {
        return entityManager.find(DepartmentSnapshot.class, id) != null;
    }

    /** The fields of those of the skills that are known. */
    public Map<UUID, String> fieldsOf(Collection<UUID> skillIds) {
        return skillIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select s.id, s.field from SkillSnapshot s where s.id in :ids", Object[].class)
                        .setParameter("ids", skillIds)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** Of those of the skills that are known. */
    public Map<String, UUID> skillIds(Collection<String> keys) {
        return idsByKey("SkillSnapshot", keys);
    }

    /** Of those of the departments that are known. */
    public Map<String, UUID> departmentIds(Collection<String> keys) {
        return idsByKey("DepartmentSnapshot", keys);
    }

    /** Of those of the skills that are known. */
    public Map<UUID, String> skillKeys(Collection<UUID> ids) {
        return keysById("SkillSnapshot", ids);
    }

    /** Of those of the departments that are known. */
    public Map<UUID, String> departmentKeys(Collection<UUID> ids) {
        return keysById("DepartmentSnapshot", ids);
    }

    /** Of those of the members that are known. */
    public Map<String, UUID> memberIds(Collection<String> keys) {
        return idsByKey("MemberSnapshot", keys);
    }

    /** Of those of the members that are known and not erased. */
    public Map<UUID, String> memberKeys(Collection<UUID> ids) {
        return keysById("MemberSnapshot", ids);
    }

    /** Of those of the teams that are known. */
    public Map<UUID, String> teamKeys(Collection<UUID> ids) {
        return keysById("TeamSnapshot", ids);
    }

    private Map<UUID, String> keysById(String entity, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select e.id, e.key from " + entity + " e where e.id in :ids and e.key is not null",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private Map<String, UUID> idsByKey(String entity, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select e.key, e.id from " + entity + " e where e.key in :keys", Object[].class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1], (a, b) -> a));
    }

    /** Teams that the member leads, or is, was or will be in. */
    Set<UUID> teamsOf(UUID memberId) {
        var ids = new HashSet<UUID>();
        for (Object id : entityManager
                .createNativeQuery(
                        "select id from team_snapshot where lead_id = :member or members @> cast(:probe as jsonb)",
                        UUID.class)
                .setParameter("member", memberId)
                .setParameter("probe", "[{\"memberId\":\"%s\"}]".formatted(memberId))
                .getResultList()) {
            ids.add((UUID) id);
        }
        return ids;
    }
}
