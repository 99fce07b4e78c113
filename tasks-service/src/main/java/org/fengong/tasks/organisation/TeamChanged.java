package org.fengong.tasks.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

record TeamChanged(
        @NotNull UUID teamId,
        @NotNull String key,
        @Min(1) long version,
        UUID leadId,
        @NotNull ZoneId timeZone,
        boolean active,
        @NotNull List<@NotNull @Valid TeamMember> members) {
    static final String TYPE = "fengong.members.team-changed.v1";

    record TeamMember(@NotNull UUID memberId, int sharePercent, LocalDate from, LocalDate to) {}
}
