package org.fengong.review.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/** A language that pages are written in. */
enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    TRADITIONAL_CHINESE(Locale.forLanguageTag("zh-TW"), "繁體中文"),
    SIMPLIFIED_CHINESE(Locale.forLanguageTag("zh-CN"), "简体中文");

    private final Locale locale;
    private final String title;

    Language(Locale locale, String title) {
        this.locale = locale;
        this.title = title;
    }

    Locale locale() {
        return locale;
    }

    String tag() {
        return locale.toLanguageTag();
    }

    /** Its own name of itself. */
    String title() {
        return title;
    }

    /**
     * @param tag what the address asks for; null: what the reader accepts
     * @param acceptable the reader's languages, the best first
     * @throws InvalidRequestException for a tag that is none of these
     */
    static Language of(String tag, List<Locale> acceptable) {
        if (tag != null) {
            return Arrays.stream(values())
                    .filter(language -> language.tag().equalsIgnoreCase(tag))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidRequestException(Violation.inQuery("lang", "must be one of en, zh-TW, zh-CN")));
        }
        return acceptable.stream()
                .map(Language::nearest)
                .filter(language -> language != null)
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Chinese of Taiwan, Hong Kong and Macao is written in traditional characters, other Chinese in simplified ones. */
    private static Language nearest(Locale wanted) {
        if (wanted.getLanguage().equals("zh")) {
            return wanted.getScript().equals("Hant")
                            || List.of("TW", "HK", "MO").contains(wanted.getCountry())
                    ? TRADITIONAL_CHINESE
                    : SIMPLIFIED_CHINESE;
        }
        return wanted.getLanguage().equals("en") || wanted.getLanguage().equals("*") ? ENGLISH : null;
    }
}
