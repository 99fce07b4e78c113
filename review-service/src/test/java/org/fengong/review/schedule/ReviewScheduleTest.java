package org.fengong.review.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fengong.review.schedule.ReviewSchedule.DuePeriod;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class ReviewScheduleTest {
    private final ReviewSchedule schedule = new ReviewSchedule(UUID.randomUUID());

    private static YearWeek week(int week) {
        return YearWeek.of(2026, week);
    }

    @Test
    void isDueWhenAsManyWeeksAsTheCadenceHaveEnded() {
        schedule.change(2, true, week(40));

        assertThat(schedule.due(week(40))).isEmpty();
        assertThat(schedule.due(week(41))).isEmpty();
        assertThat(schedule.due(week(42))).contains(new DuePeriod(week(40), week(41)));
    }

    @Test
    void coversAllWeeksSinceTheLastReviewWhenTimeJumped() {
        schedule.change(2, true, week(40));

        assertThat(schedule.due(week(45))).contains(new DuePeriod(week(40), week(44)));
    }

    @Test
    void coversTheFirst26WeeksAfterALongSilence() {
        schedule.change(4, true, week(10));

        assertThat(schedule.due(week(50))).contains(new DuePeriod(week(10), week(35)));
    }

    @Test
    void countsFromTheLastReviewWhoeverAskedForIt() {
        schedule.change(2, true, week(40));

        schedule.skipReviewed(week(41));

        assertThat(schedule.due(week(43))).isEmpty();
        assertThat(schedule.due(week(44))).contains(new DuePeriod(week(42), week(43)));
    }

    @Test
    void isNotHeldBackByAReviewOfOlderWeeks() {
        schedule.change(2, true, week(40));

        schedule.skipReviewed(week(30));

        assertThat(schedule.nextFrom()).isEqualTo(week(40));
    }

    @Test
    void isNeverDueWhileSwitchedOffAndStartsAnewWhenSwitchedOn() {
        schedule.change(1, false, week(40));
        assertThat(schedule.due(week(50))).isEmpty();

        schedule.change(1, true, week(50));

        assertThat(schedule.due(week(50))).isEmpty();
        assertThat(schedule.due(week(51))).contains(new DuePeriod(week(50), week(50)));
    }

    @Test
    void keepsItsStartWhenOnlyTheCadenceChanges() {
        schedule.change(4, true, week(40));

        schedule.change(2, true, week(41));

        assertThat(schedule.due(week(42))).contains(new DuePeriod(week(40), week(41)));
    }
}
