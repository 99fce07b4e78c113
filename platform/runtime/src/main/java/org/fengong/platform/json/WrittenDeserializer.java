package org.fengong.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Reads a time that is written in one form only, such as a date; Jackson's own readers take numbers and arrays, too. */
class WrittenDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;
    private final String complaint;

    /** @param parse throws {@link DateTimeParseException} for what it cannot read */
    WrittenDeserializer(Class<T> type, Function<String, T> parse, String complaint) {
        super(type);
        this.parse = parse;
        this.complaint = complaint;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = parser.getValueAsString();
        try {
            return parse.apply(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            return (T) context.handleWeirdStringValue(handledType(), text, complaint);
        }
    }
}
