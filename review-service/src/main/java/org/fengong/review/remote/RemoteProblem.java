package org.fengong.review.remote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * What another service answers instead of what it was asked for.
 *
 * @param body null when the answer is no problem that can be read
 * @param retryAfter null when it names no pause
 */
public record RemoteProblem(int status, Body body, Duration retryAfter) {
    /** The members of its problem that a caller here can use. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Body(String type, String title, String detail) {}

    public static RemoteProblem of(Response response) {
        return new RemoteProblem(response.getStatus(), bodyOf(response), retryAfterOf(response));
    }

    /** True when the same request, by its key, is about to be answered. */
    public boolean isStillRunning() {
        return body != null && body.type() != null && body.type().endsWith(":request-in-progress");
    }

    /** In the words of the other service where it has some. */
    public String reason() {
        return body == null || body.detail() == null ? "it answered %d.".formatted(status) : body.detail();
    }

    private static Body bodyOf(Response response) {
        try {
            return response.hasEntity() ? response.readEntity(Body.class) : null;
        } catch (ProcessingException | IllegalStateException e) {
            return null; // an answer of something in between, such as a proxy's page
        }
    }

    private static Duration retryAfterOf(Response response) {
        var header = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return header != null && header.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }
}
