package org.fengong.tasks.template;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TemplateShippedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TemplateShippedException(Template template) {
        super(
                ProblemKind.FORBIDDEN,
                "template-shipped",
                "The template %s came with the product and stays as it is. Create one of your own from it."
                        .formatted(template.key()));
    }
}
