package org.fengong.review.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.allocation.ReplanPolicy;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final UUID planId = UUID.randomUUID();
    private final Adjustment adjustment = Adjustment.propose(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Proposal.replan(
                    "Ask for a new plan.",
                    "Better.",
                    List.of(),
                    List.of(),
                    new Replan(8, new ReplanPolicy(null, null, 300, null))));

    @Test
    void isAcceptedOnce() {
        adjustment.accept(planId, null, "key", "a-lead", NOW);

        assertThat(adjustment.status()).isEqualTo(AdjustmentStatus.ACCEPTED);
        assertThat(adjustment.planId()).isEqualTo(planId);
        assertThat(adjustment.decidedBy()).isEqualTo("a-lead");
        assertThatThrownBy(() -> adjustment.accept(UUID.randomUUID(), null, "key", "a-lead", NOW))
                .isInstanceOfSatisfying(
                        AdjustmentAlreadyDecidedException.class,
                        e -> assertThat(e.extensions())
                                .containsEntry("planId", planId)
                                .containsEntry("decision", AdjustmentStatus.ACCEPTED));
        assertThat(adjustment.planId()).isEqualTo(planId);
    }

    @Test
    void isNotAcceptedAfterItWasDeclined() {
        adjustment.decline("It falls by itself.", "a-lead", NOW);

        assertThat(adjustment.reason()).isEqualTo("It falls by itself.");
        assertThatThrownBy(() -> adjustment.accept(planId, null, null, "a-lead", NOW))
                .isInstanceOf(AdjustmentAlreadyDecidedException.class);
        assertThat(adjustment.status()).isEqualTo(AdjustmentStatus.DECLINED);
    }

    @Test
    void knowsTheRequestThatAcceptedIt() {
        adjustment.accept(planId, null, "key", "a-lead", NOW);

        assertThat(adjustment.wasAcceptedBy("key")).isTrue();
        assertThat(adjustment.wasAcceptedBy("another")).isFalse();
        assertThat(adjustment.wasAcceptedBy(null)).isFalse();
    }
}
