package org.fengong.members.openwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.member.MemberAccess;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}/open-work")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class OpenWorkResource {
    private final OpenWork openWork;
    private final MemberAccess access;

    OpenWorkResource(OpenWork openWork, MemberAccess access) {
        this.openWork = openWork;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what a member still has to do",
            description =
                    "Roles of tasks that the member has or is asked to take, with the minutes of each week, as allocation-service has told them; what somebody else has to take over should the member leave. For the member, the leads of its teams and those who read everything.")
    public OpenWorkResponse getOpenWork(UUID id) {
        access.requireReader(id);
        return new OpenWorkResponse(id, openWork.of(id));
    }
}
