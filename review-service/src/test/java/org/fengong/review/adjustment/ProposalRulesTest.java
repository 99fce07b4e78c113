package org.fengong.review.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.november;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.DefaultThresholds;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.SampleFacts;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class ProposalRulesTest {
    private final ProposalRules rules = new ProposalRules(new SmallRyeConfigBuilder()
            .withMapping(ProposalConfig.class)
            .build()
            .getConfigMapping(ProposalConfig.class));

    private List<Proposal> propose(SampleFacts facts) {
        var metrics = facts.metrics();
        return rules.propose(DefaultThresholds.rules().find(metrics, facts.facts(), Map.of()), metrics);
    }

    @Test
    void proposesNothingWhereNothingIsWrong() {
        assertThat(propose(new SampleFacts())).isEmpty();
    }

    @Test
    void answersUnevenLoadAndOverloadByOnePlan() {
        var proposals = propose(new SampleFacts().week(ANNA, 45, 2500, 2000).week(BEN, 45, 800, 2000));

        assertThat(proposals).hasSize(1);
        var proposal = proposals.get(0);
        assertThat(proposal.kind()).isEqualTo(AdjustmentKind.REPLAN);
        assertThat(proposal.findingIds()).containsExactly("F1", "F2");
        assertThat(proposal.replan()).isEqualTo(new Replan(8, new ReplanPolicy(null, null, 300, 0.9)));
        assertThat(proposal.indicators())
                .containsExactly(Indicator.COEFFICIENT_OF_VARIATION, Indicator.OVERLOADED_MEMBER_WEEKS);
        assertThat(proposal.text()).contains("an even load 300 %", "at most 90 %");
        assertThat(proposal.expectedEffect()).isNotBlank();
    }

    @Test
    void leavesFairnessAloneWhenOnlyWeeksAreTooFull() {
        var proposals = propose(new SampleFacts().week(ANNA, 45, 2100, 2000));

        assertThat(proposals)
                .extracting(p -> p.replan().policy())
                .containsExactly(new ReplanPolicy(null, null, null, 0.9));
    }

    @Test
    void answersBadFitByAnotherPlan() {
        var proposals = propose(new SampleFacts()
                .task(1, 30, null, 600, 1)
                .assignment(1, ANNA, 0.4, true, new Facts.WeekMinutes(YearWeek.of(2026, 45), 300)));

        assertThat(proposals)
                .extracting(p -> p.replan().policy())
                .containsExactly(new ReplanPolicy(300, null, null, null));
        assertThat(proposals.get(0).indicators()).containsExactly(Indicator.SKILL_FIT);
    }

    @Test
    void leavesRoomWhereWorkTakesLongerThanEstimated() {
        // 750 of 500 minutes: 1 / 1.5 = 0.66, rounded down
        var proposals =
                propose(new SampleFacts().task(1, 10, november(13), 500, 1).work(1, ANNA, 4, 750));

        assertThat(proposals).hasSize(1);
        assertThat(proposals.get(0).findingIds()).hasSize(2);
        assertThat(proposals.get(0).replan().policy()).isEqualTo(new ReplanPolicy(null, 300, null, 0.66));
        assertThat(proposals.get(0).indicators())
                .containsExactly(Indicator.ON_TIME_RATE, Indicator.OVERLOADED_MEMBER_WEEKS);
    }

    @Test
    void neverAsksToLeaveMoreThanHalfOfTheTimeEmpty() {
        var proposals =
                propose(new SampleFacts().task(1, 20, november(13), 100, 1).work(1, ANNA, 4, 450));

        assertThat(proposals.get(0).replan().policy().maxLoadRatio()).isEqualTo(0.5);
    }

    @Test
    void asksForNoPlanWhereEstimatesAreTooHigh() {
        assertThat(propose(new SampleFacts().task(1, 20, november(13), 400, 1).work(1, ANNA, 4, 100)))
                .isEmpty();
    }
}
