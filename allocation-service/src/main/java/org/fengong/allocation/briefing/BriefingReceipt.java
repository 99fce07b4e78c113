package org.fengong.allocation.briefing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.threeten.extra.YearWeek;

/** What a member has last taken note of. */
@Entity
class BriefingReceipt {
    /** A role as it was briefed, with its names, for it may be gone later. */
    record Known(UUID assignmentId, UUID taskId, String taskTitle, String roleName, List<YearWeek> weeks) {}

    @Id
    private UUID memberId;

    private Instant acknowledgedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Known> known;

    protected BriefingReceipt() {}

    BriefingReceipt(UUID memberId) {
        this.memberId = memberId;
    }

    void take(List<Known> roles, Instant now) {
        known = roles;
        acknowledgedAt = now;
    }

    UUID memberId() {
        return memberId;
    }

    /** In the order in which they were shown. */
    List<Known> known() {
        return known;
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }
}
