package org.fengong.allocation.notify;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class NotificationNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotificationNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "notification-not-found", "There is no notification %s.".formatted(id));
    }
}
