package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class SkillFitTest {
    private static Facts.WeekMinutes week(int week, int minutes) {
        return new Facts.WeekMinutes(YearWeek.of(2026, week), minutes);
    }

    @Test
    void weighsEachFitByTheMinutesOfThePeriod() {
        var fit = new SampleFacts()
                .task(1, 20, null, 600, 1)
                .task(2, 20, null, 600, 1)
                .assignment(1, ANNA, 1.0, true, week(44, 500), week(45, 100))
                .assignment(2, BEN, 0.5, true, week(46, 300), week(49, 200))
                .metrics()
                .skillFit();

        // (1.0 * 100 + 0.5 * 300) / 400; weeks 44 and 49 lie outside
        assertThat(fit.value()).isCloseTo(0.625, within(1e-12));
        assertThat(fit.inputs()).extracting(SkillFit.AssignmentFit::minutes).containsExactly(100, 300);
    }

    @Test
    void countsWhatWasWorkedOnAnAssignmentThatNoLongerStands() {
        var fit = new SampleFacts()
                .task(1, 20, SampleFacts.november(10), 600, 1)
                .assignment(1, ANNA, 0.8, false, week(45, 600))
                .assignment(1, BEN, 0.2, false, week(45, 600))
                .work(1, ANNA, 4, 240)
                .metrics()
                .skillFit();

        assertThat(fit.value()).isCloseTo(0.8, within(1e-12));
        assertThat(fit.inputs()).hasSize(1);
        assertThat(fit.inputs().get(0).basis()).isEqualTo(SkillFit.Basis.LOGGED);
        assertThat(fit.inputs().get(0).minutes()).isEqualTo(240);
    }

    @Test
    void leavesOutTasksOfOtherTeams() {
        var fit = new SampleFacts()
                .task(1, new UUID(9, 9), SampleFacts.GOAL, 20, null, 600, 1, false)
                .assignment(1, ANNA, 0.1, true, week(45, 600))
                .metrics()
                .skillFit();

        assertThat(fit.value()).isNull();
    }
}
