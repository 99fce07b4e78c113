package org.fengong.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Calls one service with one token, or with none. It repeats nothing: what a test does not do does not happen. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final URI service;
    private final String token;

    /** @param token null for none */
    Client(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, null, Map.of()).ok();
    }

    /** Every item of a list, page after page. */
    ArrayNode list(String path) {
        var all = JsonNodeFactory.instance.arrayNode();
        var first = path + (path.contains("?") ? "&" : "?") + "limit=100";
        var page = get(first);
        page.path("items").forEach(all::add);
        while (page.hasNonNull("next")) {
            page = get(first + "&cursor=" + page.path("next").asText());
            page.path("items").forEach(all::add);
        }
        return all;
    }

    JsonNode post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString()).ok();
    }

    Answer post(String path, Object body, String idempotencyKey) {
        return send("POST", path, Json.write(body), Map.of("Idempotency-Key", idempotencyKey));
    }

    Answer put(String path, Object body, long version) {
        return send("PUT", path, Json.write(body), Map.of("If-Match", tag(version)));
    }

    Answer patch(String path, Object body, long version) {
        return send(
                "PATCH",
                path,
                Json.write(body),
                Map.of("If-Match", tag(version), "Content-Type", "application/merge-patch+json"));
    }

    /** @throws UncheckedIOException when the answer does not come: whether the request took effect is not known */
    Answer send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return Answer.of(
                    method + " " + service + path, HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + service + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
