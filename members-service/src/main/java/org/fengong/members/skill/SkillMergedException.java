package org.fengong.members.skill;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Another skill took its place. */
public final class SkillMergedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public SkillMergedException(UUID id, UUID mergedInto) {
        super(
                ProblemKind.CONFLICT,
                "skill-merged",
                "The skill %s was merged into %s. Use that one.".formatted(id, mergedInto));
        with("mergedInto", mergedInto);
    }
}
