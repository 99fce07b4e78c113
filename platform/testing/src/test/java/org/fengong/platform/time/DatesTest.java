package org.fengong.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @Test
    void readsADateOfAYearOfFourDigits() {
        assertThat(Dates.parse("2026-12-31")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(Dates.parse("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "2026-1-1", "31.12.2026", "+999999999-12-31", "-2026-12-31", "20261231"})
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> Dates.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
