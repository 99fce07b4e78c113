package org.fengong.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void takesWhatIsAskedForAndTheUsualForTheRest() {
        Set<String> all = Set.of("create", "get", "list", "import");

        assertThat(Request.parse(List.of())).isEqualTo(new Request(all, 15, 8, 2, 20_000));
        assertThat(Request.parse(List.of("--rounds", "3", "--seconds", "600")))
                .isEqualTo(new Request(all, 600, 8, 3, 20_000));
        assertThat(Request.parse(List.of("list", "--connections", "64", "import", "--rows", "100000")))
                .isEqualTo(new Request(Set.of("list", "import"), 15, 64, 2, 100_000));
    }

    @Test
    void tellsWhatIsWrong() {
        assertRefused("Unknown option --fast.", "--fast");
        assertRefused("Unknown call delete.", "delete");
        assertRefused("--rows needs a whole number from 1 to 100000.", "--rows", "100001");
        assertRefused("--seconds needs a whole number from 1 to 600.", "--seconds", "601");
        assertRefused("--seconds needs a whole number from 1 to 600.", "--seconds");
        assertRefused("--connections needs a whole number from 1 to 64.", "--connections", "0");
        assertRefused("--rounds needs a whole number from 1 to 20.", "--rounds", "two");
    }

    private static void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> Request.parse(List.of(words))).hasMessage(message);
    }
}
