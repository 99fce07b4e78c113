package org.fengong.members.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of occupations and do to them. */
@ApplicationScoped
public class Occupations {
    private final OccupationRepository occupations;

    Occupations(OccupationRepository occupations) {
        this.occupations = occupations;
    }

    /** @throws UnknownReferenceException when the id is given and names no occupation */
    public void requireKnown(UUID id, String field) {
        if (id != null && occupations.findByIdOptional(id).isEmpty()) {
            throw new UnknownReferenceException("occupation", field, id);
        }
    }

    /** @throws OccupationNotFoundException when there is no such occupation */
    public OccupationResponse find(UUID id) {
        return OccupationResponse.of(occupations.require(id));
    }

    /** Whoever needs a merged skill needs the one that stays; it is essential where one of the two was. */
    public void mergeSkill(UUID duplicate, UUID kept) {
        var entityManager = occupations.getEntityManager();
        entityManager
                .createNativeQuery("insert into occupation_skill (occupation_id, skill_id, essential)"
                        + " select occupation_id, :kept, essential from occupation_skill where skill_id = :duplicate"
                        + " on conflict (occupation_id, skill_id) do update"
                        + " set essential = occupation_skill.essential or excluded.essential")
                .setParameter("kept", kept)
                .setParameter("duplicate", duplicate)
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from occupation_skill where skill_id = :duplicate")
                .setParameter("duplicate", duplicate)
                .executeUpdate();
    }
}
