package org.fengong.allocation.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers", description = "Assignments put to their members, who say yes or no in time (S5).")
class OfferResource {
    private static final String VERSION_ANSWERED =
            "The ETag of the offer that is answered; required once a plan has moved its weeks.";

    private final Offers service;
    private final OfferRepository offers;
    private final TeamAccess access;

    OfferResource(Offers service, OfferRepository offers, TeamAccess access) {
        this.service = service;
        this.offers = offers;
        this.access = access;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List offers",
            description =
                    "Of the teams that the caller may read, by team, member or status; the oldest first, or by respondBy.")
    public Page<OfferResponse> listOffers(
            @RestQuery UUID teamId,
            @RestQuery UUID memberId,
            @RestQuery OfferStatus status,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return offers.list(access.readable(), teamId, memberId, status, sort, cursor, limit)
                .map(OfferResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read an offer",
            description =
                    "Its member, and whoever may read the team. Its ETag, which other weeks change, is what an answer sends in If-Match; read the assignment with its weeks after it.")
    public OfferResponse getOffer(UUID id) {
        return OfferResponse.of(service.read(id));
    }

    @POST
    @Path("/{id}/accept")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Accept an offer",
            description =
                    "By its member. The assignment becomes active. An answer to weeks that were moved since is refused.")
    public RestResponse<OfferResponse> acceptOffer(
            UUID id, @Parameter(description = VERSION_ANSWERED) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return RestResponse.ok(service.accept(id, ifMatch));
    }

    @POST
    @Path("/{id}/decline")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Decline an offer",
            description =
                    "By its member, with a reason; an answer to weeks that were moved since is refused. The role is free again and no plan gives it to the member any more; by the team's offer settings a draft finds somebody else, or the role waits for the lead.")
    public RestResponse<OfferResponse> declineOffer(
            UUID id,
            @Parameter(description = VERSION_ANSWERED) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DeclineOfferRequest request) {
        return RestResponse.ok(service.decline(id, ifMatch, request.reason()));
    }
}
