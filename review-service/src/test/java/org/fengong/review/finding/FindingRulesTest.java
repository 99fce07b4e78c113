package org.fengong.review.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.GOAL;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.SampleFacts;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class FindingRulesTest {
    private static final UUID KEY_RESULT = new UUID(7, 1);

    private final FindingRules rules = DefaultThresholds.rules();

    private static Facts.WeekMinutes week(int week, int minutes) {
        return new Facts.WeekMinutes(YearWeek.of(2026, week), minutes);
    }

    private List<Finding> find(SampleFacts facts) {
        return rules.find(facts.metrics(), facts.facts(), Map.of());
    }

    @Test
    void findsNothingWhereNothingIsKnown() {
        assertThat(find(new SampleFacts())).isEmpty();
    }

    @Test
    void tellsWhoCarriesHowMuchOfAnUnbalancedLoad() {
        // ratios 1.0 and 0.4: mean 0.7, deviation 0.3, variation 0.43
        var found = find(new SampleFacts().week(BEN, 45, 800, 2000).week(ANNA, 45, 2000, 2000));

        assertThat(found).hasSize(1);
        var finding = found.get(0);
        assertThat(finding.id()).isEqualTo("F1");
        assertThat(finding.kind()).isEqualTo(FindingKind.UNBALANCED_LOAD);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.threshold())
                .isEqualTo(new Finding.Threshold("fengong.review.thresholds.unbalanced-load.warning", 0.3));
        assertThat(finding.evidence()).extracting(Evidence::memberId).containsExactly(null, ANNA, BEN);
        assertThat(finding.evidence()).extracting(Evidence::value).contains(1.0, 0.4);
        assertThat(finding.text()).contains("0.43");
    }

    @Test
    void callsAVeryUnbalancedLoadSevere() {
        var found = find(new SampleFacts().week(ANNA, 45, 2000, 2000).week(BEN, 45, 100, 2000));

        assertThat(found.get(0).severity()).isEqualTo(Severity.SEVERE);
        assertThat(found.get(0).threshold().property()).isEqualTo("fengong.review.thresholds.unbalanced-load.severe");
    }

    @Test
    void tellsWhoseWeekIsOverloadedByHowMuch() {
        var found = find(new SampleFacts()
                .week(ANNA, 45, 2100, 2000)
                .week(ANNA, 46, 2000, 2000)
                .week(BEN, 45, 2000, 2000)
                .week(BEN, 46, 2050, 2000));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(FindingKind.OVERLOAD);
        assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).evidence())
                .containsExactly(
                        Evidence.ofMemberWeek(ANNA, YearWeek.of(2026, 45), "overByMinutes", 100, "minutes"),
                        Evidence.ofMemberWeek(BEN, YearWeek.of(2026, 46), "overByMinutes", 50, "minutes"));
    }

    @Test
    void callsLoadWithoutAnyCapacitySevere() {
        var found = find(new SampleFacts().week(ANNA, 45, 60, 0));

        assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.OVERLOAD);
        assertThat(found.get(0).severity()).isEqualTo(Severity.SEVERE);
    }

    @Test
    void namesTheAssignmentsThatFitBadly() {
        var found = find(new SampleFacts()
                .task(1, 30, null, 600, 1)
                .task(2, 30, null, 600, 1)
                .assignment(1, ANNA, 0.4, true, week(45, 300))
                .assignment(2, BEN, 0.9, true, week(45, 100)));

        assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.LOW_SKILL_FIT);
        assertThat(found.get(0).evidence())
                .contains(Evidence.ofTask(ANNA, task(1), "fit", 0.4, "ratio"))
                .doesNotContain(Evidence.ofTask(BEN, task(2), "fit", 0.9, "ratio"));
    }

    @Test
    void namesTheTasksThatAreLateAndByHowManyDays() {
        var found = find(new SampleFacts()
                .task(1, 10, november(10), 60, 1)
                .task(2, 10, november(13), 60, 1)
                .task(3, 20, null, 60, 1));

        assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.LATE);
        assertThat(found.get(0).severity()).isEqualTo(Severity.SEVERE); // 1 of 3 is below 0.6
        assertThat(found.get(0).text()).startsWith("2 of 3 tasks");
        assertThat(found.get(0).evidence())
                .contains(
                        Evidence.ofTask(null, task(2), "completedLateByDays", 3, "days"),
                        Evidence.ofTask(null, task(3), "overdue", 1, "tasks"));
    }

    @Test
    void findsEstimatesThatAreTooLowOrTooHigh() {
        var tooLow = find(new SampleFacts().task(1, 20, november(10), 600, 1).work(1, ANNA, 4, 900));
        var tooHigh = find(new SampleFacts().task(1, 20, november(10), 600, 1).work(1, ANNA, 4, 300));
        var close = find(new SampleFacts().task(1, 20, november(10), 600, 1).work(1, ANNA, 4, 700));

        assertThat(tooLow).extracting(Finding::kind).containsExactly(FindingKind.ESTIMATES_OFF);
        assertThat(tooLow.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(tooHigh.get(0).severity()).isEqualTo(Severity.SEVERE); // twice too high
        assertThat(close).isEmpty();
    }

    @Test
    void findsAGoalNoneOfWhoseKeyResultsCameNearer() {
        var found = find(new SampleFacts()
                .goal(new Facts.KeyResult(
                        KEY_RESULT, 10, 20, 11, List.of(new Facts.Measurement(LocalDate.of(2026, 11, 5), 12, 11)))));

        assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.GOAL_WITHOUT_PROGRESS);
        assertThat(found.get(0).evidence()).contains(Evidence.ofGoal(null, GOAL, "weeksWithoutProgress", 4, "weeks"));
    }

    @Test
    void seesProgressInAKeyResultInACompletedTaskAndInAReachedGoal() {
        var nearer = new Facts.KeyResult(
                KEY_RESULT, 20, 10, 15, List.of(new Facts.Measurement(LocalDate.of(2026, 11, 5), 18, 15)));
        var reached = new Facts.KeyResult(KEY_RESULT, 10, 20, 21, List.of());
        var still = new Facts.KeyResult(KEY_RESULT, 10, 20, 11, List.of());

        assertThat(find(new SampleFacts().goal(nearer))).isEmpty();
        assertThat(find(new SampleFacts().goal(reached))).isEmpty();
        assertThat(find(new SampleFacts().goal(still).task(1, 20, november(10), 60, 1)))
                .isEmpty();
    }

    @Test
    void givesAGoalThatHasJustBegunTime() {
        var begun = new SampleFacts().goal(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 31));

        assertThat(find(begun)).isEmpty();
    }

    @Test
    void namesTheOneMemberWhoCarriesAGoal() {
        var found = find(new SampleFacts()
                .goal()
                .task(1, 20, november(10), 500, 1)
                .work(1, ANNA, 4, 400)
                .work(1, BEN, 4, 100));

        assertThat(found).extracting(Finding::kind).containsExactly(FindingKind.SINGLE_HOLDER_WORK);
        assertThat(found.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).evidence().get(0)).isEqualTo(Evidence.ofGoal(ANNA, GOAL, "shareByHours", 0.8, "ratio"));
    }

    @Test
    void doesNotCallAFewHoursSingleHolderWork() {
        var found =
                find(new SampleFacts().goal().task(1, 20, november(10), 400, 1).work(1, ANNA, 4, 479));

        assertThat(found).isEmpty();
    }
}
