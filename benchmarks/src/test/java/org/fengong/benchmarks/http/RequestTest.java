package org.fengong.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void takesWhatIsAskedForAndTheUsualForTheRest() {
        assertThat(Request.parse(List.of())).isEqualTo(new Request(15, 8, 2));
        assertThat(Request.parse(List.of("--rounds", "3", "--seconds", "600"))).isEqualTo(new Request(600, 8, 3));
        assertThat(Request.parse(List.of("--connections", "64"))).isEqualTo(new Request(15, 64, 2));
    }

    @Test
    void tellsWhatIsWrong() {
        assertRefused("Unknown option --fast.", "--fast");
        assertRefused("--seconds needs a whole number from 1 to 600.", "--seconds", "601");
        assertRefused("--seconds needs a whole number from 1 to 600.", "--seconds");
        assertRefused("--connections needs a whole number from 1 to 64.", "--connections", "0");
        assertRefused("--rounds needs a whole number from 1 to 20.", "--rounds", "two");
    }

    private static void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> Request.parse(List.of(words))).hasMessage(message);
    }
}
