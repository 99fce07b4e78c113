package org.fengong.review.division;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * What a task asks of another department, as allocation-service tells it.
 *
 * @param openedAt when the department was asked; null in what was told before it was said
 */
record RequestTold(
        @NotNull UUID requestId,
        @NotNull UUID taskId,
        @NotNull UUID teamId,
        @NotNull UUID departmentId,
        long version,
        Instant openedAt) {
    static final String OPENED = "fengong.allocation.request-opened.v1";
    static final String ANSWERED = "fengong.allocation.request-answered.v1";
    static final String WITHDRAWN = "fengong.allocation.request-withdrawn.v1";
}
