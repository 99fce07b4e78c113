package org.fengong.allocation.snapshot;

import java.util.UUID;

/** An estimate as tasks-service tells it. */
record EstimateChanged(UUID taskId, UUID roleId, int estimateToCompleteMinutes, long version) {
    static final String TYPE = "fengong.tasks.estimate-changed.v1";
}
