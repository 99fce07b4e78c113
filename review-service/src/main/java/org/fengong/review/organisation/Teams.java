package org.fengong.review.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads teams and the names of skills. */
@ApplicationScoped
public class Teams {
    private final EntityManager entityManager;

    Teams(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<Team> find(UUID teamId) {
        return Optional.ofNullable(entityManager.find(TeamSnapshot.class, teamId))
                .map(TeamSnapshot::team);
    }

    /** Teams that are at work. */
    public List<Team> active() {
        return entityManager
                .createQuery("select t from TeamSnapshot t where t.active order by t.id", TeamSnapshot.class)
                .getResultStream()
                .map(TeamSnapshot::team)
                .toList();
    }

    /** Names by id of skills and departments, of those that are known. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return Stream.of("SkillSnapshot", "DepartmentSnapshot")
                .flatMap(entity -> entityManager
                        .createQuery("select e.id, e.name from " + entity + " e where e.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream())
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** Teams that the member leads or belongs to on that day. */
    Set<UUID> teamsOf(UUID memberId, LocalDate day) {
        return new HashSet<>(entityManager
                .createQuery(
                        "select t.id from TeamSnapshot t left join t.memberships m where t.leadId = :member"
                                + " or (m.memberId = :member and m.fromDay <= :day"
                                + " and (m.toDay is null or m.toDay >= :day))",
                        UUID.class)
                .setParameter("member", memberId)
                .setParameter("day", day)
                .getResultList());
    }
}
