package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of("exit"), Set.of("from"));
    }

    @Test
    void readsSwitchesAndBothFormsOfValues() {
        assertThat(parse("--exit", "--from", "team").has("exit")).isTrue();
        assertThat(parse("--from", "team").has("exit")).isFalse();
        assertThat(parse("--from", "team").value("from")).isEqualTo("team");
        assertThat(parse("--from=a=b").value("from")).isEqualTo("a=b");
        assertThat(parse().value("from")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--exit=yes, Unknown option --exit=yes.",
        "exit, Unknown option exit.",
        "--form, Unknown option --form.",
        "--from, --from needs a value."
    })
    void namesTheWordThatItCannotRead(String word, String complaint) {
        assertThatThrownBy(() -> parse(word)).isInstanceOf(UsageException.class).hasMessage(complaint);
    }
}
