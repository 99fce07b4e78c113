package org.fengong.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Calls one service with one token, as any other system would. A POST carries an idempotency key, so it is repeated when
 * the service is away for a moment; a refusal becomes an exception that says what the problem body says.
 */
public final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The service answered with a problem. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final transient JsonNode problem;

        RefusedException(String call, int status, JsonNode problem) {
            super("%s was answered %d: %s".formatted(call, status, describe(problem)));
            this.status = status;
            this.problem = problem;
        }

        int status() {
            return status;
        }

        JsonNode problem() {
            return problem;
        }
    }

    private final URI service;
    private final String token;

    public Api(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    JsonNode get(String path, Map<String, ?> query) {
        var parameters = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("GET", path + (parameters.isEmpty() ? "" : "?" + parameters), null, Map.of());
    }

    JsonNode get(String path) {
        return get(path, Map.of());
    }

    /** Every item of a list, page after page. */
    public ArrayNode list(String path, Map<String, ?> query) {
        var all = Json.MAPPER.createArrayNode();
        var page = get(path, query);
        page.path("items").forEach(all::add);
        while (page.hasNonNull("next")) {
            var next = new LinkedHashMap<String, Object>(query);
            next.put("cursor", page.path("next").asText());
            page = get(path, next);
            page.path("items").forEach(all::add);
        }
        return all;
    }

    JsonNode post(String path, Object body) {
        return send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    JsonNode post(String path, Object body, long version) {
        return send(
                "POST",
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + version + "\""));
    }

    /** As {@link #post}, of a table as CSV. */
    JsonNode upload(String path, String csv) {
        return send(
                "POST", path, csv, Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "text/csv"));
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    JsonNode put(String path, Object body, long version) {
        return send("PUT", path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    JsonNode delete(String path, long version) {
        return send("DELETE", path, null, Map.of("If-Match", "\"" + version + "\""));
    }

    JsonNode patch(String path, Object body, long version) {
        return send(
                "PATCH",
                path,
                body,
                Map.of("If-Match", "\"" + version + "\"", "Content-Type", "application/merge-patch+json"));
    }

    private JsonNode send(String method, String path, Object body, Map<String, String> headers) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = HTTP.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer.body().isEmpty() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(answer.body());
                }
                if (!mayBeRepeated(method, headers, answer) || System.nanoTime() > deadline) {
                    throw new RefusedException(method + " " + path, answer.statusCode(), problemOf(answer));
                }
            } catch (IOException e) {
                // the service is away: a refused connection, or an answer cut off. A key makes repeating safe.
                var safe =
                        e instanceof ConnectException || method.equals("GET") || headers.containsKey("Idempotency-Key");
                if (!safe || System.nanoTime() > deadline) {
                    throw new UncheckedIOException(method + " " + service + path + " failed: " + e.getMessage(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
            pause();
        }
    }

    /** Unavailable, still in progress, or a reference whose event is on its way: the header Retry-After says so. */
    private static boolean mayBeRepeated(String method, Map<String, String> headers, HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After").isPresent()
                && (method.equals("GET") || headers.containsKey("Idempotency-Key") || answer.statusCode() == 422);
    }

    private HttpRequest request(String method, String path, Object body, Map<String, String> headers)
            throws JsonProcessingException {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        var text = body instanceof String csv ? csv : Json.MAPPER.writeValueAsString(body);
        return request.method(method, HttpRequest.BodyPublishers.ofString(text)).build();
    }

    /** What a problem body says, for a person. */
    static String describe(JsonNode problem) {
        var text = new StringBuilder(problem.path("title").asText("no problem body"))
                .append(". ")
                .append(problem.path("detail").asText(""));
        problem.path("violations")
                .forEach(violation -> text.append("\n    ")
                        .append(violation.path("field").asText())
                        .append(" (")
                        .append(violation.path("in").asText())
                        .append("): ")
                        .append(violation.path("message").asText()));
        return text.toString();
    }

    private static JsonNode problemOf(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode().put("detail", answer.body());
        }
    }

    static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
