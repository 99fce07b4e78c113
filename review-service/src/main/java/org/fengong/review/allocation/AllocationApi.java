package org.fengong.review.allocation;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Caller;
import org.fengong.review.remote.RemoteProblem;

/** What this service uses of allocation-service's API. */
@Path("/api/v1/plans")
@RegisterRestClient(configKey = "allocation")
interface AllocationApi {
    String CIRCUIT = "allocation";

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 100,
            retryOn = {
                AllocationUnavailableException.class,
                ProcessingException.class,
                org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException.class
            })
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ReplanRefusedException.class)
    @CircuitBreakerName(CIRCUIT)
    StartedPlan startPlan(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam("Idempotency-Key") UUID idempotencyKey,
            @HeaderParam("traceparent") String traceparent,
            StartPlanRequest request);

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    StartedPlan plan(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") UUID id);

    @GET
    @Path("/{id}/comparison")
    @Produces(MediaType.APPLICATION_JSON)
    @Timeout(value = 4, unit = ChronoUnit.SECONDS)
    PlanDifference comparison(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") UUID id,
            @QueryParam("with") UUID with);

    /**
     * Refusals are about the request and final; what is about allocation-service's own state, or this service's token,
     * may pass.
     */
    @ClientExceptionMapper
    static RuntimeException toException(Response response) {
        var problem = RemoteProblem.of(response);
        return switch (problem.status()) {
            case 400, 404, 422 -> new ReplanRefusedException(ProblemKind.UNPROCESSABLE, "replan-rejected", problem);
            case 409 ->
                problem.isStillRunning()
                        ? new AllocationUnavailableException(problem.retryAfter())
                        : new ReplanRefusedException(ProblemKind.CONFLICT, "replan-conflict", problem);
            default -> new AllocationUnavailableException(problem.retryAfter());
        };
    }
}
