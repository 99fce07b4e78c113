package org.fengong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearWeek;

class WeeksTest {
    @Test
    void countsTheFiftyThirdWeekOfALongYear() {
        var lastOf2026 = YearWeek.of(2026, 53);

        assertThat(Weeks.of(LocalDate.of(2027, 1, 3))).isEqualTo(lastOf2026);
        assertThat(Weeks.between(YearWeek.of(2026, 52), YearWeek.of(2027, 1))).isEqualTo(2);
        assertThat(Weeks.range(YearWeek.of(2026, 52), 3))
                .containsExactly(YearWeek.of(2026, 52), lastOf2026, YearWeek.of(2027, 1));
    }

    @Test
    void runsFromMondayToSunday() {
        var week = YearWeek.parse("2026-W49");

        assertThat(Weeks.monday(week)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(Weeks.sunday(week)).isEqualTo(LocalDate.of(2026, 12, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-W54", "2025-W53", "2026-49", "2026-W9", "+999999999-W01", "2026-12-01"})
    void refusesWhatIsNoWeek(String text) {
        assertThatThrownBy(() -> Weeks.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
