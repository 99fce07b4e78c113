package org.fengong.allocation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests", description = "What tasks ask of other departments, and what these answer (P4).")
class RequestResource {
    private final Requests service;
    private final CrossDepartmentWork work;

    RequestResource(Requests service, CrossDepartmentWork work) {
        this.service = service;
        this.work = work;
    }

    @GET
    @Path("/requests")
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List requests to other departments",
            description =
                    "Of the teams that the caller may read, and to the departments that the caller leads or is a contact of; the oldest first, or by dueDate or openedAt.")
    public Page<RequestResponse> listRequests(
            @RestQuery UUID teamId,
            @RestQuery UUID departmentId,
            @RestQuery UUID taskId,
            @RestQuery RequestStatus status,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.list(new RequestRepository.Filter(teamId, departmentId, taskId, status), sort, cursor, limit);
    }

    @GET
    @Path("/requests/{id}")
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a request to another department",
            description =
                    "The team that asks, and lead and contacts of the department. Its ETag is what an answer sends in If-Match.")
    public RequestResponse getRequest(UUID id) {
        return service.response(service.read(id));
    }

    @POST
    @Path("/requests/{id}/accept")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Accept a request",
            description =
                    "By the lead of the department, with a person, who becomes collaborator of the team until the task is due, with a week before which no plan begins the roles, or with both.")
    public RestResponse<RequestResponse> acceptRequest(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid AcceptRequestRequest request) {
        return RestResponse.ok(service.accept(id, EntityTags.requiredVersion(ifMatch), request));
    }

    @POST
    @Path("/requests/{id}/decline")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Decline a request",
            description =
                    "By the lead of the department, with a reason. The roles stay as they are; it is the team's turn.")
    public RestResponse<RequestResponse> declineRequest(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid DeclineRequestRequest request) {
        return RestResponse.ok(service.decline(id, EntityTags.requiredVersion(ifMatch), request.reason()));
    }

    @GET
    @Path("/teams/{id}/cross-department-work")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read how much of a team's work is for other departments",
            description = "Of the roles of open tasks, with what the departments have answered.")
    public CrossDepartmentResponse getCrossDepartmentWork(UUID id) {
        return work.of(id);
    }
}
