package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.plan.policy.AppliedPolicy;
import org.fengong.allocation.plan.policy.Policies;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;

/** Asks for plans, reads and cancels them. */
@ApplicationScoped
class PlanService {
    private static final int MOST_WEEKS_AHEAD = 52;

    private final PlanRepository plans;
    private final PlanJobs jobs;
    private final Policies policies;
    private final ScenarioCheck scenarioCheck;
    private final TeamAccess access;
    private final Caller caller;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            PlanJobs jobs,
            Policies policies,
            ScenarioCheck scenarioCheck,
            TeamAccess access,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.jobs = jobs;
        this.policies = policies;
        this.scenarioCheck = scenarioCheck;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Plan create(CreatePlanRequest request) {
        var teams = request.teamIds().stream()
                .distinct()
                .map(id -> access.requireLedReference(id, "teamIds"))
                .toList();
        var today = teams.get(0).today(clock);
        var current = Weeks.of(today);
        var from = request.fromWeek() == null ? current : request.fromWeek();
        if (from.isBefore(current)) {
            throw new RuleViolatedException(
                    "week-in-the-past", "fromWeek", "%s is in the past; it is %s.".formatted(from, current));
        }
        if (from.isAfter(current.plusWeeks(MOST_WEEKS_AHEAD))) {
            throw new RuleViolatedException(
                    "week-too-far",
                    "fromWeek",
                    "%s is too far ahead; a plan begins by %s.".formatted(from, current.plusWeeks(MOST_WEEKS_AHEAD)));
        }
        if (request.scenario() != null) {
            scenarioCheck.check(request.scenario(), teams);
        }
        if (request.pins() != null) {
            scenarioCheck.checkPins(request.pins(), teams);
        }
        var plan = Plan.create(request, policy(request), from, today, caller.actorName(), clock.instant());
        plans.persist(plan);
        plans.flush();
        jobs.enqueue(plan);
        return plan;
    }

    /**
     * @throws PlanStatusException when it has no result
     * @throws PlanInputDroppedException when its question is not kept any more
     */
    @Transactional
    Plan replay(UUID id) {
        var original = read(id);
        requireLed(original);
        original.requireResult("replayed");
        var plan = Plan.replay(original, caller.actorName(), clock.instant());
        plans.persist(plan);
        plans.flush();
        jobs.enqueue(plan);
        return plan;
    }

    private AppliedPolicy policy(CreatePlanRequest request) {
        if (request.policyKey() == null) {
            if (request.policyVersion() != null) {
                throw new RuleViolatedException(
                        "policy-contradicts", "policyVersion", "A version is of the policy that policyKey names.");
            }
            return request.policy() == null ? Policies.standard() : new AppliedPolicy(null, request.policy());
        }
        if (request.policy() != null) {
            throw new RuleViolatedException(
                    "policy-contradicts", "policyKey", "Name a policy or give its weights, not both.");
        }
        return policies.named(request.teamIds(), request.policyKey(), request.policyVersion());
    }

    /** @throws PlanNotFoundException when it is absent or concerns a team that the caller may not read */
    Plan read(UUID id) {
        return plans.findByIdOptional(id)
                .filter(plan -> mayRead(plan.teamIds()))
                .orElseThrow(() -> new PlanNotFoundException(id));
    }

    /** @throws PlanNotFoundException as {@link #read}; the plan itself is not read, so that it can be locked first */
    List<UUID> readTeamIds(UUID id) {
        var teamIds = plans.teamIds(id);
        if (teamIds.isEmpty() || !mayRead(teamIds)) {
            throw new PlanNotFoundException(id);
        }
        return teamIds;
    }

    @Transactional
    Plan cancel(UUID id) {
        var plan = plans.requireLocked(id);
        requireLed(plan);
        plan.cancel();
        plans.flush();
        return plan;
    }

    /** The plan, locked, which the caller may command. */
    void requireLed(Plan plan) {
        if (!mayRead(plan.teamIds())) {
            throw new PlanNotFoundException(plan.id());
        }
        plan.teamIds().forEach(access::requireLed);
    }

    private boolean mayRead(List<UUID> teamIds) {
        return access.readable().map(teams -> teams.containsAll(teamIds)).orElse(true);
    }
}
