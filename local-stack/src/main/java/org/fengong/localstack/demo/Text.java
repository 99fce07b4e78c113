package org.fengong.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Numbers and weeks as the story writes them. */
final class Text {
    private static final int MINUTES_PER_HOUR = 60;

    private Text() {}

    static String hours(int minutes) {
        return String.format(Locale.ROOT, "%,.1f", (double) minutes / MINUTES_PER_HOUR);
    }

    static String percent(double ratio) {
        return Math.round(ratio * 100) + " %";
    }

    static String exactPercent(double ratio) {
        return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String week(String week) {
        return week.substring(week.indexOf('W'));
    }

    static String weeks(String first, String last) {
        return first.equals(last) ? week(first) : week(first) + "–" + week(last);
    }

    static String quoted(JsonNode thing, String field) {
        return "“%s”".formatted(thing.path(field).asText());
    }
}
