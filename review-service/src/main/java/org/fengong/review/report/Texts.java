package org.fengong.review.report;

import org.fengong.platform.page.Language;
import org.fengong.platform.page.PageTexts;

/** The words and numbers of a report in one language. */
final class Texts extends PageTexts {
    Texts(Language language) {
        super(language, Texts.class);
    }

    /** A number as its unit wants to be read. */
    String in(String unit, double value) {
        return switch (unit) {
            case "minutes" -> hours(value);
            case "ratio", "share" -> number(value, 2);
            case "days", "points" -> of("unit." + unit, number(value, 1));
            default -> of("unit." + unit, number(value, 0));
        };
    }
}
