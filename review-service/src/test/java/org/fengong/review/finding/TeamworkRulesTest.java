package org.fengong.review.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;
import static org.fengong.review.metric.SampleFacts.GOAL;
import static org.fengong.review.metric.SampleFacts.TEAM;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.task;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.SampleFacts;
import org.junit.jupiter.api.Test;

/** Each rule at its thresholds: one step before the warning, on it, and past both. */
class TeamworkRulesTest {
    private static final UUID SKILL = new UUID(9, 1);

    private final FindingRules rules = DefaultThresholds.rules();

    private Optional<Finding> find(FindingKind kind, SampleFacts facts) {
        return find(kind, facts, Map.of());
    }

    private Optional<Finding> find(FindingKind kind, SampleFacts facts, Map<FindingKind, TeamThreshold> own) {
        return rules.find(facts.metrics(), facts.facts(), own).stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst();
    }

    private static void assertSeverity(Optional<Finding> found, Severity severity, double threshold) {
        assertThat(found).isPresent();
        assertThat(found.get().severity()).isEqualTo(severity);
        assertThat(found.get().threshold().value()).isEqualTo(threshold);
        assertThat(found.get().evidence()).isNotEmpty();
        assertThat(found.get().text()).isNotBlank();
    }

    /** Ben has so many minutes of 2000, Anna so many that the mean of the two ratios is 0.5. */
    private static SampleFacts besideTheMean(int ben) {
        return new SampleFacts().week(ANNA, 45, 2000 - ben, 2000).week(BEN, 45, ben, 2000);
    }

    @Test
    void findsMembersWhoAreGivenMuchLessThanTheOthers() {
        assertThat(find(FindingKind.UNDER_USED, besideTheMean(500))).isEmpty(); // 0.25 / 0.5 = 0.5
        var under = find(FindingKind.UNDER_USED, besideTheMean(499));
        assertSeverity(under, Severity.WARNING, 0.5);
        assertThat(under.get().evidence())
                .containsExactly(
                        Evidence.ofTeam("meanLoadRatio", 0.5, "ratio"),
                        Evidence.ofMember(BEN, "loadRatio", 499 / 2000.0, "ratio"));
        assertSeverity(find(FindingKind.UNDER_USED, besideTheMean(250)), Severity.WARNING, 0.5);
        assertSeverity(find(FindingKind.UNDER_USED, besideTheMean(249)), Severity.SEVERE, 0.25);
        assertThat(find(FindingKind.UNDER_USED, new SampleFacts().week(ANNA, 45, 0, 2000)))
                .isEmpty();
    }

    private static SampleFacts completed(int tasks, int reopened) {
        var facts = new SampleFacts();
        for (int i = 1; i <= tasks; i++) {
            facts.task(i, TEAM, GOAL, 29, november(10), 60, 1, i <= reopened);
        }
        return facts;
    }

    @Test
    void findsTooMuchRework() {
        assertThat(find(FindingKind.REWORK, completed(10, 1))).isEmpty();
        var rework = find(FindingKind.REWORK, completed(9, 1));
        assertSeverity(rework, Severity.WARNING, 0.1);
        assertThat(rework.get().evidence()).contains(Evidence.ofTask(null, task(1), "reopened", 1, "tasks"));
        assertSeverity(find(FindingKind.REWORK, completed(4, 1)), Severity.WARNING, 0.1);
        assertSeverity(find(FindingKind.REWORK, completed(3, 1)), Severity.SEVERE, 0.25);
    }

