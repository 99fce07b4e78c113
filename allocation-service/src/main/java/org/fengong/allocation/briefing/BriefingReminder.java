package org.fengong.allocation.briefing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Until when changes of a member's roles were told to the leads as not acknowledged. */
@Entity
class BriefingReminder {
    @Id
    private UUID memberId;

    private Instant toldUntil;

    protected BriefingReminder() {}

    boolean isNew(Instant change) {
        return change.isAfter(toldUntil);
    }

    void told(Instant now) {
        toldUntil = now;
    }
}
