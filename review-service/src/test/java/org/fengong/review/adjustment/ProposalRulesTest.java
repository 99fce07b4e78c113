package org.fengong.review.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;
import static org.fengong.review.metric.SampleFacts.november;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.DefaultThresholds;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.SampleFacts;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class ProposalRulesTest {
    private static final UUID SKILL = new UUID(7, 1);

    private final ProposalRules rules = new ProposalRules(new SmallRyeConfigBuilder()
            .withMapping(ProposalConfig.class)
            .build()
            .getConfigMapping(ProposalConfig.class));

    private List<Proposal> propose(SampleFacts facts) {
        var metrics = facts.metrics();
        return rules.propose(DefaultThresholds.rules().find(metrics, facts.facts(), Map.of()), metrics, facts.facts());
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

    /** Anna's week is 500 minutes over; Ben, with a fifth of her load, holds the skill of her next task at its level. */
    private static SampleFacts overloadedBesideUnderUsed() {
        return new SampleFacts()
                .week(ANNA, 48, 2500, 2000)
                .week(BEN, 48, 500, 2000)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .holds(BEN, SKILL, 3);
    }

    private List<Proposal> of(AdjustmentKind kind, SampleFacts facts) {
        return propose(facts).stream().filter(p -> p.kind() == kind).toList();
    }

    @Test
    void movesARoleFromAnOverloadedMemberToAnUnderUsedOneWhoHoldsItsSkills() {
        var proposals = of(AdjustmentKind.MOVE, overloadedBesideUnderUsed());

        assertThat(proposals)
                .extracting(Proposal::move)
                .containsExactly(
                        new Move(SampleFacts.task(1), SampleFacts.role(1), ANNA, BEN, YearWeek.of(2026, 49), 600));
        assertThat(proposals.get(0).findingIds()).containsExactly("F2", "F3");
        assertThat(proposals.get(0).replan()).isEqualTo(new Replan(8, ReplanPolicy.STANDARD));
        assertThat(proposals.get(0).expectedEffect()).contains("600 minutes", "500 minutes over");
    }

    @Test
    void movesNothingToWhoIsOneLevelShort() {
        assertThat(of(AdjustmentKind.MOVE, overloadedBesideUnderUsed().holds(BEN, SKILL, 2)))
                .isEmpty();
    }

    @Test
    void movesNothingWhereNobodyIsBelowTheThreshold() {
        // 2001 and 667 of 2000: mean 0.667, Ben at exactly half of it
        var atThreshold = new SampleFacts()
                .week(ANNA, 48, 2001, 2000)
                .week(BEN, 48, 667, 2000)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .holds(BEN, SKILL, 3);
        assertThat(of(AdjustmentKind.MOVE, atThreshold)).isEmpty();

        var justBelow = new SampleFacts()
                .week(ANNA, 48, 2001, 2000)
                .week(BEN, 48, 666, 2000)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .holds(BEN, SKILL, 3);
        assertThat(of(AdjustmentKind.MOVE, justBelow)).hasSize(1);
    }

    @Test
    void movesNothingWhereEveryWeekHoldsWhatItCan() {
        var full = new SampleFacts()
                .week(ANNA, 48, 2000, 2000)
                .week(BEN, 48, 500, 2000)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .holds(BEN, SKILL, 3);

        assertThat(of(AdjustmentKind.MOVE, full)).isEmpty();
    }

    @Test
    void leavesWhatIsBegunOrOverOrOfUnknownLevel() {
        var others = new SampleFacts()
                .week(ANNA, 48, 2500, 2000)
                .week(BEN, 48, 500, 2000)
                .holds(BEN, SKILL, 3)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .work(1, ANNA, 20, 60)
                .asking(2, SKILL, 3)
                .assignment(2, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 48), 600))
                .asking(3, SKILL, null)
                .assignment(3, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .asking(4, SKILL, 3)
                .assignment(4, ANNA, 1, false, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                .asking(5, SKILL, 3)
                .assignment(5, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2027, 4), 600));

        assertThat(of(AdjustmentKind.MOVE, others)).isEmpty();
    }

    @Test
    void choosesTheRoleThatComesNearestToTheExcess() {
        var several = overloadedBesideUnderUsed()
                .asking(2, SKILL, 1)
                .assignment(2, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 50), 480))
                .asking(3, SKILL, 1)
                .assignment(3, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 50), 60));

        assertThat(of(AdjustmentKind.MOVE, several))
                .extracting(p -> p.move().roleId())
                .containsExactly(SampleFacts.role(2));
    }

    @Test
    void trainsWhoIsNearestToTheLevelAndLeastLoaded() {
        var proposals = of(
                AdjustmentKind.TRAIN,
                new SampleFacts()
                        .week(ANNA, 48, 1000, 2000)
                        .week(BEN, 48, 900, 2000)
                        .week(CLEO, 48, 800, 2000)
                        .holds(ANNA, SKILL, 3)
                        .holds(BEN, SKILL, 2)
                        .holds(CLEO, SKILL, 1)
                        .skillGap(SKILL, 1));

        assertThat(proposals).extracting(Proposal::training).containsExactly(new Training(BEN, SKILL, 3, 2, 1));
        assertThat(proposals.get(0).expectedEffect()).isEqualTo("2 instead of 1 hold the skill at level 3.");
        assertThat(proposals.get(0).replan().asksForPlan()).isFalse();
        assertThat(of(
                        AdjustmentKind.TRAIN,
                        new SampleFacts()
                                .week(ANNA, 48, 1000, 2000)
                                .week(CLEO, 48, 800, 2000)
                                .skillGap(SKILL, 0)))
                .extracting(p -> p.training().memberId())
                .containsExactly(CLEO);
    }

    @Test
    void trainsNobodyWhereTwoHoldTheSkillOrNobodyIsLeftToLearnIt() {
        assertThat(of(
                        AdjustmentKind.TRAIN,
                        new SampleFacts().week(ANNA, 48, 1000, 2000).skillGap(SKILL, 2)))
                .isEmpty();
        assertThat(of(
                        AdjustmentKind.TRAIN,
                        new SampleFacts()
                                .week(ANNA, 48, 1000, 2000)
                                .holds(ANNA, SKILL, 3)
                                .skillGap(SKILL, 1)))
                .isEmpty();
    }

    /** Work took 1.5 times its estimate. */
    private static SampleFacts estimatedTooLow() {
        return new SampleFacts().task(1, 20, november(13), 500, 1).work(1, ANNA, 4, 750);
    }

    @Test
    void estimatesOpenRolesByTheRatioOfTheCompletedOnes() {
        var proposals = of(
                AdjustmentKind.ESTIMATE,
                estimatedTooLow()
                        .task(2, 28, null, 100, 1)
                        .task(3, 27, null, 600, 1)
                        .task(4, 27, null, 600, 1)
                        .work(4, ANNA, 20, 30));

        assertThat(proposals).hasSize(1);
        // due first is first; quarters of an hour; what is begun stays
        assertThat(proposals.get(0).estimates())
                .containsExactly(
                        new NewEstimate(SampleFacts.task(3), SampleFacts.role(3), 600, 900),
                        new NewEstimate(SampleFacts.task(2), SampleFacts.role(2), 100, 150));
        assertThat(proposals.get(0).indicators()).containsExactly(Indicator.ESTIMATE_RATIO);
        assertThat(proposals.get(0).expectedEffect()).contains("1050 minutes", "instead of 700");
        assertThat(proposals.get(0).replan().asksForPlan()).isFalse();
    }

    @Test
    void changesNoEstimateByMoreThanItsDoubleOrHalf() {
        var tooLow = new SampleFacts().task(1, 20, november(13), 100, 1).work(1, ANNA, 4, 900);
        var tooHigh = new SampleFacts().task(1, 20, november(13), 900, 1).work(1, ANNA, 4, 100);

        assertThat(of(AdjustmentKind.ESTIMATE, tooLow.task(2, 28, null, 600, 1))
                        .get(0)
                        .estimates())
                .extracting(NewEstimate::newMinutes)
                .containsExactly(1200);
        assertThat(of(AdjustmentKind.ESTIMATE, tooHigh.task(2, 28, null, 600, 1).task(3, 28, null, 15, 1))
                        .get(0)
                        .estimates())
                .extracting(NewEstimate::newMinutes)
                .containsExactly(300);
    }

    @Test
    void estimatesNothingWithoutOpenRolesOrWhileEstimatesAreRight() {
        assertThat(of(AdjustmentKind.ESTIMATE, estimatedTooLow())).isEmpty();
        assertThat(of(
                        AdjustmentKind.ESTIMATE,
                        new SampleFacts()
                                .task(1, 20, november(13), 500, 1)
                                .work(1, ANNA, 4, 625) // 1.25 is the threshold
                                .task(2, 28, null, 600, 1)))
                .isEmpty();
    }

    /** Anna alone is 500 minutes over, and has these minutes of two roles in the next weeks. */
    private static SampleFacts overloadedBy(int large, int small) {
        return new SampleFacts()
                .week(ANNA, 48, 2500, 2000)
                .asking(1, SKILL, 3)
                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), large))
                .asking(2, SKILL, 2)
                .assignment(2, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 50), small));
    }

    @Test
    void splitsTheRoleThatIsHalfOfWhatLiesAhead() {
        var proposals = of(AdjustmentKind.SPLIT, overloadedBy(600, 599));

        assertThat(proposals)
                .extracting(Proposal::split)
                .containsExactly(new Split(
                        SampleFacts.task(1),
                        SampleFacts.role(1),
                        ANNA,
                        600,
                        300,
                        LocalDate.of(2026, 12, 7),
                        YearWeek.of(2026, 53),
                        List.of(new Split.NeededSkill(SKILL, 3))));
        assertThat(proposals.get(0).indicators())
                .containsExactly(Indicator.OVERLOADED_MEMBER_WEEKS, Indicator.COEFFICIENT_OF_VARIATION);
        assertThat(of(
                        AdjustmentKind.SPLIT,
                        overloadedBy(600, 300)
                                .asking(3, SKILL, 1)
                                .assignment(3, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 50), 301))))
                .isEmpty();
    }

    @Test
    void splitsNothingThatIsBegunOrSmallOrCanMoveAsAWhole() {
        assertThat(of(AdjustmentKind.SPLIT, overloadedBy(600, 60).work(1, ANNA, 20, 30)))
                .isEmpty();
        assertThat(of(
                        AdjustmentKind.SPLIT,
                        new SampleFacts()
                                .week(ANNA, 48, 2500, 2000)
                                .task(1, 29, null, 479, 1)
                                .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 479))))
                .isEmpty();
        assertThat(of(AdjustmentKind.SPLIT, overloadedBesideUnderUsed())).isEmpty();
        assertThat(of(AdjustmentKind.SPLIT, overloadedBesideUnderUsed().holds(BEN, SKILL, 2)))
                .hasSize(1);
    }

    private static final UUID SALES = new UUID(12, 1);
    private static final UUID LEGAL = new UUID(12, 2);

    @Test
    void asksTheDepartmentWhereMostHoldTheSkillForARoleThatNobodyHas() {
        var proposals = of(
                AdjustmentKind.COLLABORATOR,
                new SampleFacts()
                        .skillGap(SKILL, 1)
                        .lender(SKILL, SALES, 1)
                        .lender(SKILL, LEGAL, 2)
                        .asking(1, SKILL, 3)
                        .assignment(1, ANNA, 1, true, new Facts.WeekMinutes(YearWeek.of(2026, 49), 600))
                        .asking(2, SKILL, 2)
                        .asking(3, SKILL, 3));

        assertThat(proposals)
                .extracting(Proposal::collaboration)
                .containsExactly(new Collaboration(SampleFacts.task(3), SampleFacts.role(3), LEGAL, 600, SKILL, 3, 2));
        assertThat(proposals.get(0).expectedEffect()).contains("2 members", "600 minutes less");
    }

    @Test
    void asksNobodyWhereNoDepartmentHoldsTheSkillOrTheTeamHasEnoughOfIt() {
        assertThat(of(
                        AdjustmentKind.COLLABORATOR,
                        new SampleFacts().skillGap(SKILL, 1).asking(1, SKILL, 3)))
                .isEmpty();
        assertThat(of(
                        AdjustmentKind.COLLABORATOR,
                        new SampleFacts()
                                .skillGap(SKILL, 2)
                                .lender(SKILL, SALES, 1)
                                .asking(1, SKILL, 3)))
                .isEmpty();
        assertThat(of(
                        AdjustmentKind.COLLABORATOR,
                        new SampleFacts()
                                .skillGap(SKILL, 1)
                                .lender(SKILL, SALES, 1)
                                .asking(1, SKILL, null)))
                .isEmpty();
    }
}
