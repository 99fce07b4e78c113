package org.fengong.allocation.webhook;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class WebhookDeliveryStatusException extends ProblemException {
    private static final long serialVersionUID = 1L;

    WebhookDeliveryStatusException(WebhookDelivery delivery) {
        super(
                ProblemKind.CONFLICT,
                "webhook-delivery-status",
                "The delivery %s is %s and is not sent again. Only one that failed is."
                        .formatted(delivery.id(), delivery.status()));
        with("deliveryStatus", delivery.status());
    }
}
