package org.fengong.allocation.briefing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}/briefing")
@Tag(name = "Briefings", description = "What a member does, why, for which goal, and with whom (S5).")
class BriefingResource {
    private final BriefingService service;

    BriefingResource(BriefingService service) {
        this.service = service;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a member's briefing",
            description =
                    "Standing roles by week with the reason, the goal they serve, what they wait for and who waits for them. For the member, the leads of the member's teams, admin, viewer and service.")
    public BriefingResponse getBriefing(UUID id) {
        return service.of(id);
    }
}
