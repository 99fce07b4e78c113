package org.fengong.allocation.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.threeten.extra.YearWeek;

@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coverage", description = "What tasks need of each skill, and what the team has of it (S3).")
class CoverageResource {
    private final CoverageService service;

    CoverageResource(CoverageService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read how well a team covers the skills that it needs",
            description =
                    "What is left of the roles of open tasks, by mandatory skill, level and week, against the members' time. Assigned work counts in its weeks, other work is spread evenly up to the due week; a role with several skills is divided among them by their weights. A gap is what nobody covers when each minute of a member is given to one skill alone; skills that few hold are covered first. Default: the current week and 8 weeks.")
    @APIResponseSchema(value = CoverageResponse.class, responseCode = "200", responseDescription = "By skill and week.")
    @APIResponse(responseCode = "404", description = "There is no such team, or it is not for this caller.")
    public CoverageResponse getCoverage(
            @RestQuery @NotNull UUID teamId, @RestQuery YearWeek from, @RestQuery @Min(1) @Max(26) Integer weeks) {
        return service.of(teamId, from, weeks == null ? 8 : weeks);
    }
}
