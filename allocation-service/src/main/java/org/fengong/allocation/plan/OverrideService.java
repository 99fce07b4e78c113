package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.Assignments;
import org.fengong.allocation.assignment.PlannedRole;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.allocation.solver.PlanExplainer;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * A lead gives a role of the plan in force to whom the lead wants. It may break rules and exceed capacity; the answer says
 * which and by how much, and what it costs by the plan's own policy.
 */
@ApplicationScoped
class OverrideService {
    private final PlanRepository plans;
    private final PlanService planService;
    private final PlanningProblemFactory problems;
    private final PlanViews views;
    private final AssignmentReader reader;
    private final Assignments assignments;
    private final SnapshotReader snapshots;
    private final Caller caller;

    OverrideService(
            PlanRepository plans,
            PlanService planService,
            PlanningProblemFactory problems,
            PlanViews views,
            AssignmentReader reader,
            Assignments assignments,
            SnapshotReader snapshots,
            Caller caller) {
        this.plans = plans;
        this.planService = planService;
        this.problems = problems;
        this.views = views;
        this.reader = reader;
        this.assignments = assignments;
        this.snapshots = snapshots;
        this.caller = caller;
    }

    /** The division of labour as it stands, from the first week on that can still be decided. */
    private record Scene(PlanningProblem problem, YearWeek fromWeek, Map<String, Placement> placements) {
        PlanningMember member(UUID id) {
            return problem.members().stream()
                    .filter(member -> member.id().equals(id.toString()))
                    .findFirst()
                    .orElseThrow(() -> new UnknownReferenceException("member", "memberId", id));
        }

        PlanningRole role(UUID id) {
            return problem.tasks().stream()
                    .flatMap(task -> task.roles().stream())
                    .filter(role -> role.id().equals(id.toString()))
                    .findFirst()
                    .orElseThrow(() -> unknownRole(id));
        }

        /** Minutes of the member's other roles, and of other teams, in a week. */
        int otherLoad(PlanningMember member, String roleId, int week) {
            return member.standingMinutes().get(week)
                    + placements.values().stream()
                            .filter(p -> p.memberId().equals(member.id())
                                    && !p.roleId().equals(roleId))
                            .mapToInt(p -> p.minutesIn(week))
                            .sum();
        }

        List<Placement> with(Placement decided) {
            var all = new HashMap<>(placements);
            all.put(decided.roleId(), decided);
            return List.copyOf(all.values());
        }
    }

    /**
     * @throws PlanStatusException unless the plan is in force
     * @throws RuleViolatedException when the week is none that is left of the plan, or the role has nothing left to do
     * @throws UnknownReferenceException when the member is not one of the teams'
     */
    @Transactional
    OverrideResponse override(UUID planId, OverrideRequest request) {
        plans.lockTeams(planService.readTeamIds(planId));
        var plan = plans.requireLocked(planId);
        planService.requireLed(plan);
        plan.requireInForce();
        var taskId =
                snapshots.taskOfRole(plan.teamIds(), request.roleId()).orElseThrow(() -> unknownRole(request.roleId()));
        hold(plan, taskId, request.memberId());
        var scene = scene(plan, request.startWeek());
        var member = scene.member(request.memberId());
        var role = scene.role(request.roleId());
        var placement = placement(scene, role, member, Weeks.between(scene.fromWeek(), request.startWeek()));
        var before = PlanEvaluator.evaluate(
                scene.problem(), List.copyOf(scene.placements().values()));
        var after = PlanEvaluator.evaluate(scene.problem(), scene.with(placement));
        var previous = scene.placements().get(role.id());
        return new OverrideResponse(
                planId,
                taskId,
                request.roleId(),
                request.memberId(),
                previous == null ? null : UUID.fromString(previous.memberId()),
                after.costs().total() - before.costs().total(),
                before.costs(),
                after.costs(),
                views.brokenRules(
                        newlyBroken(before.violations(), after.violations()), scene.fromWeek(), taskByRole(scene)),
                weeks(scene, member, placement),
                request.isDryRun() ? null : decide(plan, request, taskId, scene, placement));
    }

    private static RuleViolatedException unknownRole(UUID roleId) {
        return new RuleViolatedException(
                "unknown-role",
                "roleId",
                "The plan's teams have no open task with a role %s that has work left.".formatted(roleId));
    }

    /** Task before members: the order in which the events lock, too. */
    private void hold(Plan plan, UUID taskId, UUID memberId) {
        snapshots.holdTasks(List.of(taskId));
        var members = new HashSet<>(reader.holders(plan.teamIds()));
        members.add(memberId);
        snapshots.holdMembers(members);
    }

