package org.fengong.members.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}/learning-wishes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class LearningWishResource {
    private final MemberService service;
    private final Members directory;

    LearningWishResource(MemberService service, Members directory) {
        this.service = service;
        this.directory = directory;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what a member wants to learn",
            description = "Skills with the level to reach; they stand in the member, too, at most 50.")
    public LearningWishesResponse getLearningWishes(UUID id) {
        return new LearningWishesResponse(id, directory.find(id).learningWishes());
    }

    @PUT
    @Path("/{skillId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Wish to learn a skill",
            description =
                    "By the member alone: a level above the own one, optionally with a reason and a last day. Where the team lacks that level, coverage counts the wish like an interest. Others than the readers of the member are not told the reason. If-Match is the member's ETag.")
    public MemberResponse putLearningWish(
            UUID id,
            UUID skillId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid LearningWishRequest request) {
        service.wishToLearn(id, EntityTags.requiredVersion(ifMatch), request.wish(skillId));
        return directory.find(id);
    }

    @DELETE
    @Path("/{skillId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(summary = "Take a learning wish back", description = "By the member alone.")
    public MemberResponse deleteLearningWish(UUID id, UUID skillId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.wishNoLonger(id, EntityTags.requiredVersion(ifMatch), skillId);
        return directory.find(id);
    }
}
