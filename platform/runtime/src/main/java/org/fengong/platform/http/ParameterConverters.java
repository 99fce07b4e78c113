package org.fengong.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import org.fengong.platform.time.Dates;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Reads ISO weeks and dates in paths and queries as they are read in bodies. */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType == YearWeek.class) {
            return (ParamConverter<T>) new YearWeekConverter();
        }
        return rawType == LocalDate.class ? (ParamConverter<T>) new DateConverter() : null;
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

    /** {@code 2026-12-31}. */
    static final class DateConverter implements ParamConverter<LocalDate> {
        @Override
        public LocalDate fromString(String value) {
            return value == null ? null : Dates.parse(value);
        }

        @Override
        public String toString(LocalDate value) {
            return value.toString();
        }
    }
}
