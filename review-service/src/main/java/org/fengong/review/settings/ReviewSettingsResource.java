package org.fengong.review.settings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;

@Path("/api/v1/teams/{id}/review-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review settings", description = "What a team wants its reviews to find.")
class ReviewSettingsResource {
    private final ReviewSettingsService service;

    ReviewSettingsResource(ReviewSettingsService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team's review settings",
            description =
                    "The thresholds of findings: the team's own, and those that hold for the other kinds. Its ETag"
                            + " is what a change sends in If-Match. How often a team is reviewed is its review schedule.")
    public ReviewSettingsResponse getReviewSettings(UUID id) {
        return service.read(id);
    }

    @PUT
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Put a team's review settings",
            description =
                    "Replaces the team's own thresholds; the reviews that are opened from now on use them. Where a"
                            + " higher number is worse, warning must not lie above critical; where a lower one is, not below. For"
                            + " the team's lead.")
    public ReviewSettingsResponse putReviewSettings(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ReviewSettingsRequest request) {
        return service.put(id, ifMatch, request);
    }
}
