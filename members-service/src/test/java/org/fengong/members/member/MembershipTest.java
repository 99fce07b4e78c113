package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Membership from(LocalDate from, LocalDate to) {
        var membership = new Membership(UUID.randomUUID(), UUID.randomUUID());
        membership.change(new MembershipTerms(50, from, to));
        return membership;
    }

    @Test
    void endsAnOpenMembership() {
        var membership = from(DAY, null);

        assertThat(membership.endBy(DAY.plusDays(10))).isTrue();
        assertThat(membership.terms().to()).isEqualTo(DAY.plusDays(10));
    }

    @Test
    void keepsAnEarlierEnd() {
        var membership = from(DAY, DAY.plusDays(3));

        assertThat(membership.endBy(DAY.plusDays(10))).isTrue();
        assertThat(membership.terms().to()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void hasNeverBegunWhenItWouldStartAfterItsEnd() {
        assertThat(from(DAY, null).endBy(DAY.minusDays(1))).isFalse();
        assertThat(from(DAY, null).endBy(DAY)).isTrue();
    }
}