    @Test
    void findsLoadThatIsSharedUnfairlyOverManyWeeks() {
        // ratios a and b: Jain = (a + b)^2 / (2 (a^2 + b^2)); of 0.5 and 1 exactly 0.9, of 1 and 3 exactly 0.8
        assertThat(find(
                        FindingKind.UNFAIR_OVER_TIME,
                        new SampleFacts().pastWeek(ANNA, 40, 1000, 1000).pastWeek(BEN, 40, 500, 1000)))
                .isEmpty();
        var unfair = find(
                FindingKind.UNFAIR_OVER_TIME,
                new SampleFacts().pastWeek(ANNA, 40, 1000, 1000).pastWeek(BEN, 40, 499, 1000));
        assertSeverity(unfair, Severity.WARNING, 0.9);
        assertThat(unfair.get().evidence()).extracting(Evidence::memberId).containsExactly(null, ANNA, BEN);
        assertSeverity(
                find(
                        FindingKind.UNFAIR_OVER_TIME,
                        new SampleFacts().pastWeek(ANNA, 40, 750, 1000).pastWeek(BEN, 40, 250, 1000)),
                Severity.WARNING,
                0.9);
        assertSeverity(
                find(
                        FindingKind.UNFAIR_OVER_TIME,
                        new SampleFacts().pastWeek(ANNA, 40, 750, 1000).pastWeek(BEN, 40, 249, 1000)),
                Severity.SEVERE,
                0.8);
    }

    private static SampleFacts handOverAfter(Duration wait) {
        return new SampleFacts()
                .running(2, november(5).plus(wait))
                .dependency(2, 1, november(5))
                .work(1, ANNA, 5, 60)
                .work(2, BEN, 28, 60);
    }

    @Test
    void findsWorkThatLiesLongBetweenTwoMembers() {
        assertThat(find(FindingKind.SLOW_HAND_OVER, handOverAfter(Duration.ofDays(3))))
                .isEmpty();
        var slow = find(FindingKind.SLOW_HAND_OVER, handOverAfter(Duration.ofHours(73)));
        assertSeverity(slow, Severity.WARNING, 3);
        assertThat(slow.get().evidence()).contains(Evidence.ofTask(BEN, task(2), "handOverDays", 73 / 24.0, "days"));
        assertSeverity(find(FindingKind.SLOW_HAND_OVER, handOverAfter(Duration.ofDays(7))), Severity.WARNING, 3);
        assertSeverity(find(FindingKind.SLOW_HAND_OVER, handOverAfter(Duration.ofHours(169))), Severity.SEVERE, 7);
    }

    private static SampleFacts offers(int declined, int accepted) {
        var facts = new SampleFacts();
        for (int i = 0; i < declined; i++) {
            facts.offer(CLEO, Facts.Answer.DECLINED, "No time");
        }
        for (int i = 0; i < accepted; i++) {
            facts.offer(CLEO, Facts.Answer.ACCEPTED, null);
        }
        return facts;
    }

    @Test
    void findsMembersWhoDeclineMuch() {
        assertThat(find(FindingKind.DECLINE_PATTERN, offers(3, 7))).isEmpty();
        var pattern = find(FindingKind.DECLINE_PATTERN, offers(1, 2));
        assertSeverity(pattern, Severity.WARNING, 0.3);
        assertThat(pattern.get().evidence())
                .containsExactly(
                        Evidence.ofMember(CLEO, "declinedShare", 1 / 3.0, "ratio"),
                        Evidence.ofMember(CLEO, "declinedOffers", 1, "offers"));
        assertSeverity(find(FindingKind.DECLINE_PATTERN, offers(2, 2)), Severity.WARNING, 0.3);
        assertSeverity(find(FindingKind.DECLINE_PATTERN, offers(2, 1)), Severity.SEVERE, 0.5);
        assertThat(find(FindingKind.DECLINE_PATTERN, offers(2, 0))).isEmpty(); // two offers are no pattern
    }

    @Test
    void findsSkillsThatTooFewHold() {
        assertThat(find(FindingKind.SINGLE_HOLDER, new SampleFacts().skillGap(SKILL, 2)))
                .isEmpty();
        var single = find(FindingKind.SINGLE_HOLDER, new SampleFacts().skillGap(SKILL, 1));
        assertSeverity(single, Severity.WARNING, 1);
        assertThat(single.get().evidence()).containsExactly(Evidence.ofSkill(null, SKILL, "holders", 1, "members"));
        assertSeverity(find(FindingKind.SINGLE_HOLDER, new SampleFacts().skillGap(SKILL, 0)), Severity.SEVERE, 0);
    }

