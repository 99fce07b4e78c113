package org.fengong.members.skill;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.Keys;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Skills")
class FieldResource {
    private final FieldRepository fields;
    private final MergePatch mergePatch;

    FieldResource(FieldRepository fields, MergePatch mergePatch) {
        this.fields = fields;
        this.mergePatch = mergePatch;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the fields of work",
            description =
                    "Sorted by key. Every skill belongs to one (W2); a field comes into the list with its first skill.")
    public Page<FieldResponse> listFields(@RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return fields.list(cursor, limit).map(FieldResponse::of);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a field", description = "Its ETag is what a change sends in If-Match.")
    public FieldResponse getField(@Size(max = Keys.MAX_LENGTH) String key) {
        return FieldResponse.of(fields.require(key));
    }

    @PATCH
    @Path("/{key}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Transactional
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Name a field and describe its levels",
            description = "A merge patch: null deletes, an absent field stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldForm.class)))
    public FieldResponse patchField(
            @Size(max = Keys.MAX_LENGTH) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull JsonNode patch) {
        var field = fields.requireLocked(key);
        EntityTags.requireSame(EntityTags.requiredVersion(ifMatch), field.version());
        field.change(mergePatch.apply(field.form(), patch, FieldForm.class));
        fields.flush();
        return FieldResponse.of(field);
    }
}
