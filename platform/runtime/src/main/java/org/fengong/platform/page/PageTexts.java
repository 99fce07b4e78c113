package org.fengong.platform.page;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ResourceBundle;

/** The words and numbers of a page in one language; the words stand in the files {@code texts} beside the page's class. */
public class PageTexts {
    private final Language language;
    private final ResourceBundle bundle;

    public PageTexts(Language language, Class<?> page) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                page.getPackageName() + ".texts",
                language.locale(),
                page.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    public Language language() {
        return language;
    }

    /** @throws java.util.MissingResourceException when nobody has written it */
    public String of(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** The word for a constant. */
    public String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String percent(double ratio) {
        return number(100 * ratio, 0) + " %";
    }

    public String hours(double minutes) {
        return of("unit.hours", number(minutes / 60, 1));
    }

    /** @param decimals at most that many */
    public String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(0);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
