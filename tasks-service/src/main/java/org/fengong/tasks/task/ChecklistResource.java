package org.fengong.tasks.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/tasks/{id}/checklist/{itemId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class ChecklistResource {
    private final TaskService service;

    ChecklistResource(TaskService service) {
        this.service = service;
    }

    @POST
    @Path("/check")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Check off an item of a task's checklist",
            description =
                    "By the task's owner, the team's lead or a member who has one of its roles. An item that is done stays as it is.")
    public RestResponse<TaskResponse> checkItem(UUID id, UUID itemId) {
        return RestResponse.ok(service.check(id, itemId));
    }

    @POST
    @Path("/uncheck")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Say that an item of a task's checklist is not done",
            description = "By the task's owner, the team's lead or a member who has one of its roles.")
    public RestResponse<TaskResponse> uncheckItem(UUID id, UUID itemId) {
        return RestResponse.ok(service.uncheck(id, itemId));
    }
}
