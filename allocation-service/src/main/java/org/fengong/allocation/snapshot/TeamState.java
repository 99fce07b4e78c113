package org.fengong.allocation.snapshot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A team as members-service tells it. */
public record TeamState(
        UUID teamId,
        String key,
        long version,
        String name,
        UUID departmentId,
        UUID leadId,
        String timeZone,
        String agreement,
        boolean active,
        List<TeamMember> members) {
    public record TeamMember(UUID memberId, int sharePercent, LocalDate from, LocalDate to) {}

    public TeamState {
        members = members == null ? List.of() : members;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The day where the team is. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone()));
    }

    /** True when publishing a plan puts assignments to the members instead of into force. */
    public boolean offers() {
        return "OFFER".equals(agreement);
    }
}
