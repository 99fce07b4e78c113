package org.fengong.allocation.webhook;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

class WebhookTargetRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    WebhookTargetRefusedException(String message) {
        super(
                ProblemKind.UNPROCESSABLE,
                "webhook-target-refused",
                "Nothing is sent to this URL. Name an address of the public internet that speaks HTTPS.",
                Violation.inBody("url", message));
    }
}
