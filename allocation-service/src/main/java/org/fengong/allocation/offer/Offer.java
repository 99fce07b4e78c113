package org.fengong.allocation.offer;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.fengong.allocation.assignment.AssignmentResponse;

/** An assignment put to its member. */
@Entity
class Offer {
    @Id
    private UUID id;

    private UUID assignmentId;
    private UUID taskId;
    private UUID roleId;
    private UUID teamId;
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private OfferStatus status = OfferStatus.PENDING;

    private Instant offeredAt;
    private Instant respondBy;
    private Instant endedAt;
    private String actor;
    private String reason;

    @Version
    private long version = 1;

    protected Offer() {}

    static Offer of(AssignmentResponse assignment, Instant now, Instant respondBy, String actor) {
        var offer = new Offer();
        offer.id = Generators.timeBasedEpochGenerator().generate();
        offer.assignmentId = assignment.id();
        offer.taskId = assignment.taskId();
        offer.roleId = assignment.roleId();
        offer.teamId = assignment.teamId();
        offer.memberId = assignment.memberId();
        offer.offeredAt = now;
        offer.respondBy = respondBy;
        offer.actor = actor;
        return offer;
    }

    /**
     * @param by who decided; null when nobody did
     * @param why the words of who declines, else the rule that ended it; null when it was accepted
     */
    void end(OfferStatus as, Instant now, String by, String why) {
        status = as;
        endedAt = now;
        actor = by;
        reason = why;
    }

    boolean isPending() {
        return status == OfferStatus.PENDING;
    }

    /** One that is pending is the first version until its weeks are others. */
    boolean wasMoved() {
        return isPending() && version > 1;
    }

    boolean isOverdue(Instant now) {
        return isPending() && !now.isBefore(respondBy);
    }

    UUID id() {
        return id;
    }

    UUID assignmentId() {
        return assignmentId;
    }

    UUID taskId() {
        return taskId;
    }

    UUID roleId() {
        return roleId;
    }

    UUID teamId() {
        return teamId;
    }

    UUID memberId() {
        return memberId;
    }

    OfferStatus status() {
        return status;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    Instant respondBy() {
        return respondBy;
    }

    Instant endedAt() {
        return endedAt;
    }

    String actor() {
        return actor;
    }

    String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
