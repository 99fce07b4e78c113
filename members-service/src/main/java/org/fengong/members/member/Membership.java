package org.fengong.members.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** A member's part in a team, for a period and a share of the capacity. */
@Entity
@IdClass(Membership.Key.class)
class Membership {
    /** One membership per team and member. */
    record Key(UUID teamId, UUID memberId) implements Serializable {}

    @Id
    private UUID teamId;

    @Id
    private UUID memberId;

    private int sharePercent;
    private LocalDate fromDay;
    private LocalDate toDay;

    protected Membership() {}

    Membership(UUID teamId, UUID memberId) {
        this.teamId = teamId;
        this.memberId = memberId;
    }

    void change(MembershipTerms terms) {
        sharePercent = terms.sharePercent();
        fromDay = terms.from();
        toDay = terms.to();
    }

    /** Ends on that day at the latest; false when it never began. */
    boolean endBy(LocalDate day) {
        if (toDay == null || toDay.isAfter(day)) {
            toDay = day;
        }
        return !toDay.isBefore(fromDay);
    }

    UUID teamId() {
        return teamId;
    }

    UUID memberId() {
        return memberId;
    }

    MembershipTerms terms() {
        return new MembershipTerms(sharePercent, fromDay, toDay);
    }
}
