package org.fengong.allocation.snapshot;

import java.util.UUID;

/** Work as tasks-service tells it. */
record WorkLogged(UUID taskId, UUID roleId, int minutes, int roleLoggedMinutes, long version) {
    static final String TYPE = "fengong.tasks.work-logged.v1";
}
