package org.fengong.tasks.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.fengong.platform.time.Weeks;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.TeamAccess;
import org.fengong.tasks.task.OpenWork;
import org.fengong.tasks.task.SkillRequirement;
import org.jboss.resteasy.reactive.RestQuery;
import org.threeten.extra.YearWeek;

@Path("/api/v1/demand")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demand", description = "Whose time the open tasks ask for (S3).")
class DemandResource {
    private final OpenWork openWork;
    private final Organisation organisation;
    private final TeamAccess access;
    private final Clock clock;

    DemandResource(OpenWork openWork, Organisation organisation, TeamAccess access, Clock clock) {
        this.openWork = openWork;
        this.organisation = organisation;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's demand",
            description =
                    "Remaining minutes of open roles, spread evenly from earliest start (or today) to due date. A role counts fully for each of its skills and once in the totals.")
    @APIResponseSchema(value = DemandResponse.class, responseCode = "200", responseDescription = "Minutes by week.")
    @APIResponse(responseCode = "404", description = "There is no such team, or it is not for this caller.")
    public DemandResponse getDemand(
            @RestQuery @NotNull UUID teamId, @RestQuery YearWeek from, @RestQuery @Min(1) @Max(26) Integer weeks) {
        var team = access.requireReadable(teamId);
        var today = LocalDate.now(clock.withZone(team.zone()));
        var first = from == null ? Weeks.of(today) : from;
        var items = openWork.of(teamId);
        var skills = items.stream()
                .flatMap(item -> item.roles().stream())
                .flatMap(role -> role.skills().stream())
                .map(SkillRequirement::skillId)
                .collect(Collectors.toSet());
        var calculator = new DemandCalculator(
                today, Weeks.range(first, weeks == null ? 8 : weeks), organisation.fieldsOf(skills));
        return new DemandResponse(teamId, first, calculator.of(items));
    }
}
