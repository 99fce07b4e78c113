package org.fengong.allocation.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.http.Created;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "Divisions of labour with a proven bound and a reason for each assignment (S4).")
class PlanResource {
    private final PlanService service;
    private final PublishService publishService;
    private final OverrideService overrideService;
    private final PlanRepository plans;
    private final PlanViews views;
    private final PlanComparisons comparisons;
    private final ChangePriceService changePrices;
    private final Counterfactuals counterfactuals;
    private final TeamAccess access;

    PlanResource(
            PlanService service,
            PublishService publishService,
            OverrideService overrideService,
            PlanRepository plans,
            PlanViews views,
            PlanComparisons comparisons,
            ChangePriceService changePrices,
            Counterfactuals counterfactuals,
            TeamAccess access) {
        this.service = service;
        this.publishService = publishService;
        this.overrideService = overrideService;
        this.plans = plans;
        this.views = views;
        this.comparisons = comparisons;
        this.changePrices = changePrices;
        this.counterfactuals = counterfactuals;
        this.access = access;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Ask for a plan",
            description =
                    "By the lead of all the teams. It is solved in the background; read it at its Location until it is a DRAFT. With a scenario it says what would be without members, with further tasks or with other efforts, can be compared with other plans and is never published nor told to other services.")
    @APIResponseSchema(
            value = PlanResponse.class,
            responseCode = "202",
            responseDescription = "The plan, about to be solved.")
    public RestResponse<PlanResponse> createPlan(@NotNull @Valid CreatePlanRequest request, @Context UriInfo uri) {
        var plan = PlanResponse.of(service.create(request));
        return Created.acceptedAt(uri, plan.id(), plan);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List plans", description = "Of the teams that the caller may read, the newest first.")
    public Page<PlanResponse> listPlans(
            @RestQuery UUID teamId,
            @RestQuery PlanStatus status,
            @RestQuery PlanKind kind,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return plans.list(access.readable(), teamId, status, kind, cursor, limit)
                .map(PlanResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a plan",
            description = "With value, bound and gap once it is solved; before that with the progress of the search.")
    public PlanResponse getPlan(UUID id) {
        return PlanResponse.of(service.read(id));
    }

    @GET
    @Path("/{id}/assignments")
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read who gets what, and why",
            description =
                    "Each assigned role with the reason and what every alternative would cost; each role left open with the reason why nobody gets it.")
    public PlanAssignmentsResponse getPlanAssignments(UUID id) {
        return views.of(service.read(id));
    }

    @GET
    @Path("/{id}/comparison")
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Compare a plan with another",
            description =
                    "By part of the value, by member and by role: what this plan does otherwise than the one that the parameter with names, such as a draft than the plan in force. At most 1,000 members and 1,000 roles are listed; the counts are of all.")
    @APIResponseSchema(
            value = PlanComparisonResponse.class,
            responseCode = "200",
            responseDescription = "The differences.")
    @APIResponse(responseCode = "409", description = "One of the plans has no result.")
    public PlanComparisonResponse comparePlans(UUID id, @RestQuery @NotNull UUID with) {
        return comparisons.compare(service.read(id), service.read(with));
    }

    @GET
    @Path("/{id}/change-prices")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what little change costs",
            description =
                    "For 0, 1, 2 … changes, 10 at most, the value of the best plan found for this plan's question that gives no more roles of the plan in force another member or start week, or nobody. Found by short searches at the time of the request, at most 10 s in all; the same plan has the same answer unless that ends them.")
    @APIResponseSchema(
            value = ChangePricesResponse.class,
            responseCode = "200",
            responseDescription = "Values by number of changes.")
    @APIResponse(responseCode = "409", description = "The plan has no result.")
    public ChangePricesResponse getChangePrices(UUID id) {
        return changePrices.of(id);
    }

    @GET
    @Path("/{id}/counterfactual")
    @Transactional
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what would have to change for a member to get a role",
            description =
                    "The levels, the department and the free minutes that the member lacks, in the start week that asks for the least, and exactly what the plan would cost more in a world in which just that has changed and all else is as planned.")
    @APIResponseSchema(
            value = CounterfactualResponse.class,
            responseCode = "200",
            responseDescription = "What would have to change.")
    @APIResponse(responseCode = "409", description = "The plan has no result.")
    @APIResponse(responseCode = "422", description = "The plan knows no such role or member.")
    public CounterfactualResponse getCounterfactual(
            UUID id, @RestQuery @NotNull UUID roleId, @RestQuery @NotNull UUID memberId) {
        return counterfactuals.of(service.read(id), roleId, memberId);
    }

    @POST
    @Path("/{id}/replay")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Replay a plan",
            description =
                    "Answers the recorded question of a plan once more, with its policy and seed, cut at the same step if the clock cut it. The replay is a plan of kind REPLAY, solved in the background; once it is a DRAFT, identical says whether assignments, reasons, costs and bound are the same. It is never published nor told to other services.")
    @APIResponseSchema(
            value = PlanResponse.class,
            responseCode = "202",
            responseDescription = "The replay, about to be solved.")
    @APIResponse(responseCode = "409", description = "The plan has no result, or its question is not kept any more.")
    public RestResponse<PlanResponse> replayPlan(UUID id, @Context UriInfo uri) {
        var plan = PlanResponse.of(service.replay(id));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, plan)
                .location(uri.getBaseUriBuilder().path("/api/v1/plans/{id}").build(plan.id()))
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Cancel a plan",
            description = "One that is being solved, whose search stops within a second, or a draft.")
    public RestResponse<PlanResponse> cancelPlan(UUID id) {
        return RestResponse.ok(PlanResponse.of(service.cancel(id)));
    }

    @POST
    @Path("/{id}/publish")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Publish a plan",
            description =
                    "Puts a draft into force. Answers 409 plan-stale with what got worse since it was made, or 409 capacity-exceeded with the members and weeks that do not hold it any more. Assignments that stay keep their id.")
    public RestResponse<PlanResponse> publishPlan(UUID id) {
        return RestResponse.ok(PlanResponse.of(publishService.publish(id)));
    }

    @POST
    @Path("/{id}/override")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Decide on a role of the plan in force",
            description =
                    "Gives it to a member from a week on, whoever has it. It may break rules and exceed capacity: the answer names what breaks and says exactly what it costs by the plan's policy. With dryRun it only says so.")
    public RestResponse<OverrideResponse> overridePlan(UUID id, @NotNull @Valid OverrideRequest request) {
        return RestResponse.ok(overrideService.override(id, request));
    }
}
