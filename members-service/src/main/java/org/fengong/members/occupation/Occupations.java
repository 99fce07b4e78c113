package org.fengong.members.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of occupations and do to them. */
@ApplicationScoped
public class Occupations {
    private final OccupationRepository occupations;
    private final OccupationService service;

    Occupations(OccupationRepository occupations, OccupationService service) {
        this.occupations = occupations;
        this.service = service;
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
        var concerned = occupations.lockedNeeding(duplicate);
        concerned.forEach(occupation -> occupation.mergeSkill(duplicate, kept));
        service.keep("skill-merged", concerned);
    }
}
