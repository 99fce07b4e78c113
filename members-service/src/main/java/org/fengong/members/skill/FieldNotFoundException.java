package org.fengong.members.skill;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class FieldNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    FieldNotFoundException(String key) {
        super(ProblemKind.NOT_FOUND, "field-not-found", "There is no field %s.".formatted(key));
    }
}
