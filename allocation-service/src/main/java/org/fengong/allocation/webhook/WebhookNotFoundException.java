package org.fengong.allocation.webhook;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class WebhookNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    WebhookNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "webhook-not-found", "There is no webhook %s.".formatted(id));
    }
}
