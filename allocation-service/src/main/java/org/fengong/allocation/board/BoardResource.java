package org.fengong.allocation.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;

@Path("/api/v1/teams/{id}/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Board", description = "Who does what this week and next (P1, P3).")
class BoardResource {
    private final BoardService boards;

    BoardResource(BoardService boards) {
        this.boards = boards;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read the board of a team",
            description =
                    "Each member's roles, load and capacity in the current week and the next, offers that wait for an answer, roles that nobody has with the reason, and the plan in force with its value, bound and gap. For whoever may read the team. The page at /pages/teams/{id}/board shows the same.")
    public BoardResponse getBoard(UUID id) {
        return boards.ofTeam(id);
    }
}
