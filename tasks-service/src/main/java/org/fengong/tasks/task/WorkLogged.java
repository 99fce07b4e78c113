package org.fengong.tasks.task;

import java.time.LocalDate;
import java.util.UUID;

/** @param roleLoggedMinutes of the role in all, this log included */
record WorkLogged(
        UUID workLogId,
        UUID taskId,
        UUID roleId,
        UUID memberId,
        UUID teamId,
        UUID goalId,
        LocalDate date,
        int minutes,
        int roleLoggedMinutes,
        long version,
        String actor) {
    static final String TYPE = "fengong.tasks.work-logged.v1";
}
