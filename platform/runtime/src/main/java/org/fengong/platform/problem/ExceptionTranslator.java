package org.fengong.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** Finds the problem in what libraries throw: Jackson, Hibernate, the PostgreSQL driver. */
@ApplicationScoped
public class ExceptionTranslator {
    private final List<ConstraintProblem> constraintProblems;

    ExceptionTranslator(@All List<ConstraintProblem> constraintProblems) {
        this.constraintProblems = constraintProblems;
    }

    /** The problem that the exception or one of its causes stands for; empty for a fault of our own. */
    public Optional<ProblemException> translate(Throwable thrown) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var t = thrown; t != null && seen.add(t); t = t.getCause()) {
            var problem = translateOne(t);
            if (problem.isPresent()) {
                return problem;
            }
            if (t instanceof RollbackException && isUnavailableBelow(t)) {
                return Optional.of(commitUnknown());
            }
        }
        return Optional.empty();
    }

    /** The transaction manager tells what broke the commit as a suppressed exception, not as the cause. */
    private boolean isUnavailableBelow(Throwable rollback) {
        return Arrays.stream(rollback.getSuppressed())
                .anyMatch(s -> translate(s)
                        .filter(p -> p.kind() == ProblemKind.UNAVAILABLE)
                        .isPresent());
    }

    /** True when the failure says nothing about the work itself: the database is away, full, or chose a victim. */
    public boolean isTransient(Throwable thrown) {
        return translate(thrown)
                .filter(p -> p.kind() == ProblemKind.UNAVAILABLE || p.slug().equals("concurrent-change"))
                .isPresent();
    }

    private Optional<ProblemException> translateOne(Throwable t) {
        if (t instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (t instanceof JsonProcessingException json) {
            return Optional.of(new InvalidRequestException(Violation.inBody(fieldOf(json), messageOf(json))));
        }
        if (t instanceof ConstraintViolationException invalid) {
            return Optional.of(new InvalidRequestException(invalid.getConstraintViolations().stream()
                    .map(Violations::of)
                    .sorted(Comparator.comparing(Violation::field))
                    .toList()));
        }
        if (t instanceof OptimisticLockException || t instanceof StaleStateException) {
            return Optional.of(concurrentChange());
        }
        if (t instanceof SQLException sql) {
            return ofSql(sql);
        }
        return Optional.empty();
    }

    private Optional<ProblemException> ofSql(SQLException sql) {
        var state = sql.getSQLState();
        if (state == null) {
            // Agroal's acquisition time-out carries no state.
            return Optional.of(unavailable());
        }
        if (state.startsWith("23")) {
            return constraintProblems.stream()
                    .filter(c -> sql.getMessage() != null && sql.getMessage().contains('"' + c.constraint() + '"'))
                    .map(ConstraintProblem::problem)
                    .findFirst();
        }
        return switch (state) {
            // serialization failure, deadlock, lock not available
            case "40001", "40P01", "55P03" -> Optional.of(concurrentChange());
            default ->
                // connection exceptions, insufficient resources, operator intervention
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57P")
                        ? Optional.of(unavailable())
                        : Optional.empty();
        };
    }

    private static ProblemException concurrentChange() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "concurrent-change",
                        "Somebody else changed this at the same moment. Read it again and repeat the request.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                        ProblemKind.UNAVAILABLE,
                        "database-unavailable",
                        "The database does not answer at the moment. Nothing was stored; repeat the request.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** The connection broke while the commit was on its way: only the database knows whether it came through. */
    private static ProblemException commitUnknown() {
        return new ProblemException(
                        ProblemKind.UNAVAILABLE,
                        "database-unavailable",
                        "The database went away while the change was being stored, so it may or may not be stored. Repeat"
                                + " the request with the same Idempotency-Key, or read first.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** The JSON path as a caller would write it: {@code roles[0].skills[1].minLevel}. */
    private static String fieldOf(JsonProcessingException json) {
        if (!(json instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        var path = new StringBuilder();
        for (var reference : mapping.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String messageOf(JsonProcessingException json) {
        if (json instanceof UnrecognizedPropertyException unknown) {
            var known = new ArrayList<String>();
            unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
            Collections.sort(known);
            return "unknown field; known fields are " + String.join(", ", known);
        }
        if (json instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            if (mismatch.getOriginalMessage().contains("`null`")) {
                return "is required";
            }
            var type = mismatch.getTargetType();
            if (type.isEnum()) {
                return "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Object::toString)
                                        .toList());
            }
            return "is not a valid " + wordFor(type);
        }
        var location = json.getLocation();
        return location == null
                ? "is not valid JSON"
                : "is not valid JSON at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String wordFor(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> "id (UUID)";
            case "LocalDate" -> "date (2026-12-31)";
            case "YearWeek" -> "ISO week (2026-W49)";
            case "Instant" -> "time (2026-12-31T12:00:00Z)";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double", "BigDecimal" -> "number";
            case "boolean", "Boolean" -> "boolean (true or false)";
            case "String" -> "text";
            case "List", "ArrayList", "Set" -> "array";
            default -> type.isRecord() ? "object" : "value";
        };
    }
}
