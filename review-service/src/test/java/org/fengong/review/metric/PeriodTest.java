package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class PeriodTest {
    private static final Period OVER_NEW_YEAR =
            new Period(YearWeek.of(2026, 52), YearWeek.of(2027, 1), ZoneId.of("Asia/Taipei"));

    @Test
    void countsTheWeeksOfAYearThatHas53() {
        assertThat(OVER_NEW_YEAR.weekCount()).isEqualTo(3);
        assertThat(OVER_NEW_YEAR.weeks()).contains(YearWeek.of(2026, 53));
        assertThat(OVER_NEW_YEAR.firstDay()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(OVER_NEW_YEAR.lastDay()).isEqualTo(LocalDate.of(2027, 1, 10));
    }

    @Test
    void endsAtMidnightOfTheTeam() {
        assertThat(OVER_NEW_YEAR.contains(Instant.parse("2027-01-10T15:59:59Z")))
                .isTrue();
        assertThat(OVER_NEW_YEAR.contains(Instant.parse("2027-01-10T16:00:00Z")))
                .isFalse();
        assertThat(OVER_NEW_YEAR.contains((Instant) null)).isFalse();
    }
}
