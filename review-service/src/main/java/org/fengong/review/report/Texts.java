package org.fengong.review.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and numbers of a page in one language. */
final class Texts {
    private static final String BUNDLE = "org/fengong/review/report/texts";

    private final Language language;
    private final ResourceBundle bundle;

    Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    Language language() {
        return language;
    }

    /** @throws java.util.MissingResourceException when nobody has written it */
    String of(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** The word for a constant. */
    String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    String percent(double ratio) {
        return number(100 * ratio, 0) + " %";
    }

    String hours(double minutes) {
        return of("unit.hours", number(minutes / 60, 1));
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

    private String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(language == Language.ENGLISH ? Locale.ENGLISH : language.locale());
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
