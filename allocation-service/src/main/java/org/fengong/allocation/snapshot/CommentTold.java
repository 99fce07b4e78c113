package org.fengong.allocation.snapshot;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Somebody commented on a task; the words stay in tasks-service. */
public record CommentTold(
        @NotNull UUID commentId,
        @NotNull UUID taskId,
        @NotNull UUID teamId,
        @NotNull List<@NotNull UUID> mentions,
        @Min(1) long version,
        String actor) {}
