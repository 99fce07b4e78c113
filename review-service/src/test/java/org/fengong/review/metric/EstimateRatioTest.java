package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.role;

import java.time.LocalDate;
import java.util.UUID;
import org.fengong.review.metric.EstimateRatio.CompletedRole;
import org.junit.jupiter.api.Test;

class EstimateRatioTest {
    @Test
    void comparesAllLoggedMinutesOfCompletedRolesWithTheirEstimates() {
        var ratio = new SampleFacts()
                .task(1, 20, november(10), 600, 1)
                .task(2, 20, november(11), 200, 1)
                .task(3, 20, null, 1000, 1)
                .work(1, ANNA, LocalDate.of(2026, 10, 30), 300) // before the period, still part of what it took
                .work(1, BEN, 4, 600)
                .work(2, ANNA, 5, 100)
                .work(3, ANNA, 5, 5000)
                .metrics()
                .estimateRatio();

        // (900 + 100) / (600 + 200)
        assertThat(ratio.value()).isCloseTo(1.25, within(1e-12));
        // Ben did most of the first role, Ann all of the second
        assertThat(ratio.byMember())
                .containsExactly(
                        new EstimateRatio.MemberRatio(ANNA, 200, 100, 0.5),
                        new EstimateRatio.MemberRatio(BEN, 600, 900, 1.5));
        assertThat(ratio.bySkill()).isEmpty();
    }

    @Test
    void comparesRolesThatAskForASkill() {
        var copywriting = new UUID(9, 1);
        var editing = new UUID(9, 2);
        var ratio = new SampleFacts()
                .skilled(1, november(10), 600, copywriting)
                .skilled(2, november(11), 200, copywriting, editing)
                .work(1, ANNA, 4, 900)
                .work(2, BEN, 5, 100)
                .metrics()
                .estimateRatio();

        assertThat(ratio.bySkill())
                .containsExactly(
                        new EstimateRatio.SkillRatio(copywriting, 800, 1000, 1.25),
                        new EstimateRatio.SkillRatio(editing, 200, 100, 0.5));
        assertThat(ratio.byMemberAndSkill())
                .containsExactly(
                        new EstimateRatio.MemberSkillRatio(ANNA, copywriting, 1, 600, 900, 1.5),
                        new EstimateRatio.MemberSkillRatio(BEN, copywriting, 1, 200, 100, 0.5),
                        new EstimateRatio.MemberSkillRatio(BEN, editing, 1, 200, 100, 0.5));
    }

    @Test
    void doesNotCountARoleOnWhichNothingWasLogged() {
        var ratio = new SampleFacts()
                .task(1, 20, november(10), 600, 1)
                .task(2, 20, november(11), 200, 1)
                .work(2, ANNA, 5, 300)
                .metrics()
                .estimateRatio();

        assertThat(ratio.value()).isCloseTo(1.5, within(1e-12));
        assertThat(ratio.inputs())
                .extracting(CompletedRole::roleId, CompletedRole::counted)
                .containsExactly(tuple(role(1), false), tuple(role(2), true));
    }

    @Test
    void isUnknownWhenNothingWasCompleted() {
        assertThat(new SampleFacts()
                        .task(1, 20, null, 600, 1)
                        .metrics()
                        .estimateRatio()
                        .value())
                .isNull();
    }
}
