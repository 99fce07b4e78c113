package org.fengong.allocation.plan.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What plans weigh, by name and version (S4).")
class PolicyResource {
    private final Policies service;
    private final PolicyRepository policies;
    private final TeamAccess access;

    PolicyResource(Policies service, PolicyRepository policies, TeamAccess access) {
        this.service = service;
        this.policies = policies;
        this.access = access;
    }

    @GET
    @Path("/presets")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the presets",
            description =
                    "Policies that every team has, each weight with its unit and meaning. A plan names one by its key.")
    public Page<PolicyResponse> listPolicyPresets() {
        return new Page<>(
                Arrays.stream(PolicyPreset.values()).map(PolicyPreset::response).toList(), null);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Create a policy", description = "By the lead of the team. It is version 1.")
    @APIResponseSchema(value = PolicyResponse.class, responseCode = "201", responseDescription = "The policy.")
    public RestResponse<PolicyResponse> createPolicy(
            @NotNull @Valid CreatePolicyRequest request, @Context UriInfo uri) {
        var created = PolicyResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List policies",
            description = "Of the teams that the caller may read, by key, each at its newest version.")
    public Page<PolicyResponse> listPolicies(
            @RestQuery UUID teamId,
            @RestQuery @Size(max = CreatePolicyRequest.MAX_LENGTH) String key,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return policies.list(access.readable(), teamId, key, cursor, limit).map(PolicyResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a policy",
            description = "At its newest version; its ETag is what a change sends in If-Match.")
    public PolicyResponse getPolicy(UUID id) {
        return PolicyResponse.of(service.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Change a policy",
            description =
                    "By the lead of the team. A merge patch: null deletes, an absent field stays. The change is a new version; plans keep the one that they were made with.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PolicyForm.class)))
    public PolicyResponse patchPolicy(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return PolicyResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List the versions of a policy", description = "All that it ever had, the newest first.")
    public Page<PolicyResponse> listPolicyVersions(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        var policy = service.read(id);
        return policies.versions(id, cursor, limit).map(version -> version.response(policy));
    }

    @GET
    @Path("/{id}/versions/{version}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a version of a policy", description = "As it was, whatever changed since.")
    public PolicyResponse getPolicyVersion(UUID id, @Min(1) @Max(Integer.MAX_VALUE) long version) {
        return service.read(id, version);
    }
}
