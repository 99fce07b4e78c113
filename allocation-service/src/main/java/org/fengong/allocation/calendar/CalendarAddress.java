package org.fengong.allocation.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Whose calendar a secret opens. */
@Entity
class CalendarAddress {
    @Id
    private UUID memberId;

    /** SHA-256, hexadecimal: the secret itself is known to its owner alone. */
    private String secretHash;

    private Instant createdAt;

    protected CalendarAddress() {}

    UUID memberId() {
        return memberId;
    }
}
