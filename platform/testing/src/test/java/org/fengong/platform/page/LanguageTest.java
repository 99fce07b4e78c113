package org.fengong.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.fengong.platform.problem.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "zh-TW, TRADITIONAL_CHINESE",
        "zh-HK, TRADITIONAL_CHINESE",
        "zh-Hant-SG, TRADITIONAL_CHINESE",
        "zh-CN, SIMPLIFIED_CHINESE",
        "zh, SIMPLIFIED_CHINESE",
        "en-GB, ENGLISH",
        "pt-PT, ENGLISH",
    })
    void isTheReadersOwnWhereItIsWritten(String accepted, Language language) {
        assertThat(Language.of(null, List.of(Locale.forLanguageTag(accepted)))).isEqualTo(language);
    }

    @Test
    void isTheBestOfWhatTheReaderAccepts() {
        assertThat(Language.of(null, List.of(Locale.FRENCH, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH)))
                .isEqualTo(Language.TRADITIONAL_CHINESE);
        assertThat(Language.of(null, List.of())).isEqualTo(Language.ENGLISH);
    }

    @Test
    void isWhatTheAddressAsksForWhateverTheReaderAccepts() {
        assertThat(Language.of("zh-cn", List.of(Locale.ENGLISH))).isEqualTo(Language.SIMPLIFIED_CHINESE);
        assertThatThrownBy(() -> Language.of("fr", List.of(Locale.ENGLISH)))
                .isInstanceOf(InvalidRequestException.class);
    }
}
