package org.fengong.members.skill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills", description = "What work asks for and members hold.")
class SkillResource {
    private final SkillService service;
    private final SkillRepository skills;

    SkillResource(SkillService service, SkillRepository skills) {
        this.service = service;
        this.skills = skills;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Create a skill",
            description =
                    "The key must be free in the whole company. English stands in for a name that another language lacks.")
    @APIResponseSchema(value = SkillResponse.class, responseCode = "201", responseDescription = "The skill.")
    public RestResponse<SkillResponse> createSkill(@NotNull @Valid CreateSkillRequest request, @Context UriInfo uri) {
        var created = SkillResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List skills",
            description =
                    "Sorted by key, or by nameEn or field. name finds what has a word, in Chinese any part, of a name or alias that begins so, in any language.")
    public Page<SkillResponse> listSkills(
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 60) String field,
            @RestQuery @Size(max = 120) @Pattern(regexp = ".*\\S.*") String name,
            @RestQuery UUID parentId,
            @RestQuery @Size(min = 1, max = 300) String externalId,
            @RestQuery Boolean active,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return skills.list(key, field, name, parentId, externalId, active, sort, cursor, limit)
                .map(SkillResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a skill", description = "Its ETag is what a change sends in If-Match.")
    public SkillResponse getSkill(UUID id) {
        return SkillResponse.of(skills.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change a skill", description = "A merge patch: null deletes, an absent field stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateSkillRequest.class)))
    public SkillResponse patchSkill(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return SkillResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a skill",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listSkillHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
