package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    private static final List<Solver> BOTH = List.of(new FengongEngine(0), new PriorityGreedy());

    private static Request parse(String words) {
        return Request.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    @Test
    void takesTheChoiceWithoutNames() {
        assertThat(parse("")).isEqualTo(new Request(1, BOTH, Cases.CHOICE, true));
    }

    @Test
    void takesAllThereAre() {
        assertThat(parse("--full").instances())
                .containsAll(Cases.CHOICE)
                .contains("a05100", "XL-43", "S-u95-1")
                .doesNotHaveDuplicates();
    }

    @Test
    void takesNamesOnceAndInTheirOrder() {
        assertThat(parse("M-42 --seed 7 d20200 M-42 M-u80-9"))
                .isEqualTo(new Request(7, BOTH, List.of("M-42", "d20200", "M-u80-9"), false));
        assertThat(parse("--seed=-3 M-42")).isEqualTo(new Request(-3, BOTH, List.of("M-42"), false));
    }

    @Test
    void takesTheEnginesThatAreNamed() {
        assertThat(parse("--engines greedy M-42").solvers()).containsExactly(new PriorityGreedy());
        assertThat(parse("--engines=greedy,fengong M-42").solvers()).isEqualTo(BOTH);
    }

    @ParameterizedTest
    @CsvSource({
        "--ful, Unknown option --ful.",
        "--seed, --seed needs a whole number.",
        "--seed x, --seed needs a whole number.",
        "--seed=, --seed needs a whole number.",
        "--engines, 'There is no engine \"\". There are fengong, greedy.'",
        "'--engines greedy,soup', 'There is no engine \"soup\". There are fengong, greedy.'",
        "--full M-42, --full takes all instances: name none beside it."
    })
    void namesTheWordThatItCannotRead(String words, String complaint) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }

    @Test
    void tellsWhichInstancesThereAre() {
        assertThatThrownBy(() -> parse("M-41"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no instance M-41. There are a05100, ")
                .hasMessageContaining("XL-43");
    }

    @Test
    void everyInstanceOfTheChoiceCanBeRead() {
        assertThat(Cases.CHOICE).doesNotHaveDuplicates().allMatch(Instances::knows);
    }
}
