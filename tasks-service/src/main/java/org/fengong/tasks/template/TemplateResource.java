package org.fengong.tasks.template;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.fengong.tasks.organisation.TeamAccess;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "Bundles of tasks that come again and again (S3).")
class TemplateResource {
    private final TemplateService service;
    private final TemplateRepository templates;
    private final TeamAccess access;

    TemplateResource(TemplateService service, TemplateRepository templates, TeamAccess access) {
        this.service = service;
        this.templates = templates;
        this.access = access;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Create a template",
            description =
                    "By the lead of the team. Its tasks name each other, skills and departments by key, and days as counted from the day that it is later made into tasks for.")
    @APIResponseSchema(value = TemplateResponse.class, responseCode = "201", responseDescription = "The template.")
    public RestResponse<TemplateResponse> createTemplate(@NotNull @Valid TemplateForm request, @Context UriInfo uri) {
        var created = TemplateResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List templates",
            description =
                    "Those that came with the product (product-launch, webinar, newsletter, market-study) and those of the teams that the caller may read; with teamId that team's own alone. Sorted by key or name.")
    public Page<TemplateSummary> listTemplates(
            @RestQuery UUID teamId,
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return templates
                .list(access.readable(), teamId, key, sort, cursor, limit)
                .map(TemplateSummary::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a template",
            description = "With its tasks; its ETag is what a change sends in If-Match.")
    public TemplateResponse getTemplate(UUID id) {
        return TemplateResponse.of(service.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Change a template",
            description =
                    "A merge patch; tasks are replaced as a whole. Tasks that were made from it stay as they are. Those that came with the product do not change.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TemplateForm.class)))
    public TemplateResponse patchTemplate(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return TemplateResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Delete a template", description = "Tasks that were made from it stay.")
    public void deleteTemplate(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.delete(id, EntityTags.requiredVersion(ifMatch));
    }

    @POST
    @Path("/{id}/instantiate")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Make a template into tasks",
            description =
                    "All of its tasks or none, by the lead of the team that gets them. A skill or department that the company does not have is refused, or left out and named in the answer when leaveOutUnknown is true.")
    @APIResponseSchema(
            value = InstantiateResponse.class,
            responseCode = "201",
            responseDescription = "The tasks that were made.")
    public RestResponse<InstantiateResponse> instantiateTemplate(UUID id, @NotNull @Valid InstantiateRequest request) {
        return RestResponse.status(RestResponse.Status.CREATED, service.instantiate(id, request));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a template",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listTemplateHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
