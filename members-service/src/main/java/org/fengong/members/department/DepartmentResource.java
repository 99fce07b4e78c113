package org.fengong.members.department;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/api/v1/departments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Departments", description = "The places in the company that people belong to.")
class DepartmentResource {
    private final DepartmentService service;
    private final DepartmentRepository departments;

    DepartmentResource(DepartmentService service, DepartmentRepository departments) {
        this.service = service;
        this.departments = departments;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Create a department", description = "The key must be free in the whole company.")
    @APIResponseSchema(value = DepartmentResponse.class, responseCode = "201", responseDescription = "The department.")
    public RestResponse<DepartmentResponse> createDepartment(
            @NotNull @Valid CreateDepartmentRequest request, @Context UriInfo uri) {
        var created = DepartmentResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List departments",
            description = "Sorted by key, or by name with sort=name; with parentId those right below a department.")
    public Page<DepartmentResponse> listDepartments(
            @RestQuery @Size(max = 60) String key,
            @RestQuery UUID parentId,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return departments.list(key, parentId, sort, cursor, limit).map(DepartmentResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a department", description = "Its ETag is what a change sends in If-Match.")
    public DepartmentResponse getDepartment(UUID id) {
        return DepartmentResponse.of(departments.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change a department", description = "A merge patch: null deletes, an absent field stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateDepartmentRequest.class)))
    public DepartmentResponse patchDepartment(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return DepartmentResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a department",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listDepartmentHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
