package org.fengong.members.merging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.skill.SkillResponse;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/skills/{id}/merge")
@Tag(name = "Skills")
class MergingResource {
    private final MergingService service;

    MergingResource(MergingService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Merge a duplicate skill into another one",
            description =
                    "Its names become aliases of the other one, its parts the other one's parts. Whoever holds both keeps the higher level; an interest in the one that stays goes before one in the other, and so do learning wishes. What asks for the merged skill is served by who holds the one that stays. Answers with the skill that stays.")
    public RestResponse<SkillResponse> mergeSkill(UUID id, @NotNull @Valid MergeSkillRequest request) {
        return RestResponse.ok(service.merge(id, request.into()));
    }
}
