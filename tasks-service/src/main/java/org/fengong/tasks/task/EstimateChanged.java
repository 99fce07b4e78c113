package org.fengong.tasks.task;

import java.util.UUID;

record EstimateChanged(
        UUID taskId,
        UUID roleId,
        UUID teamId,
        int estimateToCompleteMinutes,
        Previous previous,
        long version,
        String actor) {
    static final String TYPE = "fengong.tasks.estimate-changed.v1";

    record Previous(Integer estimateToCompleteMinutes) {}
}
