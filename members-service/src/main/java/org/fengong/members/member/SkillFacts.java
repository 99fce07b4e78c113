package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Caller;

/** The dated record of levels: nothing in it is ever overwritten. */
@ApplicationScoped
class SkillFacts {
    private final EntityManager entityManager;
    private final Caller caller;
    private final Clock clock;

    SkillFacts(EntityManager entityManager, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.caller = caller;
        this.clock = clock;
    }

    void set(UUID memberId, SkillLevel held, String evidence) {
        noLongerCurrent(memberId, held.skillId());
        record(memberId, held.skillId(), held.level(), evidence);
    }

    void taken(UUID memberId, UUID skillId) {
        noLongerCurrent(memberId, skillId);
        record(memberId, skillId, null, null);
    }

    /** Of two current levels the higher one stays current, as in {@link Member#mergeSkill}. */
    void merge(UUID duplicate, UUID kept) {
        entityManager
                .createNativeQuery("update skill_fact f set current = false from skill_fact other"
                        + " where f.current and other.current and other.member_id = f.member_id"
                        + " and f.skill_id in (:duplicate, :kept) and other.skill_id in (:duplicate, :kept)"
                        + " and f.skill_id <> other.skill_id"
                        + " and (f.level < other.level or (f.level = other.level and f.skill_id = :duplicate))")
                .setParameter("duplicate", duplicate)
                .setParameter("kept", kept)
                .executeUpdate();
        entityManager
                .createNativeQuery(
                        "update skill_fact set skill_id = :kept, merged_from = coalesce(merged_from, skill_id)"
                                + " where skill_id = :duplicate")
                .setParameter("duplicate", duplicate)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    Page<SkillFact> list(UUID memberId, UUID skillId, Boolean current, String cursor, Integer limit) {
        return Listing.of(entityManager, SkillFact.class)
                .where("e.memberId = :member", "member", memberId)
                .where("e.skillId = :skill", "skill", skillId)
                .where("e.current = :current", "current", current)
                .sort("-at", Set.of("at"), "at")
                .page(cursor, limit);
    }

    /** Of one member, the latest first. */
    List<SkillFactResponse> of(UUID memberId) {
        return entityManager
                .createQuery(
                        "select f from SkillFact f where f.memberId = :member order by f.at desc, f.id",
                        SkillFact.class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(SkillFact::response)
                .toList();
    }

    void erase(UUID memberId) {
        entityManager
                .createQuery("delete from SkillFact f where f.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    private void noLongerCurrent(UUID memberId, UUID skillId) {
        entityManager
                .createQuery("update SkillFact f set f.current = false"
                        + " where f.memberId = :member and f.skillId = :skill and f.current")
                .setParameter("member", memberId)
                .setParameter("skill", skillId)
                .executeUpdate();
    }

    private void record(UUID memberId, UUID skillId, Integer level, String evidence) {
        entityManager.persist(new SkillFact(memberId, skillId, level, caller.actorName(), clock.instant(), evidence));
    }
}
