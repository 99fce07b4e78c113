package org.fengong.tasks.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

record TeamChanged(
        UUID teamId, String key, long version, UUID leadId, String timeZone, boolean active, List<TeamMember> members) {
    static final String TYPE = "fengong.members.team-changed.v1";

    record TeamMember(UUID memberId, int sharePercent, LocalDate from, LocalDate to) {}
}
