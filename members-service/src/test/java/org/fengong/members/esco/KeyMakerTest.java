package org.fengong.members.esco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fengong.members.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMakerTest {
    @ParameterizedTest
    @CsvSource({
        "market research, market-research",
        "perform customers’ needs analysis, perform-customers-needs-analysis",
        "Café & Résumé, cafe-resume",
        "C++, c",
        "行銷, esco"
    })
    void takesWhatCanStandInAKey(String name, String key) {
        assertThat(new KeyMaker(List.of()).next(name)).isEqualTo(key);
    }

    @Test
    void numbersWhatIsTaken() {
        var keys = new KeyMaker(List.of("c", "c-2"));

        assertThat(List.of(keys.next("C"), keys.next("C#"))).containsExactly("c-3", "c-4");
    }

    @Test
    void keepsTheLengthOfAKey() {
        var name = "use e-procurement and other systems of the company for all kinds of things";
        var keys = new KeyMaker(List.of());

        assertThat(List.of(keys.next(name), keys.next(name)))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches(Keys.PATTERN).hasSizeLessThanOrEqualTo(Keys.MAX_LENGTH));
    }
}
