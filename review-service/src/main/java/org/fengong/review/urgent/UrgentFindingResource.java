package org.fengong.review.urgent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;

@Path("/api/v1/teams/{id}/urgent-findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Urgent findings", description = "What cannot wait for a team's next review.")
class UrgentFindingResource {
    private final UrgentFindings findings;

    UrgentFindingResource(UrgentFindings findings) {
        this.findings = findings;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what cannot wait",
            description =
                    "Members' weeks to come that hold more than they can give, also because somebody is away, and goals"
                            + " whose time runs away from their key results. Found within seconds of the news, and gone"
                            + " as soon as it is no longer so; at most what stands for one team, and so not paged.")
    public UrgentFindingsResponse getUrgentFindings(UUID id) {
        return findings.read(id);
    }
}
