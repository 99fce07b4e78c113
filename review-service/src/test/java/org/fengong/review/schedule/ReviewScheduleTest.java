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
        schedule.change(null, 2, true, week(40));

        assertThat(schedule.due(week(40))).isEmpty();
        assertThat(schedule.due(week(41))).isEmpty();
        assertThat(schedule.due(week(42))).contains(new DuePeriod(week(40), week(41)));
    }

    @Test
    void coversAllWeeksSinceTheLastReviewWhenTimeJumped() {
        schedule.change(null, 2, true, week(40));

        assertThat(schedule.due(week(45))).contains(new DuePeriod(week(40), week(44)));
    }

    @Test
    void coversTheFirst26WeeksAfterALongSilence() {
        schedule.change(null, 4, true, week(10));

        assertThat(schedule.due(week(50))).contains(new DuePeriod(week(10), week(35)));
    }

    @Test
    void countsFromTheLastReviewWhoeverAskedForIt() {
        schedule.change(null, 2, true, week(40));

        schedule.skipReviewed(week(41));

        assertThat(schedule.due(week(43))).isEmpty();
        assertThat(schedule.due(week(44))).contains(new DuePeriod(week(42), week(43)));
    }

    @Test
    void isNotHeldBackByAReviewOfOlderWeeks() {
        schedule.change(null, 2, true, week(40));

        schedule.skipReviewed(week(30));

        assertThat(schedule.nextFrom()).isEqualTo(week(40));
    }

    @Test
    void isNeverDueWhileSwitchedOffAndStartsAnewWhenSwitchedOn() {
        schedule.change(null, 1, false, week(40));
        assertThat(schedule.due(week(50))).isEmpty();

        schedule.change(null, 1, true, week(50));

        assertThat(schedule.due(week(50))).isEmpty();
        assertThat(schedule.due(week(51))).contains(new DuePeriod(week(50), week(50)));
    }

    @Test
    void keepsItsStartWhenOnlyTheCadenceChanges() {
        schedule.change(null, 4, true, week(40));

        schedule.change(null, 2, true, week(41));

        assertThat(schedule.due(week(42))).contains(new DuePeriod(week(40), week(41)));
    }

    @Test
    void isDueWhenTheMonthHasEndedToWhichTheThursdaysBelong() {
        schedule.change(Cadence.MONTHLY, 4, true, week(46)); // November 2026: weeks 45 to 48

        assertThat(schedule.due(week(48))).isEmpty();
        assertThat(schedule.due(week(49))).contains(new DuePeriod(week(46), week(48)));
        assertThat(schedule.next(3))
                .containsExactly(
                        new DuePeriod(week(46), week(48)),
                        new DuePeriod(week(49), week(53)),
                        new DuePeriod(YearWeek.of(2027, 1), YearWeek.of(2027, 4)));
    }

    @Test
    void coversWholeMonthsWhenTimeJumped() {
        schedule.change(Cadence.MONTHLY, 4, true, week(46));

        assertThat(schedule.due(YearWeek.of(2027, 4))).contains(new DuePeriod(week(46), week(53)));
        assertThat(schedule.due(YearWeek.of(2027, 5))).contains(new DuePeriod(week(46), YearWeek.of(2027, 4)));
    }

    @Test
    void isDueWhenTheQuarterHasEndedAndCoversNoMoreThan26Weeks() {
        schedule.change(Cadence.QUARTERLY, 13, true, week(40));

        assertThat(schedule.due(week(53))).isEmpty();
        assertThat(schedule.due(YearWeek.of(2027, 1))).contains(new DuePeriod(week(40), week(53)));
        assertThat(schedule.due(YearWeek.of(2027, 13))).contains(new DuePeriod(week(40), YearWeek.of(2027, 12)));
        assertThat(schedule.due(YearWeek.of(2027, 50))).contains(new DuePeriod(week(40), YearWeek.of(2027, 12)));
    }

    @Test
    void listsWhatIsNextOnlyWhileItIsEnabled() {
        schedule.change(Cadence.EVERY_TWO_WEEKS, 2, true, week(40));
        assertThat(schedule.next(2))
                .containsExactly(new DuePeriod(week(40), week(41)), new DuePeriod(week(42), week(43)));

        schedule.change(Cadence.EVERY_TWO_WEEKS, 2, false, week(40));

        assertThat(schedule.next(2)).isEmpty();
    }
}
