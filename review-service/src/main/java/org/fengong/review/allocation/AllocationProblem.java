package org.fengong.review.allocation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.fengong.platform.problem.ProblemKind;

/**
 * What allocation-service answers instead of a plan.
 *
 * @param body null when the answer is no problem that can be read
 * @param retryAfter null when it names no pause
 */
record AllocationProblem(int status, Body body, Duration retryAfter) {
    /** The members of its problem that a caller here can use. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(String type, String title, String detail) {}

    static AllocationProblem of(Response response) {
        return new AllocationProblem(response.getStatus(), bodyOf(response), retryAfterOf(response));
    }

    /**
     * Refusals are about the request and final; what is about allocation-service's own state, or this service's token,
     * may pass.
     */
    RuntimeException toException() {
        var stillRunning = body != null && body.type() != null && body.type().endsWith(":request-in-progress");
        return switch (status) {
            case 400, 404, 422 -> new ReplanRefusedException(ProblemKind.UNPROCESSABLE, "replan-rejected", this);
            case 409 ->
                stillRunning
                        ? new AllocationUnavailableException(retryAfter)
                        : new ReplanRefusedException(ProblemKind.CONFLICT, "replan-conflict", this);
            default -> new AllocationUnavailableException(retryAfter);
        };
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
