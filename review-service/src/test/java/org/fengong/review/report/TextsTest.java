package org.fengong.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengong.platform.page.Language;
import org.fengong.review.adjustment.AdjustmentKind;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.Severity;
import org.fengong.review.metric.Indicator;
import org.fengong.review.review.ReviewStatus;
import org.fengong.review.urgent.UrgentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern KEY_IN_PAGE = Pattern.compile("page\\.t\\('([^']+)'\\)");
    private static final Pattern FIGURE =
            Pattern.compile("\"(\\w+)\",\\s+[\\w.() \\-/]+,\\s+\"(minutes|ratio|days|tasks|weeks|offers|members)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAWordForEveryConstant(Language language) {
        var texts = new Texts(language);
        Stream.<Enum<?>[]>of(
                        Indicator.values(),
                        FindingKind.values(),
                        Severity.values(),
                        ReviewStatus.values(),
                        AdjustmentKind.values(),
                        AdjustmentStatus.values(),
                        UrgentKind.values())
                .flatMap(Stream::of)
                .forEach(constant -> assertThat(texts.of(constant)).isNotBlank());
        Stream.of(Indicator.values())
                .forEach(indicator ->
                        assertThat(texts.of("hint." + indicator.name())).isNotBlank());
        Stream.of(FindingKind.values())
                .forEach(kind -> assertThat(texts.of("about." + kind.name())).isNotBlank());
    }

    @Test
    void hasTheSameKeysInAllLanguages() {
        var keys = Stream.of(Language.values())
                .map(language -> ResourceBundle.getBundle(
                                "org/fengong/review/report/texts",
                                language.locale(),
                                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
                        .keySet())
                .distinct()
                .toList();

        assertThat(keys).hasSize(1);
    }

    @Test
    void isChineseWhereChineseIsAskedFor() {
        assertThat(new Texts(Language.TRADITIONAL_CHINESE).of("findings")).isEqualTo("發現");
        assertThat(new Texts(Language.SIMPLIFIED_CHINESE).of("findings")).isEqualTo("发现");
        assertThat(new Texts(Language.ENGLISH).of("findings")).isEqualTo("Findings");
    }

    @Test
    void hasEveryTextThatThePageNames() throws IOException {
        var page = Files.readString(Path.of("src/main/resources/templates/report/page.html"), StandardCharsets.UTF_8);
        var keys =
                KEY_IN_PAGE.matcher(page).results().map(match -> match.group(1)).toList();

        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(new Texts(Language.ENGLISH).of(key)).isNotBlank());
    }

    @Test
    void namesEveryFigureThatIsEvidence() throws IOException {
        var sources = Path.of("src/main/java/org/fengong/review/finding");
        var rules = Files.readString(sources.resolve("FindingRules.java"))
                + Files.readString(sources.resolve("TeamworkRules.java"));
        var figures = FIGURE.matcher(rules)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(figures)
                .contains("loadRatio", "overByMinutes", "shareByHours", "jainIndex", "holders", "handOverDays");
        assertThat(figures)
                .allSatisfy(figure -> assertThat(new Texts(Language.ENGLISH).of("figure." + figure))
                        .isNotBlank());
    }

    @Test
    void countsInWords() {
        var texts = new Texts(Language.ENGLISH);

        assertThat(texts.of("headline", 1, 0)).isEqualTo("One finding, none of them severe.");
        assertThat(texts.of("headline", 3, 1)).isEqualTo("3 findings, one of them severe.");
        assertThat(texts.of("goal.facts", texts.hours(90), 2)).isEqualTo("1.5 h logged, 2 tasks completed");
        assertThat(List.of(
                        texts.percent(0.925),
                        texts.in("ratio", 0.256),
                        texts.in("minutes", 2400),
                        texts.in("days", 1.54),
                        texts.in("points", 3.4)))
                .containsExactly("92 %", "0.26", "40 h", "1.5 days", "3.4 of 5");
    }
}
