package org.fengong.members.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class PrivacyResource {
    private final PrivacyService service;

    PrivacyResource(PrivacyService service) {
        this.service = service;
    }

    @GET
    @Path("/personal-data")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Export all that is kept of a member",
            description = "For the member alone, and an administrator on the member's behalf.")
    public PersonalDataResponse exportPersonalData(UUID id) {
        return service.export(id);
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Erase a member",
            description =
                    "After the member has left, and no team or department names the member as lead or contact. Profile, levels, absences, memberships and history go for good, here and, by the event member-erased, in the other services; loads and reviews of the past keep the bare id. It cannot be undone.")
    public void eraseMember(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.erase(id, EntityTags.requiredVersion(ifMatch));
    }
}
