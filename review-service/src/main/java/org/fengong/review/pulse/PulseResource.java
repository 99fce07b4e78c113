package org.fengong.review.pulse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearWeek;

@Path("/api/v1/teams/{id}/pulses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pulses", description = "How the members of a team find their work.")
class PulseResource {
    private final Pulses pulses;

    PulseResource(Pulses pulses) {
        this.pulses = pulses;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Give a pulse",
            description =
                    "How the caller's own current week in the team is: once. The averages show it when the week is over"
                            + " and five members have answered; the comment is for the lead only.")
    @APIResponseSchema(
            value = PulseResponse.class,
            responseCode = "201",
            responseDescription = "The pulse; Location is where the team's week is read.")
    public RestResponse<PulseResponse> givePulse(UUID id, @NotNull @Valid PulseRequest request, @Context UriInfo uri) {
        var given = pulses.give(id, request);
        return RestResponse.ResponseBuilder.<PulseResponse>created(uri.getAbsolutePathBuilder()
                        .queryParam("week", given.week())
                        .build())
                .entity(given)
                .build();
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's pulse",
            description = "The averages of a week that is over, from five members on; else only how many have answered."
                    + " The team's lead also reads the comments, without names.")
    public TeamPulseResponse getTeamPulse(UUID id, @NotNull @RestQuery YearWeek week) {
        return pulses.read(id, week);
    }
}
