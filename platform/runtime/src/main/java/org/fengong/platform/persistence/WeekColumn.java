package org.fengong.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.threeten.extra.YearWeek;

/** Keeps an ISO week as text, {@code 2026-W49}, which sorts as the weeks do. */
@Converter(autoApply = true)
public class WeekColumn implements AttributeConverter<YearWeek, String> {
    @Override
    public String convertToDatabaseColumn(YearWeek week) {
        return week == null ? null : week.toString();
    }

    @Override
    public YearWeek convertToEntityAttribute(String text) {
        return text == null ? null : YearWeek.parse(text);
    }
}
