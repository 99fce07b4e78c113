package org.fengong.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The body of every error (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable name of the kind of problem, {@code urn:fengong:problem:<slug>}; listed in docs/problems.md
 * @param title the slug in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail what happened this time, naming the thing and its state, then a hint
 * @param traceId finds this request in the logs of all services
 * @param violations the fields that are wrong, absent when no single field is
 * @param extensions further members, described with the problem type
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "traceId", "violations"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String traceId,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String TYPE_PREFIX = "urn:fengong:problem:";

    public static Problem of(ProblemException e, String traceId) {
        return new Problem(
                TYPE_PREFIX + e.slug(),
                titleOf(e.slug()),
                e.kind().status(),
                e.getMessage(),
                traceId,
                e.violations(),
                e.extensions());
    }

    static Problem of(int status, String slug, String detail, String traceId) {
        return new Problem(TYPE_PREFIX + slug, titleOf(slug), status, detail, traceId, List.of(), Map.of());
    }

    private static String titleOf(String slug) {
        var words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
