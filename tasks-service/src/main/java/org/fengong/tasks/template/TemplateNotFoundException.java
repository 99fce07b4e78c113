package org.fengong.tasks.template;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TemplateNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TemplateNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "template-not-found", "There is no template %s.".formatted(id));
    }
}
