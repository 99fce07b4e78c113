package org.fengong.members.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/members/{id}/deactivate")
@Tag(name = "Members")
class LeavingResource {
    private final LeavingService service;

    LeavingResource(LeavingService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Let a member leave",
            description =
                    "Today is the last day: memberships end, past weeks keep their capacity. openWork lists what the member had to do still, as allocation-service has told it; it takes that back once it hears of the departure.")
    public RestResponse<DeactivatedMember> deactivateMember(UUID id) {
        return RestResponse.ok(service.leave(id));
    }
}
