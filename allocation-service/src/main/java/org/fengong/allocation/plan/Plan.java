package org.fengong.allocation.plan;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.allocation.plan.policy.AppliedPolicy;
import org.fengong.allocation.plan.policy.PlanPolicy;
import org.fengong.allocation.solver.evaluation.ChangeRule;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.platform.time.Weeks;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.threeten.extra.YearWeek;

/** One solved (or being solved) division of labour. */
@Entity
class Plan {
    /** Who asked for a plan that nobody asked for. */
    private static final String NOBODY = "allocation-service";

    @Id
    private UUID id;

    private List<UUID> teamIds;

    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.SOLVING;

    @Enumerated(EnumType.STRING)
    private PlanKind kind = PlanKind.PLAN;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanScenario scenario;

    /** Null when somebody asked for it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private PlanCause cause;

    private YearWeek fromWeek;
    private int weeks;
    private LocalDate plannedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanSettings policy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<CreatePlanRequest.SeenTask> mustSee;

    private String requestedBy;
    private Instant requestedAt;
    private UUID lease;

    // what the engine was asked and found may be megabytes, and lists show nothing of it
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    private PlanningProblem problem;

    private String inputHash;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> inputAsOf;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<UUID, UUID> basePlans;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    private PlanResult result;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanSummary summary;

    // written beside this by whoever solves it, so that the version stays
    @Column(insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private PlanProgress progress;

    private Long value;
    private Long bound;
    private Double gap;
    private Boolean provenOptimal;
    private Integer assignedRoles;
    private Integer unassignedRoles;
    private String failure;
    private String failureDetail;
    private Instant solvedAt;
    private Instant publishedAt;
    private String publishedBy;
    private UUID supersededBy;
    private Instant supersededAt;

    /** The plan whose question this one answers once more; null unless it is a replay. */
    private UUID replayOf;

    private Boolean identical;

    @Version
    private long version = 1;

    protected Plan() {}

    /**
     * Weights, seed and limit on changes, as they were asked for.
     *
     * @param source the named policy that the weights are of; null when the request gave them itself
     * @param maxChanges null = any number
     */
    record PlanSettings(PlanPolicy weights, long seed, AppliedPolicy.Source source, Integer maxChanges) {
        PlanningPolicy forEngine(Duration ceiling) {
            return weights.forEngine(seed, ceiling).withMaxChanges(maxChanges);
        }

        PlanSettings withoutLimit() {
            return new PlanSettings(weights, seed, source, null);
        }
    }

    static Plan create(
            CreatePlanRequest request,
            AppliedPolicy policy,
            YearWeek fromWeek,
            LocalDate today,
            String actor,
            Instant now) {
        var plan = asked(request.teamIds().stream().distinct().sorted().toList(), actor, now);
        if (request.scenario() != null) {
            plan.kind = PlanKind.SCENARIO;
            plan.scenario = request.scenario().of(request.teamIds().get(0));
        }
        if (request.pins() != null && !request.pins().isEmpty()) {
            plan.scenario = plan.scenario().withPins(request.pins());
        }
        plan.fromWeek = fromWeek;
        plan.weeks = request.weeks();
        plan.plannedOn = today;
        plan.policy = new PlanSettings(
                policy.weights(), request.seed() == null ? 1 : request.seed(), policy.source(), request.maxChanges());
        plan.mustSee = request.mustSee() == null ? List.of() : request.mustSee();
        return plan;
    }

    /**
     * A plan that nobody asked for: of one team, by the policy of its plan in force and to that plan's end.
     *
     * @param lastWeek further weeks that must be in it
     */
    static Plan repair(Plan inForce, UUID teamId, PlanCause cause, YearWeek lastWeek, LocalDate today, Instant now) {
        var plan = asked(List.of(teamId), NOBODY, now);
        plan.cause = cause;
        plan.fromWeek = Weeks.of(today);
        var end = inForce.fromWeek.plusWeeks(inForce.weeks - 1L);
        var last = end.isAfter(lastWeek) ? end : lastWeek;
        plan.weeks = Math.max(1, Math.min(PlanningProblem.MAX_WEEKS, Weeks.between(plan.fromWeek, last) + 1));
        plan.plannedOn = today;
        plan.policy = inForce.policy.withoutLimit();
        return plan;
    }

    /** The same question once more. */
    static Plan replay(Plan original, String actor, Instant now) {
        var plan = asked(List.copyOf(original.teamIds), actor, now);
        plan.kind = PlanKind.REPLAY;
        plan.scenario = original.scenario;
        plan.replayOf = original.id;
        plan.fromWeek = original.fromWeek;
        plan.weeks = original.weeks;
        plan.plannedOn = original.plannedOn;
        plan.policy = original.policy;
        return plan;
    }

    private static Plan asked(List<UUID> teamIds, String actor, Instant now) {
        var plan = new Plan();
        plan.id = Generators.timeBasedEpochGenerator().generate();
        plan.teamIds = teamIds;
        plan.mustSee = List.of();
        plan.requestedBy = actor;
        plan.requestedAt = now;
        return plan;
    }

    /** From now on only the holder of this lease may store a result. */
    void lease(UUID holder) {
        lease = holder;
    }

    /** False when somebody else took the job over, or it was cancelled. */
    boolean isLeasedBy(UUID holder) {
        return status == PlanStatus.SOLVING && holder.equals(lease);
    }

