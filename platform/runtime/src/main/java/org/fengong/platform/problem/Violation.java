package org.fengong.platform.problem;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * One field that is wrong.
 *
 * @param field path of the field, such as {@code roles[0].effortMinutes}
 * @param in where it stands: {@code body}, {@code query}, {@code path} or {@code header}
 * @param message what is wrong with it, for a person
 */
public record Violation(String field, String in, String message) {
    @JsonCreator
    public Violation {}

    public static Violation inBody(String field, String message) {
        return new Violation(field, "body", message);
    }

    public static Violation inQuery(String field, String message) {
        return new Violation(field, "query", message);
    }

    public static Violation inHeader(String field, String message) {
        return new Violation(field, "header", message);
    }
}
