package org.fengong.tasks.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/tasks/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments", description = "What people say of a task, in Markdown; who is mentioned is told (S5).")
class CommentResource {
    private final CommentService service;

    CommentResource(CommentService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Comment on a task",
            description =
                    "By everybody who may read it. The body is Markdown and is kept as it is sent; whoever shows it escapes HTML. Only members of the team can be mentioned.")
    @APIResponseSchema(value = CommentResponse.class, responseCode = "201", responseDescription = "The comment.")
    public RestResponse<CommentResponse> createComment(
            UUID id, @NotNull @Valid CreateCommentRequest request, @Context UriInfo uri) {
        var created = service.add(id, request);
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the comments on a task",
            description = "The oldest first; those about one assignment or request when it is named.")
    public Page<CommentResponse> listComments(
            UUID id,
            @RestQuery UUID assignmentId,
            @RestQuery UUID requestId,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.list(id, assignmentId, requestId, cursor, limit);
    }

    @GET
    @Path("/{commentId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a comment", description = "Its ETag is what a change or a removal sends in If-Match.")
    public CommentResponse getComment(UUID id, UUID commentId) {
        return service.read(id, commentId);
    }

    @PUT
    @Path("/{commentId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Change the words of a comment",
            description = "By its author. Whom it mentions stays: they were told already.")
    public CommentResponse editComment(
            UUID id,
            UUID commentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CommentForm request) {
        return service.edit(id, commentId, EntityTags.requiredVersion(ifMatch), request.body());
    }

    @DELETE
    @Path("/{commentId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(summary = "Remove a comment", description = "By its author or the lead of the team; its words are gone.")
    public void deleteComment(UUID id, UUID commentId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.remove(id, commentId, EntityTags.requiredVersion(ifMatch));
    }
}
