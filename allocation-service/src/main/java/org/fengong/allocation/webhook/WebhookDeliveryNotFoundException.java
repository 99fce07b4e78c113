package org.fengong.allocation.webhook;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class WebhookDeliveryNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    WebhookDeliveryNotFoundException(UUID id) {
        super(
                ProblemKind.NOT_FOUND,
                "webhook-delivery-not-found",
                "There is no delivery %s; old ones are deleted.".formatted(id));
    }
}
