package org.fengong.review.urgent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.review.finding.Evidence;
import org.fengong.review.metric.Facts;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class UrgentRulesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final UUID GOAL = UUID.randomUUID();

    /** A goal of 100 days whose key result has come to that many of 100. */
    private static Facts.Goal goal(double current) {
        return new Facts.Goal(
                GOAL,
                FIRST,
                FIRST.plusDays(99),
                List.of(new Facts.KeyResult(UUID.randomUUID(), 0, 100, current, List.of())));
    }

    @Test
    void aGoalIsAtRiskOnceItsTimeRunsAwayFromItsProgress() {
        // after 50 of 100 days: a lag of 0.25 is borne, one more hundredth is not
        assertThat(UrgentRules.goal(goal(25), FIRST.plusDays(50), 0.25)).isEmpty();
        var urgent = UrgentRules.goal(goal(24), FIRST.plusDays(50), 0.25).orElseThrow();

        assertThat(urgent.kind()).isEqualTo(UrgentKind.GOAL_AT_RISK);
        assertThat(urgent.subject()).isEqualTo(GOAL.toString());
        assertThat(urgent.evidence()).extracting(Evidence::figure).containsExactly("elapsed", "progress");
        assertThat(urgent.evidence().get(0).value()).isCloseTo(0.5, within(1e-12));
        assertThat(urgent.policy().latenessWeight()).isEqualTo(300);
    }

    @Test
    void aGoalIsNotAtRiskOutsideItsTimeOrWithoutKeyResultsOrReached() {
        assertThat(UrgentRules.goal(goal(0), FIRST.minusDays(1), 0.25)).isEmpty();
        assertThat(UrgentRules.goal(goal(0), FIRST.plusDays(100), 0.25)).isEmpty();
        assertThat(UrgentRules.goal(goal(100), FIRST.plusDays(99), 0.25)).isEmpty();
        assertThat(UrgentRules.goal(
                        new Facts.Goal(GOAL, FIRST, FIRST.plusDays(99), List.of()), FIRST.plusDays(99), 0.25))
                .isEmpty();
    }

    @Test
    void anOverloadOfAWeekWithAnAbsenceIsOneOfAbsence() {
        var task = UUID.randomUUID();
        var week = new Facts.MemberWeek(UUID.randomUUID(), YearWeek.of(2026, 50), 960, 720, List.of(task));

        assertThat(UrgentRules.overload(week, false).kind()).isEqualTo(UrgentKind.OVERLOAD);
        var away = UrgentRules.overload(week, true);
        assertThat(away.kind()).isEqualTo(UrgentKind.ABSENCE_ON_WORK);
        assertThat(away.evidence().get(0).value()).isEqualTo(240);
        assertThat(away.evidence().get(1).taskId()).isEqualTo(task);
        assertThat(away.policy().maxLoadRatio()).isEqualTo(1.0);
    }
}
