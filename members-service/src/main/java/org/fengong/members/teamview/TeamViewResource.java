package org.fengong.members.teamview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.threeten.extra.YearWeek;

@Path("/api/v1/teams/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
class TeamViewResource {
    private final TeamViews views;

    TeamViewResource(TeamViews views) {
        this.views = views;
    }

    @GET
    @Path("/skill-matrix")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's skill matrix",
            description =
                    "Member × skill with level and interest on a day, by default today in the team's time zone. A cell stands for each skill that a member holds or has a wish for.")
    public SkillMatrixResponse getSkillMatrix(UUID id, @RestQuery LocalDate on) {
        return views.skillMatrix(id, on);
    }

    @GET
    @Path("/field-coverage")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read how a team covers each field of work",
            description =
                    "How many members hold a skill of the field and at which level at best (W2); fields that nobody covers stand in it with zeros.")
    public FieldCoverageResponse getFieldCoverage(UUID id, @RestQuery LocalDate on) {
        return views.fieldCoverage(id, on);
    }

    @GET
    @Path("/single-holders")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read which skills hang on one member of a team",
            description = "Skills that exactly one member holds at minLevel (default 1) or above.")
    public SingleHoldersResponse getSingleHolders(
            UUID id, @RestQuery LocalDate on, @RestQuery @Min(1) @Max(5) Integer minLevel) {
        return views.singleHolders(id, on, minLevel == null ? 1 : minLevel);
    }

    @GET
    @Path("/capacity")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's capacity by week",
            description =
                    "What the team has of each member: the capacity of each day × the membership's share on it, summed over the ISO week and rounded down. By default eight weeks from the current one in the team's time zone.")
    public TeamCapacityResponse getTeamCapacity(
            UUID id, @RestQuery YearWeek from, @RestQuery @Min(1) @Max(26) Integer weeks) {
        return views.capacity(id, from, weeks == null ? 8 : weeks);
    }
}
