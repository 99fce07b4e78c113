package org.fengong.tasks.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A team as this service knows it. */
public record Team(UUID id, String key, UUID leadId, ZoneId zone, boolean active, List<UUID> memberIds) {
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** True for the lead and for everybody who is, was or will be in the team. */
    public boolean includes(UUID memberId) {
        return memberId.equals(leadId) || memberIds.contains(memberId);
    }
}