    /** Two roles of 500 minutes each with the skill. */
    private static SampleFacts workWithSkill(int minutes) {
        return new SampleFacts()
                .skilled(1, november(10), 500, SKILL)
                .skilled(2, november(10), 500, SKILL)
                .work(1, ANNA, 4, minutes / 2)
                .work(2, ANNA, 5, minutes - minutes / 2);
    }

    @Test
    void findsMembersWhoseSkillSeemsToGrow() {
        assertThat(find(FindingKind.GROWING_SKILL, workWithSkill(800))).isEmpty();
        var growing = find(FindingKind.GROWING_SKILL, workWithSkill(799));
        assertSeverity(growing, Severity.WARNING, 0.8);
        assertThat(growing.get().evidence())
                .containsExactly(Evidence.ofSkill(ANNA, SKILL, "estimateRatio", 0.799, "ratio"));
        assertSeverity(find(FindingKind.GROWING_SKILL, workWithSkill(600)), Severity.WARNING, 0.8);
        assertSeverity(find(FindingKind.GROWING_SKILL, workWithSkill(599)), Severity.SEVERE, 0.6);
        assertThat(find(
                        FindingKind.GROWING_SKILL,
                        new SampleFacts().skilled(1, november(10), 500, SKILL).work(1, ANNA, 4, 100)))
                .isEmpty(); // one role may be luck
    }

    @Test
    void takesTheTeamsOwnThresholds() {
        var own = Map.of(FindingKind.REWORK, new TeamThreshold(0.3, 0.5));

        assertThat(find(FindingKind.REWORK, completed(4, 1), own)).isEmpty();
        var warning = find(FindingKind.REWORK, completed(3, 1), own);
        assertSeverity(warning, Severity.WARNING, 0.3);
        assertThat(warning.get().threshold().property()).isEqualTo("thresholds[REWORK].warning");
        var severe = find(FindingKind.REWORK, completed(1, 1), own);
        assertSeverity(severe, Severity.SEVERE, 0.5);
        assertThat(severe.get().threshold().property()).isEqualTo("thresholds[REWORK].critical");
    }

    @Test
    void hasThresholdsInOrderForEveryKind() {
        assertThat(List.of(FindingKind.values()))
                .allSatisfy(kind ->
                        assertThat(rules.documented().get(kind).isInOrder(kind)).isTrue());
    }

    private Optional<Finding> askedOn(int day) {
        return find(FindingKind.UNANSWERED_REQUEST, new SampleFacts().request(1, SKILL, day));
    }

    @Test
    void findsRequestsThatNobodyAnswersForWorkingDays() {
        // the period ends on Sunday the 29th
        assertThat(find(FindingKind.UNANSWERED_REQUEST, new SampleFacts())).isEmpty();
        assertThat(askedOn(24)).isEmpty(); // Wednesday to Friday
        assertSeverity(askedOn(23), Severity.WARNING, 3);
        assertSeverity(askedOn(18), Severity.WARNING, 3); // 7 with the weekend between
        assertSeverity(askedOn(17), Severity.SEVERE, 7);
        assertThat(askedOn(28)).isEmpty();
    }

    @Test
    void countsNoDayToComeAndNamesOnlyTheRequestsThatWaitTooLong() {
        var onThursday = new SampleFacts()
                .today(LocalDate.of(2026, 11, 26))
                .request(1, SKILL, 23)
                .request(2, SKILL, 20);

        var found = find(FindingKind.UNANSWERED_REQUEST, onThursday);

        assertSeverity(found, Severity.WARNING, 3);
        assertThat(found.get().evidence())
                .containsExactly(Evidence.ofDepartment(SKILL, task(2), "waitingDays", 4, "days"));
        assertThat(find(
                        FindingKind.UNANSWERED_REQUEST,
                        onThursday,
                        Map.of(FindingKind.UNANSWERED_REQUEST, new TeamThreshold(4.0, 9.0))))
                .isEmpty();
    }
}
