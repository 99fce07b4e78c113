package org.fengong.review.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/review-schedules/{teamId}")
@Tag(name = "Review schedules", description = "How often a team is reviewed without being asked.")
class ReviewScheduleResource {
    private final ReviewScheduleService service;

    ReviewScheduleResource(ReviewScheduleService service) {
        this.service = service;
    }

    @PUT
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Put a team's review schedule",
            description =
                    "A review is opened once as many weeks as the cadence, or its month or quarter, have ended; what was"
                            + " missed is held once. If-Match is needed to change a schedule, not to put the first one."
                            + " For the team's lead.")
    @APIResponse(
            responseCode = "201",
            description = "The team's first schedule.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewScheduleResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The changed schedule.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReviewScheduleResponse.class)))
    public RestResponse<ReviewScheduleResponse> putReviewSchedule(
            UUID teamId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReviewScheduleRequest request,
            @Context UriInfo uri) {
        var put = service.put(teamId, ifMatch, request);
        var answer = put.created()
                ? RestResponse.ResponseBuilder.<ReviewScheduleResponse>created(uri.getAbsolutePath())
                : RestResponse.ResponseBuilder.<ReviewScheduleResponse>ok();
        return answer.entity(put.schedule()).build();
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's review schedule",
            description = "Lists the next reviews: the weeks that each covers and the one in which it is opened.")
    public ReviewScheduleResponse getReviewSchedule(UUID teamId) {
        return service.read(teamId);
    }
}
