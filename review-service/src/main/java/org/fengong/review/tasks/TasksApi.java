package org.fengong.review.tasks;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Caller;
import org.fengong.review.remote.RemoteProblem;

/**
 * What this service uses of tasks-service's API. All of it may be repeated: a creation by its key, and a change of a
 * version that is no longer there is refused.
 */
@Path("/api/v1/tasks")
@RegisterRestClient(configKey = "tasks")
@Timeout(value = 4, unit = ChronoUnit.SECONDS)
@Retry(
        maxRetries = 2,
        delay = 300,
        jitter = 100,
        retryOn = {
            TasksUnavailableException.class,
            ProcessingException.class,
            org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException.class
        })
interface TasksApi {
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    RemoteTask task(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") UUID id);

    /** @param patch a merge patch, written: the client writes no other JSON than application/json */
    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Produces(MediaType.APPLICATION_JSON)
    CreatedTask change(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("traceparent") String traceparent,
            @PathParam("id") UUID id,
            String patch);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    CreatedTask create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Caller.ACTOR_HEADER) UUID lead,
            @HeaderParam("Idempotency-Key") UUID idempotencyKey,
            @HeaderParam("traceparent") String traceparent,
            NewTask task);

    /**
     * Refusals are about the request and final; what is about tasks-service's own state, or this service's token, may
     * pass.
     */
    @ClientExceptionMapper
    static RuntimeException toException(Response response) {
        var problem = RemoteProblem.of(response);
        return switch (problem.status()) {
            case 400, 404, 422 ->
                new TaskChangeRefusedException(ProblemKind.UNPROCESSABLE, "task-change-rejected", problem);
            case 409 ->
                problem.isStillRunning()
                        ? new TasksUnavailableException(problem.retryAfter())
                        : new TaskChangeRefusedException(ProblemKind.CONFLICT, "task-change-conflict", problem);
            case 412 -> new StaleTaskException();
            default -> new TasksUnavailableException(problem.retryAfter());
        };
    }
}
