package org.fengong.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Reads an ISO week such as {@code 2026-W49}. */
class YearWeekDeserializer extends StdScalarDeserializer<YearWeek> {
    private static final long serialVersionUID = 1L;

    YearWeekDeserializer() {
        super(YearWeek.class);
    }

    @Override
    public YearWeek deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = parser.getValueAsString();
        try {
            return Weeks.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            return (YearWeek) context.handleWeirdStringValue(YearWeek.class, text, "not an ISO week");
        }
    }
}
