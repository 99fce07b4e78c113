package org.fengong.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.time.Dates;
import org.fengong.platform.time.Weeks;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.threeten.extra.YearWeek;

/**
 * Answers 400 for a query parameter that the operation does not have, or whose value is not of its type. JAX-RS itself
 * ignores the first and answers 404 for the second.
 */
class QueryGuard {
    private final Map<Method, Map<String, Class<?>>> parametersByMethod = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var known = parametersByMethod.computeIfAbsent(resource.getResourceMethod(), QueryGuard::parametersOf);
        var violations = new ArrayList<Violation>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            var type = known.get(name);
            if (type == null) {
                violations.add(Violation.inQuery(
                        name,
                        known.isEmpty()
                                ? "unknown parameter; this operation has none"
                                : "unknown parameter; known are " + String.join(", ", known.keySet())));
            } else {
                values.forEach(value -> complaint(type, value)
                        .ifPresent(complaint -> violations.add(Violation.inQuery(name, complaint))));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    private static Map<String, Class<?>> parametersOf(Method method) {
        var parameters = new TreeMap<String, Class<?>>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                var name = parameter.getAnnotation(RestQuery.class).value();
                parameters.put(
                        name.isEmpty() ? parameter.getName() : name, elementType(parameter.getParameterizedType()));
            } else if (parameter.isAnnotationPresent(QueryParam.class)) {
                parameters.put(
                        parameter.getAnnotation(QueryParam.class).value(),
                        elementType(parameter.getParameterizedType()));
            }
        }
        return parameters;
    }

    private static Class<?> elementType(Type type) {
        if (type instanceof Class<?> single) {
            return single;
        }
        var element = ((ParameterizedType) type).getActualTypeArguments()[0];
        return element instanceof Class<?> single ? single : String.class;
    }

    private static java.util.Optional<String> complaint(Class<?> type, String value) {
        if (value.indexOf('\0') >= 0) {
            return java.util.Optional.of("has the character NUL");
        }
        try {
            if (type == int.class || type == Integer.class) {
                Integer.parseInt(value);
            } else if (type == long.class || type == Long.class) {
                Long.parseLong(value);
            } else if (type == UUID.class) {
                if (UUID.fromString(value).toString().length() != value.length()) {
                    throw new IllegalArgumentException(value);
                }
            } else if (type == LocalDate.class) {
                Dates.parse(value);
            } else if (type == YearWeek.class) {
                Weeks.parse(value);
            } else if ((type == boolean.class || type == Boolean.class)
                    && !value.equals("true")
                    && !value.equals("false")) {
                return java.util.Optional.of("must be true or false");
            } else if (type.isEnum()
                    && Arrays.stream(type.getEnumConstants())
                            .noneMatch(constant -> constant.toString().equals(value))) {
                return java.util.Optional.of("must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Object::toString)
                                        .toList()));
            }
            return java.util.Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return java.util.Optional.of(
                    switch (type.getSimpleName()) {
                        case "UUID" -> "must be an id (UUID)";
                        case "LocalDate" -> "must be a date such as 2026-12-31";
                        case "YearWeek" -> "must be an ISO week such as 2026-W49";
                        default -> "must be a whole number";
                    });
        }
    }
}