    void solved(
            PlanningProblem input,
            Map<String, Long> asOf,
            Map<UUID, UUID> base,
            Solution solution,
            PlanResult found,
            Instant now) {
        status = PlanStatus.DRAFT;
        problem = input;
        inputHash = solution.inputHash();
        inputAsOf = asOf;
        basePlans = base;
        result = found;
        summary = PlanSummary.of(solution, ChangeRule.changes(input, solution.placements()));
        value = solution.value();
        bound = solution.bound();
        gap = solution.gap();
        provenOptimal = solution.provenOptimal();
        assignedRoles = found.assigned().size();
        unassignedRoles = found.unassigned().size();
        solvedAt = now;
    }

    /**
     * Whether the answer is the same in all its parts: question, assignments with their reasons, roles left open, value
     * and, unless the clock cut the proof, the bound.
     */
    void compareWith(Plan original) {
        identical = inputHash.equals(original.inputHash)
                && result.equals(original.result)
                && value.equals(original.value)
                && (original.summary.wasCut() || bound.equals(original.bound));
    }

    /** It found nothing to propose. */
    void endWithoutProposal() {
        status = PlanStatus.CANCELLED;
        failureDetail = "It would change nothing.";
    }

    void fail(String slug, String detail) {
        status = PlanStatus.FAILED;
        failure = slug;
        failureDetail = detail;
    }

    /** @throws PlanStatusException unless it is being solved or a draft */
    void cancel() {
        if (status != PlanStatus.SOLVING && status != PlanStatus.DRAFT) {
            throw new PlanStatusException(
                    this, "cancelled", "Only a plan that is being solved or a draft is cancelled.");
        }
        status = PlanStatus.CANCELLED;
    }

    /**
     * @throws PlanIsScenarioException when it is none of what is so
     * @throws PlanStatusException unless it is a draft
     */
    void requirePublishable() {
        if (kind != PlanKind.PLAN) {
            throw new PlanIsScenarioException(kind);
        }
        if (status != PlanStatus.DRAFT) {
            throw new PlanStatusException(
                    this,
                    "published",
                    status == PlanStatus.SOLVING ? "Wait until it is solved." : "Ask for a new plan.");
        }
    }

    /**
     * @param command what cannot be done without, as {@code compared}
     * @throws PlanStatusException when it has none
     * @throws PlanInputDroppedException when its question is not kept any more
     */
    void requireResult(String command) {
        if (result == null) {
            throw new PlanStatusException(
                    this,
                    command,
                    status == PlanStatus.SOLVING ? "Wait until it is solved." : "Name one that has a result.");
        }
        if (problem == null) {
            throw new PlanInputDroppedException(this);
        }
    }

    /** @throws PlanStatusException unless it is published and no other plan has taken its place */
    void requireInForce() {
        if (status != PlanStatus.PUBLISHED) {
            throw new PlanStatusException(
                    this,
                    "overridden",
                    status == PlanStatus.SUPERSEDED ? "Override the plan in force." : "Publish it first.");
        }
    }

    void publish(String actor, Instant now) {
        requirePublishable();
        publishedBy = actor;
        status = PlanStatus.PUBLISHED;
        publishedAt = now;
    }

    void supersede(UUID by, Instant now) {
        supersededBy = by;
        supersededAt = now;
        status = PlanStatus.SUPERSEDED;
    }

    UUID id() {
        return id;
    }

    List<UUID> teamIds() {
        return teamIds;
    }

    PlanStatus status() {
        return status;
    }

    PlanKind kind() {
        return kind;
    }

    /** What it supposes, and whom it must give roles to; nothing when it is a plan of what is so. */
    PlanScenario scenario() {
        return scenario == null ? PlanScenario.NONE : scenario;
    }

    /** Null when somebody asked for it. */
    PlanCause cause() {
        return cause;
    }

    YearWeek fromWeek() {
        return fromWeek;
    }

    int weeks() {
        return weeks;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    PlanSettings policy() {
        return policy;
    }

    List<CreatePlanRequest.SeenTask> mustSee() {
        return mustSee;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    PlanningProblem problem() {
        return problem;
    }

    String inputHash() {
        return inputHash;
    }

    Map<String, Long> inputAsOf() {
        return inputAsOf;
    }

    Map<UUID, UUID> basePlans() {
        return basePlans;
    }

    PlanResult result() {
        return result;
    }

    PlanSummary summary() {
        return summary;
    }

    /** Null unless it is being solved and something is found already. */
    PlanProgress progress() {
        return status == PlanStatus.SOLVING ? progress : null;
    }

    Long value() {
        return value;
    }

    Long bound() {
        return bound;
    }

    Double gap() {
        return gap;
    }

    Boolean provenOptimal() {
        return provenOptimal;
    }

    Integer assignedRoles() {
        return assignedRoles;
    }

    Integer unassignedRoles() {
        return unassignedRoles;
    }

    String failure() {
        return failure;
    }

    String failureDetail() {
        return failureDetail;
    }

    Instant solvedAt() {
        return solvedAt;
    }

    String publishedBy() {
        return publishedBy;
    }

    UUID supersededBy() {
        return supersededBy;
    }

    Instant supersededAt() {
        return supersededAt;
    }

    UUID replayOf() {
        return replayOf;
    }

    Boolean identical() {
        return identical;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    long version() {
        return version;
    }
}
