package org.fengong.allocation.request;

import java.util.UUID;

/** A request was opened, answered or withdrawn in this transaction. */
public record RequestTold(
        UUID requestId, UUID taskId, UUID teamId, UUID departmentId, RequestStatus status, int minutes) {}
