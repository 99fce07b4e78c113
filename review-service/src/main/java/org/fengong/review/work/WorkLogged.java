package org.fengong.review.work;

import java.time.LocalDate;
import java.util.UUID;

/** One entry of a member's logged work as tasks-service tells it. */
record WorkLogged(
        UUID workLogId,
        UUID taskId,
        UUID roleId,
        UUID memberId,
        UUID teamId,
        UUID goalId,
        LocalDate date,
        int minutes) {
    static final String TYPE = "fengong.tasks.work-logged.v1";
}
