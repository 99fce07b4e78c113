package org.fengong.tasks.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.batch.Batch;
import org.fengong.platform.batch.BatchAnswer;
import org.fengong.platform.batch.BatchRequest;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "Pieces of work and the roles they ask for (S3).")
class TaskResource {
    private final TaskService service;
    private final WorkService work;
    private final Batch batch;

    TaskResource(TaskService service, WorkService work, Batch batch) {
        this.service = service;
        this.work = work;
        this.batch = batch;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Create a task",
            description = "By the lead of the team. It is OPEN at once, unless draft is true.")
    @APIResponseSchema(value = TaskResponse.class, responseCode = "201", responseDescription = "The task.")
    public RestResponse<TaskResponse> createTask(@NotNull @Valid TaskForm request, @Context UriInfo uri) {
        var created = service.create(request);
        return Created.at(uri, created.id(), created);
    }

    @POST
    @Path("/batch")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Create many tasks",
            description =
                    "Up to 1,000 items, each as the body of a single creation; one answer per item, in order. A task may depend on an earlier one of another batch, by id.")
    public RestResponse<BatchAnswer> createTasks(@NotNull @Valid BatchRequest request) {
        return RestResponse.ok(
                batch.run(request, TaskForm.class, item -> service.create(item).id()));
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List tasks",
            description =
                    "Of the teams that the caller may read. status takes several values with a comma between; blocked are those that something stands in the way of, returned those that are being done again, accepted=false the completed ones that wait for their owner. q finds tasks whose key, title, description and labels have all of its words, each as the beginning of one, in whatever language; of Chinese each two characters that stand together count as a word. Sorted by dueDate, or by key, importance, priority, createdAt; a minus before turns the order, so -priority is the most urgent first.")
    public Page<TaskSummary> listTasks(
            @RestQuery UUID teamId,
            @RestQuery @Size(max = 100) String status,
            @RestQuery UUID goalId,
            @RestQuery UUID ownerId,
            @RestQuery @Size(max = 60) String key,
            @RestQuery LocalDate dueBefore,
            @RestQuery Boolean blocked,
            @RestQuery Boolean returned,
            @RestQuery Boolean accepted,
            @RestQuery @Size(max = 40) String label,
            @RestQuery @Size(max = 80) String campaign,
            @RestQuery @Size(min = 1, max = 200) String q,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        var filter = new TaskRepository.Filter(
                teamId,
                statuses(status),
                goalId,
                ownerId,
                key,
                dueBefore,
                blocked,
                returned,
                accepted,
                label,
                campaign,
                q);
        return service.list(filter, sort, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a task",
            description = "With its roles and what it waits for; its ETag is what a change sends in If-Match.")
    public TaskResponse getTask(UUID id) {
        return service.read(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Change a task",
            description =
                    "A merge patch; roles that keep their roleId keep their work and their assignment. A dependency that would close a cycle is refused and named.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TaskForm.class)))
    public TaskResponse patchTask(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
    }

    @POST
    @Path("/{id}/open")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Open a draft", description = "From now on it asks for people's time.")
    public RestResponse<TaskResponse> openTask(UUID id) {
        return RestResponse.ok(service.open(id));
    }

    @POST
    @Path("/{id}/complete")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Complete a task",
            description =
                    "What is left of its roles is completed with it, and what blocks it ends. By its owner, who accepts it thereby; by the team's lead; or by a member who has one of its roles once nobody else has an open one. In the last two cases its owner then accepts or returns it.")
    public RestResponse<TaskResponse> completeTask(UUID id) {
        return RestResponse.ok(service.complete(id));
    }

    @POST
    @Path("/{id}/accept")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Accept a completed task",
            description = "By its owner or the team's lead. It can no longer be returned then, only reopened.")
    public RestResponse<TaskResponse> acceptTask(UUID id) {
        return RestResponse.ok(service.accept(id));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Return a completed task",
            description =
                    "By its owner or the team's lead, with the reason. It is IN_PROGRESS again, reworkCount goes up by one, and the members who had the roles may log work on them at once; in plans the roles are open until the next one.")
    public RestResponse<TaskResponse> returnTask(UUID id, @NotNull @Valid ReturnRequest request) {
        return RestResponse.ok(service.giveBack(id, request));
    }

    @POST
    @Path("/{id}/block")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Say what blocks a task",
            description =
                    "By its owner, the team's lead or a member who has one of its roles. It keeps its status; completing or cancelling it ends this, too.")
    public RestResponse<TaskResponse> blockTask(UUID id, @NotNull @Valid ReasonRequest request) {
        return RestResponse.ok(service.block(id, request.reason()));
    }

    @POST
    @Path("/{id}/unblock")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Say that nothing blocks a task any more",
            description = "By its owner, the team's lead or a member who has one of its roles.")
    public RestResponse<TaskResponse> unblockTask(UUID id) {
        return RestResponse.ok(service.unblock(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Cancel a task", description = "Its assignments are released; the reason stays with it.")
    public RestResponse<TaskResponse> cancelTask(UUID id, @NotNull @Valid ReasonRequest request) {
        return RestResponse.ok(service.cancel(id, request.reason()));
    }

    @POST
    @Path("/{id}/reopen")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Reopen a closed task", description = "Logged work stays; each role waits for somebody anew.")
    public RestResponse<TaskResponse> reopenTask(UUID id) {
        return RestResponse.ok(service.reopen(id));
    }

    @POST
    @Path("/{id}/roles/{roleId}/complete")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Complete a role",
            description = "By the member who has it or the team's lead; the task itself is completed by its owner.")
    public RestResponse<TaskResponse> completeRole(UUID id, UUID roleId) {
        return RestResponse.ok(work.completeRole(id, roleId));
    }

    @PUT
    @Path("/{id}/roles/{roleId}/estimate")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Say what is left of a role",
            description = "Replaces effort − logged as what the role still asks for. If-Match is the task's ETag.")
    public TaskResponse putEstimate(
            UUID id,
            UUID roleId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EstimateRequest request) {
        return work.estimate(id, roleId, EntityTags.requiredVersion(ifMatch), request.estimateToCompleteMinutes());
    }

    @POST
    @Path("/{id}/work-logs")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Log work",
            description =
                    "By the member who has the role, or by the lead for somebody of the team. The first log makes the task IN_PROGRESS.")
    @APIResponseSchema(
            value = WorkLogResponse.class,
            responseCode = "201",
            responseDescription = "The work as it was logged.")
    public RestResponse<WorkLogResponse> logWork(UUID id, @NotNull @Valid LogWorkRequest request) {
        return RestResponse.status(RestResponse.Status.CREATED, work.log(id, request));
    }

    @GET
    @Path("/{id}/work-logs")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List the work on a task", description = "By day, the earliest first.")
    public Page<WorkLogResponse> listWorkLogs(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return work.logs(id, cursor, limit);
    }

    private static List<TaskStatus> statuses(String commaSeparated) {
        var found = new ArrayList<TaskStatus>();
        if (commaSeparated != null) {
            for (var name : commaSeparated.split(",")) {
                try {
                    found.add(TaskStatus.valueOf(name));
                } catch (IllegalArgumentException e) {
                    throw new InvalidRequestException(Violation.inQuery(
                            "status", "must be some of " + java.util.Arrays.toString(TaskStatus.values())));
                }
            }
        }
        return found;
    }
}
