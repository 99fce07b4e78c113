package org.fengong.allocation.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/assignments")
@Tag(name = "Assignments", description = "Roles given to members (S4).")
class AssignmentResource {
    private final EntityManager entityManager;
    private final AssignmentReader reader;
    private final TeamAccess access;

    AssignmentResource(EntityManager entityManager, AssignmentReader reader, TeamAccess access) {
        this.entityManager = entityManager;
        this.reader = reader;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List assignments",
            description =
                    "Of the teams that the caller may read, by team, member or task; those that ended included, unless a status is named. With atRisk only those that an absence, a lost level, less capacity or a departure hits, or all others.")
    public Page<AssignmentResponse> listAssignments(
            @RestQuery UUID teamId,
            @RestQuery UUID memberId,
            @RestQuery UUID taskId,
            @RestQuery AssignmentStatus status,
            @RestQuery Boolean atRisk,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        var listing = Listing.of(entityManager, Assignment.class);
        access.readable().ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        if (atRisk != null) {
            listing.where("e.atRiskUntil is %s null".formatted(atRisk ? "not" : ""));
        }
        var page = listing.where("e.teamId = :team", "team", teamId)
                .where("e.memberId = :member", "member", memberId)
                .where("e.taskId = :task", "task", taskId)
                .where("e.status = :status", "status", status)
                .sort(null, java.util.Set.of(), "id")
                .page(cursor, limit)
                .map(AssignmentResponse::of);
        return new Page<>(reader.named(page.items()), page.next());
    }
}
