package org.fengong.members.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A department has answered a team's request.
 *
 * @param collaborator whom it lends; null when nobody
 */
record RequestAnswered(
        @NotNull UUID requestId,
        @NotNull UUID teamId,
        @Valid Collaborator collaborator,
        String actor) {
    static final String TYPE = "fengong.allocation.request-answered.v1";

    record Collaborator(
            @NotNull UUID memberId,
            @Min(1) @Max(100) int sharePercent,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}
}
