package org.fengong.review.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A team as members-service tells it. */
record TeamChanged(
        UUID teamId,
        String key,
        long version,
        String name,
        UUID leadId,
        UUID departmentId,
        String timeZone,
        boolean active,
        List<Member> members) {
    static final String TYPE = "fengong.members.team-changed.v1";

    record Member(UUID memberId, int sharePercent, LocalDate from, LocalDate to) {}

    List<Membership> memberships() {
        return members == null
                ? List.of()
                : members.stream()
                        .map(m -> new Membership(m.memberId(), m.sharePercent(), m.from(), m.to()))
                        .toList();
    }
}
