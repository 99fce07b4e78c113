package org.fengong.allocation.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.offer.OfferStatus;
import org.fengong.allocation.solver.plan.UnassignedReason;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.PageTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardTextsTest {
    private static final Pattern KEY_IN_PAGE = Pattern.compile("page\\.t\\('([^']+)'\\)");

    private static PageTexts in(Language language) {
        return new PageTexts(language, BoardPage.class);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAWordForEveryConstant(Language language) {
        Stream.<Enum<?>[]>of(AssignmentStatus.values(), OfferStatus.values())
                .flatMap(Stream::of)
                .forEach(constant -> assertThat(in(language).of(constant)).isNotBlank());
        Stream.of(UnassignedReason.values())
                .forEach(reason ->
                        assertThat(in(language).of("reason." + reason.name())).isNotBlank());
    }

    @Test
    void hasTheSameKeysInAllLanguages() {
        var keys = Stream.of(Language.values())
                .map(language -> ResourceBundle.getBundle(
                                "org/fengong/allocation/board/texts",
                                language.locale(),
                                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
                        .keySet())
                .distinct()
                .toList();

        assertThat(keys).hasSize(1);
    }

    @Test
    void hasEveryTextThatThePageNames() throws IOException {
        var page = Files.readString(Path.of("src/main/resources/templates/board/page.html"), StandardCharsets.UTF_8);
        var keys =
                KEY_IN_PAGE.matcher(page).results().map(match -> match.group(1)).toList();

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(keys)
                .allSatisfy(key -> assertThat(in(Language.ENGLISH).of(key)).isNotBlank());
    }

    @Test
    void countsInWords() {
        assertThat(in(Language.ENGLISH).of("headline", 0L, 1, 2L))
                .isEqualTo("Nobody is overloaded; one role is without a member; 2 offers wait for an answer.");
        assertThat(in(Language.ENGLISH).of("headline", 3L, 0, 1L))
                .isEqualTo("3 members are overloaded; no role is without a member; one offer waits for an answer.");
        assertThat(in(Language.TRADITIONAL_CHINESE).of("headline", 1L, 0, 0L)).contains("超出負荷的成員 1 人");
    }
}
