package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.Assignments;
import org.fengong.allocation.assignment.PlannedRole;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;

/** Puts a draft into force: judged once more on what is known now, under locks, and only the difference is applied. */
@ApplicationScoped
class PublishService {
    private final PlanRepository plans;
    private final PlanService planService;
    private final PlanningProblemFactory problems;
    private final PlanAnnouncer announcer;
    private final PlanViews views;
    private final AssignmentReader reader;
    private final Assignments assignments;
    private final org.fengong.allocation.assignment.LoadBook loadBook;
    private final SnapshotReader snapshots;
    private final Caller caller;
    private final Clock clock;

    PublishService(
            PlanRepository plans,
            PlanService planService,
            PlanningProblemFactory problems,
            PlanAnnouncer announcer,
            PlanViews views,
            AssignmentReader reader,
            Assignments assignments,
            org.fengong.allocation.assignment.LoadBook loadBook,
            SnapshotReader snapshots,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.planService = planService;
        this.problems = problems;
        this.announcer = announcer;
        this.views = views;
        this.reader = reader;
        this.assignments = assignments;
        this.loadBook = loadBook;
        this.snapshots = snapshots;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws PlanIsScenarioException when it supposes what is not so
     * @throws PlanStatusException unless it is a draft
     * @throws PlanStaleException when something that it uses got worse
     * @throws CapacityExceededException when members' weeks do not hold it any more
     */
    @Transactional
    Plan publish(UUID id) {
        plans.lockTeams(planService.readTeamIds(id));
        var plan = plans.requireLocked(id);
        planService.requireLed(plan);
        plan.requirePublishable();
        hold(plan);
        var tasks = snapshots.tasks(plan.result().assigned().stream()
                .map(PlanResult.Assigned::taskId)
                .collect(Collectors.toSet()));
        var publication = publication(plan, tasks);
        var weeks = assignments.weeksTouchedBy(publication);
        loadBook.lock(weeks);
        judge(plan, tasks);
        supersedeOthers(plan);
        plan.publish(caller.actorName(), clock.instant());
        plans.putInForce(plan.teamIds(), plan.id());
        announcer.tell(PlanState.PUBLISHED, plan, caller.actorName(), null);
        assignments.publish(publication, weeks);
        plan.teamIds().forEach(team -> plans.lockUnpublishedRepairs(team).forEach(Plan::cancel));
        return plan;
    }

    /** Whatever the plan is judged by or changes stays as it is until the plan is in force. */
    private void hold(Plan plan) {
        snapshots.holdTasks(plan.problem().tasks().stream()
                .map(task -> UUID.fromString(task.id()))
                .toList());
        var members = new HashSet<>(reader.holders(plan.teamIds()));
        plan.result().assigned().forEach(a -> members.add(a.memberId()));
        snapshots.holdMembers(members);
    }

    private void judge(Plan plan, Map<UUID, TaskState> tasks) {
        var titles = tasks.values().stream()
                .collect(Collectors.toMap(task -> task.taskId().toString(), TaskState::title));
        var changes = new ArrayList<String>();
        if (!plans.inForce(plan.teamIds()).equals(plan.basePlans())) {
            changes.add("Another plan of the team was published since.");
        }
        if (plan.fromWeek().isBefore(Weeks.of(LocalDate.now(clock)))) {
            changes.add("The plan begins in %s, which is over.".formatted(plan.fromWeek()));
        }
        var current = currentProblem(plan);
        var kept = kept(plan, current);
        var placements = placements(plan).stream()
                .filter(placement -> !kept.containsKey(placement.roleId()))
                .toList();
        changes.addAll(Staleness.changes(plan.problem(), current, placements, titles));
        changes.addAll(newPins(plan, current, placements));
        changes.addAll(takenSince(plan, kept));
        if (!changes.isEmpty()) {
            throw new PlanStaleException(changes);
        }
        var violations = PlanEvaluator.evaluate(
                        asPlanned(current, plan.problem(), kept.keySet()),
                        Stream.concat(placements.stream(), kept.values().stream())
                                .toList())
                .violations();
        refuseFullWeeks(plan, violations);
        if (!violations.isEmpty()) {
            throw new PlanStaleException(views.complaints(plan, violations));
        }
    }

    /** What a plan made because of news leaves as it is, as it stands now. */
    private static Map<String, Placement> kept(Plan plan, PlanningProblem current) {
        return plan.cause() == null
                ? Map.of()
                : current.fixed().stream()
                        .filter(fixed -> plan.cause().leaves(UUID.fromString(fixed.roleId())))
                        .map(fixed -> new Placement(
                                fixed.roleId(), fixed.memberId(), fixed.startWeek(), fixed.weeklyMinutes()))
                        .collect(Collectors.toMap(Placement::roleId, Function.identity()));
    }

    /** Roles that had nobody when the plan was made, and have somebody now. */
    private List<String> takenSince(Plan plan, Map<String, Placement> kept) {
        var taken = decidedRoles(plan).stream()
                .filter(role -> kept.containsKey(role.toString()))
                .collect(Collectors.toSet());
        if (taken.isEmpty()) {
            return List.of(); // as for every plan that somebody asked for
        }
        return snapshots
                .tasks(reader.standing(plan.teamIds()).stream()
                        .filter(a -> taken.contains(a.roleId()))
                        .map(AssignmentResponse::taskId)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .map(task -> "A role of the task \"%s\" was given to somebody since.".formatted(task.title()))
                .toList();
    }

    /** What a plan made because of news leaves as it is, it does not decide. */
    private static Set<UUID> decidedRoles(Plan plan) {
        var stayed = plan.cause() == null
                ? Set.<UUID>of()
                : plan.problem().fixed().stream()
                        .map(fixed -> UUID.fromString(fixed.roleId()))
                        .filter(plan.cause()::leaves)
                        .collect(Collectors.toSet());
        return plan.problem().tasks().stream()
                .flatMap(task -> task.roles().stream())
                .map(role -> UUID.fromString(role.id()))
                .filter(role -> !stayed.contains(role))
                .collect(Collectors.toSet());
    }

    /** Roles that the lead has pinned since, elsewhere than the plan has them. */
    private List<String> newPins(Plan plan, PlanningProblem current, List<Placement> placements) {
        var placed = placements.stream().collect(Collectors.toMap(Placement::roleId, Function.identity()));
        var decided = decidedRoles(plan);
        var pinnedStarts = current.fixed().stream()
                .filter(fixed -> !fixed.running())
                .collect(Collectors.toMap(FixedAssignment::roleId, FixedAssignment::startWeek));
        var moved = reader.standing(plan.teamIds()).stream()
                .filter(a -> a.pinned() && decided.contains(a.roleId()))
                .filter(a -> {
                    var placement = placed.get(a.roleId().toString());
                    return placement == null
                            || !placement.memberId().equals(a.memberId().toString())
                            || pinnedStarts.getOrDefault(placement.roleId(), placement.startWeek())
                                    != placement.startWeek();
                })
                .map(AssignmentResponse::taskId)
                .collect(Collectors.toSet());
        return snapshots.tasks(moved).values().stream()
                .map(task -> "A role of the task \"%s\" was pinned elsewhere.".formatted(task.title()))
                .toList();
    }

    private static void refuseFullWeeks(Plan plan, List<Finding> violations) {
        var full = violations.stream()
                .filter(finding -> finding.rule() == Rule.CAPACITY)
                .map(finding -> new CapacityExceededException.FullWeek(
                        UUID.fromString(finding.memberId()),
                        plan.fromWeek().plusWeeks(finding.week()),
                        finding.overByMinutes()))
                .toList();
        if (!full.isEmpty()) {
            throw new CapacityExceededException(full);
        }
    }

    /** The same question, asked of what is known now; on the plan's own day, so that hours passed do not count as lost. */
    private PlanningProblem currentProblem(Plan plan) {
        return problems.build(
                new PlanningProblemFactory.Frame(
                        plan.teamIds(),
                        plan.plannedOn(),
                        plan.fromWeek(),
                        plan.weeks(),
                        plan.result().assigned().stream()
                                .map(PlanResult.Assigned::roleId)
                                .collect(Collectors.toSet()),
                        plan.cause()),
                plan.problem().policy(),
                plan.scenario());
    }

    /** With the efforts of the plan: work logged since needs less, and that is no reason to refuse. */
    private static PlanningProblem asPlanned(PlanningProblem current, PlanningProblem planned, Set<String> kept) {
        Map<String, PlanningRole> plannedRoles = planned.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .collect(Collectors.toMap(PlanningRole::id, Function.identity()));
        var tasks = current.tasks().stream()
                .map(task -> new PlanningTask(
                        task.id(),
                        task.importance(),
                        task.earliestStartWeek(),
                        task.dueWeek(),
                        task.goalWeightPermille(),
                        task.together(),
                        task.allowSameMember(),
                        task.roles().stream()
                                .map(role -> plannedRoles.getOrDefault(role.id(), role))
                                .toList(),
                        task.dependsOn()))
                .toList();
        var fixedRoles = planned.fixed().stream().map(f -> f.roleId()).collect(Collectors.toSet());
        return new PlanningProblem(
                current.weeks(),
                current.members(),
                tasks,
                current.outsideEndWeeks(),
                current.fixed().stream()
                        .filter(f -> fixedRoles.contains(f.roleId()) || kept.contains(f.roleId()))
                        .toList(),
                current.published(),
                current.policy());
    }

    /** Every assigned role as the plan has it. */
    static List<Placement> placements(Plan plan) {
        return plan.result().assigned().stream()
                .map(a -> {
                    var start = Weeks.between(plan.fromWeek(), a.startWeek());
                    var last = a.weeks().isEmpty()
                            ? start
                            : Weeks.between(
                                    plan.fromWeek(),
                                    a.weeks().get(a.weeks().size() - 1).week());
                    var minutes = new Integer[last - start + 1];
                    java.util.Arrays.fill(minutes, 0);
                    a.weeks().forEach(w -> minutes[Weeks.between(plan.fromWeek(), w.week()) - start] = w.minutes());
                    return new Placement(a.roleId().toString(), a.memberId().toString(), start, List.of(minutes));
                })
                .toList();
    }

    private Assignments.Publication publication(Plan plan, Map<UUID, TaskState> tasks) {
        var decided = decidedRoles(plan);
        var reasons = views.merits(plan);
        var roles = plan.result().assigned().stream()
                .filter(a -> tasks.containsKey(a.taskId()) && decided.contains(a.roleId()))
                .map(a -> new PlannedRole(
                        a.taskId(),
                        a.roleId(),
                        tasks.get(a.taskId()).teamId(),
                        a.memberId(),
                        a.startWeek(),
                        a.weeks(),
                        a.fit(),
                        reasons.get(a.roleId()),
                        a.nextBest().orElse(null)))
                .toList();
        Set<UUID> offering = snapshots.teams(plan.teamIds()).values().stream()
                .filter(TeamState::offers)
                .map(TeamState::teamId)
                .collect(Collectors.toSet());
        return new Assignments.Publication(
                plan.id(),
                new HashSet<>(plan.teamIds()),
                plan.fromWeek(),
                decided,
                roles,
                offering,
                caller.actorName());
    }

    private void supersedeOthers(Plan plan) {
        var before = new HashMap<>(plans.inForce(plan.teamIds()));
        before.values().stream().distinct().sorted().forEach(id -> {
            var other = plans.requireLocked(id);
            if (other.status() == PlanStatus.PUBLISHED) {
                other.supersede(plan.id(), clock.instant());
                announcer.tell(PlanState.SUPERSEDED, other, caller.actorName(), null);
            }
        });
    }
}