    private Scene scene(Plan plan, YearWeek startWeek) {
        var today = reader.today(plan.teamIds().get(0));
        var current = Weeks.of(today);
        var from = plan.fromWeek().isBefore(current) ? current : plan.fromWeek();
        var last = plan.fromWeek().plusWeeks(plan.weeks() - 1L);
        if (startWeek.isBefore(from) || startWeek.isAfter(last)) {
            throw new RuleViolatedException(
                    "week-outside-plan",
                    "startWeek",
                    "%s is none of the weeks that are left of the plan; it ends in %s.".formatted(startWeek, last));
        }
        var standing = reader.standing(plan.teamIds());
        var problem = problems.build(
                new PlanningProblemFactory.Frame(
                        plan.teamIds(), today, from, Weeks.between(from, last) + 1, Set.of(), null),
                plan.problem().policy().withMaxChanges(null)); // the limit is the plan's, not the lead's
        var roleIds = problem.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .map(PlanningRole::id)
                .collect(Collectors.toSet());
        var memberIds = problem.members().stream().map(PlanningMember::id).collect(Collectors.toSet());
        return new Scene(
                // nothing is fixed for a lead: all minutes count against the capacity, and what breaks is named
                new PlanningProblem(
                        problem.weeks(),
                        problem.members(),
                        problem.tasks(),
                        problem.outsideEndWeeks(),
                        List.of(),
                        problem.published(),
                        problem.policy()),
                from,
                standing.stream()
                        .filter(a -> roleIds.contains(a.roleId().toString())
                                && memberIds.contains(a.memberId().toString()))
                        .map(a -> standing(a, from))
                        .collect(Collectors.toMap(Placement::roleId, Function.identity())));
    }

    private static Placement standing(AssignmentResponse a, YearWeek from) {
        var start = Math.max(0, Weeks.between(from, a.startWeek()));
        var minutes = new ArrayList<Integer>(List.of(0));
        for (var w : a.weeks()) {
            var week = Weeks.between(from, w.week()) - start;
            if (week >= 0) {
                while (minutes.size() <= week) {
                    minutes.add(0);
                }
                minutes.set(week, w.minutes());
            }
        }
        return new Placement(a.roleId().toString(), a.memberId().toString(), start, minutes);
    }

    /** Where the member has time from the start week on; without any, by the capacity. */
    private static Placement placement(Scene scene, PlanningRole role, PlanningMember member, int start) {
        var maxLoadPercent = scene.problem().policy().maxLoadPercent();
        var capacity =
                member.capacityMinutes().stream().mapToInt(Integer::intValue).toArray();
        var free = IntStream.range(0, capacity.length)
                .map(week -> Math.max(
                        0,
                        (int) ((long) capacity[week] * maxLoadPercent / 100)
                                - scene.otherLoad(member, role.id(), week)))
                .toArray();
        // the lead names the week in which it begins, full or not
        var minutes = EffortSplit.whateverIsFree(
                role.effortMinutes(), role.spanWeeks(), start, free[start] == 0 ? capacity : free, capacity);
        return new Placement(
                role.id(), member.id(), start, Arrays.stream(minutes).boxed().toList());
    }

    /** Those that break only now, or by more minutes than before. */
    private static List<Finding> newlyBroken(List<Finding> before, List<Finding> after) {
        var known = new HashMap<List<Object>, Integer>();
        before.forEach(finding -> known.merge(place(finding), finding.overByMinutes(), Math::max));
        return after.stream()
                .filter(finding ->
                        !known.containsKey(place(finding)) || known.get(place(finding)) < finding.overByMinutes())
                .toList();
    }

    private static List<Object> place(Finding finding) {
        return Arrays.asList(finding.rule(), finding.roleId(), finding.memberId(), finding.week());
    }

    private static Map<UUID, UUID> taskByRole(Scene scene) {
        var tasks = new HashMap<UUID, UUID>();
        scene.problem()
                .tasks()
                .forEach(task -> task.roles()
                        .forEach(role -> tasks.put(UUID.fromString(role.id()), UUID.fromString(task.id()))));
        return tasks;
    }

    private static List<OverrideResponse.Week> weeks(Scene scene, PlanningMember member, Placement placement) {
        return PlanResultFactory.weeks(placement, scene.fromWeek()).stream()
                .map(w -> {
                    var week = Weeks.between(scene.fromWeek(), w.week());
                    return week >= scene.problem().weeks()
                            ? new OverrideResponse.Week(w.week(), w.minutes(), null, null)
                            : new OverrideResponse.Week(
                                    w.week(),
                                    w.minutes(),
                                    w.minutes() + scene.otherLoad(member, placement.roleId(), week),
                                    member.capacityMinutes().get(week));
                })
                .toList();
    }

    private AssignmentResponse decide(
            Plan plan, OverrideRequest request, UUID taskId, Scene scene, Placement placement) {
        TaskState task = snapshots.tasks(List.of(taskId)).get(taskId);
        var fit = PlanExplainer.fitPermille(scene.role(request.roleId()), scene.member(request.memberId())) / 1000.0;
        return assignments.decide(new Assignments.Decision(
                new PlannedRole(
                        taskId,
                        request.roleId(),
                        task.teamId(),
                        request.memberId(),
                        request.startWeek(),
                        PlanResultFactory.weeks(placement, scene.fromWeek()),
                        fit,
                        request.reason() == null ? "the lead's decision" : request.reason(),
                        null),
                plan.id(),
                scene.fromWeek(),
                request.pins(),
                !request.isOutright()
                        && snapshots.team(task.teamId()).map(TeamState::offers).orElse(false),
                caller.actorName()));
    }
}
