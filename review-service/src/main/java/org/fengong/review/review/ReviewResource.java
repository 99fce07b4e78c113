package org.fengong.review.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.fengong.platform.http.Created;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.fengong.review.organisation.TeamAccess;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "Looks at a team's division of labour: metrics, findings, proposed adjustments.")
class ReviewResource {
    private final ReviewService service;
    private final ReviewRepository reviews;
    private final TeamAccess access;

    ReviewResource(ReviewService service, ReviewRepository reviews, TeamAccess access) {
        this.service = service;
        this.reviews = reviews;
        this.access = access;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Review a team's period",
            description =
                    "Measures the weeks from the first to the last from what is known now, finds what is wrong and"
                            + " proposes adjustments (P5, S6). At most 26 weeks, none after the current one; a period is"
                            + " reviewed once. For the team's lead.")
    @APIResponseSchema(
            value = ReviewResponse.class,
            responseCode = "201",
            responseDescription = "The review with its metrics, findings and adjustments.")
    public RestResponse<ReviewResponse> openReview(@NotNull @Valid OpenReviewRequest request, @Context UriInfo uri) {
        var opened = service.open(request);
        return Created.at(uri, opened.id(), opened);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List reviews",
            description = "Of the teams that the caller may read, newest first; sort=openedAt gives the oldest first.")
    public Page<ReviewSummary> listReviews(
            @RestQuery UUID teamId,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return reviews.list(access.readable(), teamId, sort, cursor, limit).map(ReviewSummary::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a review",
            description = "Each metric comes with its unit, its formula and its inputs, so that it can be recomputed;"
                    + " effects tell how numbers moved since adjustments of earlier reviews were accepted.")
    public ReviewResponse getReview(UUID id) {
        return service.read(id);
    }
}
