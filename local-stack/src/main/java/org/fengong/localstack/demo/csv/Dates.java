package org.fengong.localstack.demo.csv;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Pattern;
import org.threeten.extra.YearWeek;

/** Turns the weeks in a sheet, such as {@code +3w} and {@code 2026-W49}, into dates. */
final class Dates {
    private static final Pattern WEEKS_LATER = Pattern.compile("\\+(\\d{1,2})w");
    /** Of a week a start means its Monday, an end its Friday. */
    private static final Map<String, DayOfWeek> DAY_BY_COLUMN = Map.of(
            "from", DayOfWeek.MONDAY,
            "earliestStart", DayOfWeek.MONDAY,
            "to", DayOfWeek.FRIDAY,
            "dueDate", DayOfWeek.FRIDAY,
            "date", DayOfWeek.FRIDAY);

    private final LocalDate firstMonday;

    Dates(LocalDate firstMonday) {
        this.firstMonday = firstMonday;
    }

    Sheet absolute(Sheet sheet) {
        for (var column : DAY_BY_COLUMN.entrySet()) {
            sheet = sheet.with(column.getKey(), cell -> date(cell, column.getValue()));
        }
        return sheet;
    }

    /** What is no week stays, for whoever reads the date to judge. */
    private String date(String cell, DayOfWeek day) {
        var later = WEEKS_LATER.matcher(cell);
        if (later.matches()) {
            return firstMonday
                    .plusWeeks(Integer.parseInt(later.group(1)))
                    .with(TemporalAdjusters.nextOrSame(day))
                    .toString();
        }
        try {
            return YearWeek.parse(cell).atDay(day).toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }
}
