package org.fengong.allocation.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.plan.policy.PlanPolicy;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * A plan without its assignments.
 *
 * @param plannedOn day on which it was made
 * @param scenario what it supposes, when its kind is SCENARIO
 * @param pins roles that it had to give to these members; absent when there were none
 * @param policy the weights
 * @param policyKey and policyName and policyVersion the named policy that the weights are of; absent when the request
 *     gave them itself
 * @param cause why it was made though nobody asked for it; absent when somebody did
 * @param progress how far the search is, while status is SOLVING
 * @param value what the plan costs by its policy; less is better
 * @param bound no plan can cost less
 * @param gap (value − bound) ÷ value: at most this share could be saved
 * @param provenOptimal true when value = bound
 * @param maxChanges how many changes were allowed; absent = any number
 * @param changes how many roles of what stood get another member or start week, or nobody
 * @param costs the parts of the value
 * @param inherited rules that running work breaks by itself
 * @param searchSteps and searchEnd how far the search went, and why it stopped
 * @param inputHash of everything that decided the plan: the same hash, policy and seed give the same plan
 * @param inputAsOf sums of the versions of tasks and members that it was made from
 * @param supersededBy the plan that took its place
 * @param replayOf the plan whose question this one answers once more
 * @param identical whether the replay came to the same answer in all its parts
 * @param failure why there is no plan, when status is FAILED
 */
record PlanResponse(
        UUID id,
        List<UUID> teamIds,
        PlanStatus status,
        PlanKind kind,
        @Schema(nullable = true) PlanCause.Summary cause,
        @Schema(nullable = true) PlanScenario.Summary scenario,
        @Schema(nullable = true) List<PlanPin> pins,
        YearWeek fromWeek,
        int weeks,
        @Schema(nullable = true) LocalDate plannedOn,
        @Schema(nullable = true) PlanPolicy policy,
        @Schema(nullable = true) String policyKey,
        @Schema(nullable = true) String policyName,
        @Schema(nullable = true) Long policyVersion,
        long seed,
        @Schema(nullable = true) Integer maxChanges,
        String requestedBy,
        Instant requestedAt,
        @Schema(nullable = true) PlanProgress progress,
        @Schema(nullable = true) Long value,
        @Schema(nullable = true) Long bound,
        @Schema(nullable = true) Double gap,
        @Schema(nullable = true) Boolean provenOptimal,
        @Schema(nullable = true) Integer assignedRoles,
        @Schema(nullable = true) Integer unassignedRoles,
        @Schema(nullable = true) Integer changes,
        @Schema(nullable = true) CostBreakdown costs,
        @Schema(nullable = true) List<String> inherited,
        @Schema(nullable = true) Long searchSteps,
        @Schema(nullable = true) String searchEnd,
        @Schema(nullable = true) String inputHash,
        @Schema(nullable = true) Map<String, Long> inputAsOf,
        @Schema(nullable = true) String failure,
        @Schema(nullable = true) String failureDetail,
        @Schema(nullable = true) Instant solvedAt,
        @Schema(nullable = true) Instant publishedAt,
        @Schema(nullable = true) String publishedBy,
        @Schema(nullable = true) Instant supersededAt,
        @Schema(nullable = true) UUID supersededBy,
        @Schema(nullable = true) UUID replayOf,
        @Schema(nullable = true) Boolean identical,
        long version)
        implements Versioned {
    static PlanResponse of(Plan plan) {
        var summary = plan.summary();
        var source = plan.policy().source();
        return new PlanResponse(
                plan.id(),
                plan.teamIds(),
                plan.status(),
                plan.kind(),
                plan.cause() == null ? null : plan.cause().summary(),
                plan.kind() == PlanKind.SCENARIO ? plan.scenario().summary() : null,
                plan.scenario().pins().isEmpty() ? null : plan.scenario().pins(),
                plan.fromWeek(),
                plan.weeks(),
                plan.plannedOn(),
                plan.policy().weights(),
                source == null ? null : source.key(),
                source == null ? null : source.name(),
                source == null ? null : source.version(),
                plan.policy().seed(),
                plan.policy().maxChanges(),
                plan.requestedBy(),
                plan.requestedAt(),
                plan.progress(),
                plan.value(),
                plan.bound(),
                plan.gap(),
                plan.provenOptimal(),
                plan.assignedRoles(),
                plan.unassignedRoles(),
                summary == null ? null : summary.changes(),
                summary == null ? null : summary.costs(),
                summary == null ? null : summary.inherited(),
                summary == null ? null : summary.steps(),
                summary == null ? null : summary.end(),
                plan.inputHash(),
                plan.inputAsOf(),
                plan.failure(),
                plan.failureDetail(),
                plan.solvedAt(),
                plan.publishedAt(),
                plan.publishedBy(),
                plan.supersededAt(),
                plan.supersededBy(),
                plan.replayOf(),
                plan.identical(),
                plan.version());
    }
}
