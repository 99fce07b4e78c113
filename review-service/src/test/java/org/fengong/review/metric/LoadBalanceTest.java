package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;

import org.junit.jupiter.api.Test;

class LoadBalanceTest {
    @Test
    void measuresEachMemberAgainstTheirOwnCapacityOverThePeriod() {
        var balance = new SampleFacts()
                .week(ANNA, 45, 2000, 2000)
                .week(ANNA, 46, 1000, 2000)
                .week(BEN, 45, 250, 1000)
                .metrics()
                .loadBalance();

        // Anna 3000 / 4000 = 0.75, Ben 250 / 1000 = 0.25: mean 0.5, deviation 0.25
        assertThat(balance.inputs())
                .extracting(LoadBalance.MemberLoad::memberId, LoadBalance.MemberLoad::loadRatio)
                .containsExactly(tuple(ANNA, 0.75), tuple(BEN, 0.25));
        assertThat(balance.coefficientOfVariation().value()).isCloseTo(0.5, within(1e-12));
        assertThat(balance.giniCoefficient().value()).isCloseTo(0.25, within(1e-12));
        assertThat(balance.maxToMeanRatio().value()).isCloseTo(1.5, within(1e-12));
        assertThat(balance.coefficientOfVariation().unit()).isEqualTo("ratio");
        assertThat(balance.coefficientOfVariation().formula()).contains("standard deviation / mean");
    }

    @Test
    void showsButDoesNotCountMembersWithoutCapacity() {
        var balance = new SampleFacts()
                .week(ANNA, 45, 1000, 2000)
                .week(BEN, 45, 1000, 2000)
                .week(CLEO, 45, 600, 0)
                .metrics()
                .loadBalance();

        assertThat(balance.coefficientOfVariation().value()).isZero();
        assertThat(balance.inputs()).hasSize(3);
        assertThat(balance.inputs().get(2).loadRatio()).isNull();
    }

    @Test
    void measuresNothingForATeamWithoutMembersOrWithoutLoad() {
        var empty = new SampleFacts().metrics().loadBalance();
        var idle = new SampleFacts()
                .week(ANNA, 45, 0, 2000)
                .week(BEN, 45, 0, 2000)
                .metrics()
                .loadBalance();

        assertThat(empty.coefficientOfVariation().value()).isNull();
        assertThat(empty.inputs()).isEmpty();
        assertThat(idle.giniCoefficient().value()).isNull();
        assertThat(idle.maxToMeanRatio().value()).isNull();
        assertThat(idle.inputs()).hasSize(2);
    }
}
