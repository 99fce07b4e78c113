package org.fengong.allocation.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/assignments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assignments")
class PinResource {
    private final PinService service;

    PinResource(PinService service) {
        this.service = service;
    }

    @POST
    @Path("/pin")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Pin an assignment",
            description =
                    "By the lead of its team. Later plans leave it with its member and start week, and no draft that was made before moves it.")
    public RestResponse<AssignmentResponse> pinAssignment(UUID id) {
        return RestResponse.ok(service.pin(id, true));
    }

    @POST
    @Path("/unpin")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Unpin an assignment",
            description = "By the lead of its team. Later plans may move it again, at the cost of a change.")
    public RestResponse<AssignmentResponse> unpinAssignment(UUID id) {
        return RestResponse.ok(service.pin(id, false));
    }
}
