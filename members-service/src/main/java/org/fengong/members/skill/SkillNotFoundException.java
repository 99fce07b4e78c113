package org.fengong.members.skill;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Absent, or not for this caller to change. */
public class SkillNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public SkillNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "skill-not-found", "There is no skill %s.".formatted(id));
    }
}
