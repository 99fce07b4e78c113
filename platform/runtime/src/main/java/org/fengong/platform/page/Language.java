package org.fengong.platform.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;

/** A language that pages are written in. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    TRADITIONAL_CHINESE(Locale.forLanguageTag("zh-TW"), "繁體中文"),
    SIMPLIFIED_CHINESE(Locale.forLanguageTag("zh-CN"), "简体中文");

    /** Leads to the same page in a language; {@code current} is the one that it is in. */
    public record Link(String tag, String title, boolean current) {}

    private final Locale locale;
    private final String title;

    Language(Locale locale, String title) {
        this.locale = locale;
        this.title = title;
    }

    public Locale locale() {
        return locale;
    }

    public String tag() {
        return locale.toLanguageTag();
    }

    /** Its own name of itself. */
    public String title() {
        return title;
    }

    /** From a page in this language to each of them. */
    public List<Link> links() {
        return Arrays.stream(values())
                .map(language -> new Link(language.tag(), language.title(), language == this))
                .toList();
    }

    /**
     * @param tag what the address asks for; null: what the reader accepts
     * @param acceptable the reader's languages, the best first
     * @throws InvalidRequestException for a tag that is none of these
     */
    public static Language of(String tag, List<Locale> acceptable) {
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
