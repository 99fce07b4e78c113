package org.fengong.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Lets an ISO week stand in a path or query. */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == YearWeek.class ? (ParamConverter<T>) new YearWeekConverter() : null;
    }

    /** {@code 2026-W49}. */
    static final class YearWeekConverter implements ParamConverter<YearWeek> {
        @Override
        public YearWeek fromString(String value) {
            return value == null ? null : Weeks.parse(value);
        }

        @Override
        public String toString(YearWeek value) {
            return value.toString();
        }
    }
}
