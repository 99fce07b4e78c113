package org.fengong.members.occupation;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class OccupationNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    OccupationNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "occupation-not-found", "There is no occupation %s.".formatted(id));
    }
}
