package org.fengong.allocation.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.assignment.LoadBook.Key;
import org.fengong.allocation.snapshot.MemberTold;
import org.fengong.allocation.snapshot.RoleEstimated;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TaskTold;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Changes assignments: by a published plan, and by what the other services tell. */
@ApplicationScoped
public class Assignments {
    /**
     * A plan that comes into force.
     *
     * @param decidedRoles all roles that the plan decided on; others keep what they have
     * @param roles those of them that somebody gets
     * @param offeringTeams teams whose members are asked before an assignment is active
     */
    public record Publication(
            UUID planId,
            Set<UUID> teamIds,
            YearWeek fromWeek,
            Set<UUID> decidedRoles,
            Collection<PlannedRole> roles,
            Set<UUID> offeringTeams,
            String actor) {}

    /**
     * A lead's decision on one role.
     *
     * @param fromWeek earlier weeks stay as they are
     * @param offered the member is asked before it is active
     */
    public record Decision(
            PlannedRole role, UUID planId, YearWeek fromWeek, boolean pinned, boolean offered, String actor) {}

    /** What a change means to one task. */
    private static final class TaskChange {
        final UUID teamId;

        /** Those that are touched, as they stood. */
        final List<AssignmentResponse> before = new ArrayList<>();

        /** Those by which somebody got a role, or other weeks for it. */
        final Set<UUID> gained = new HashSet<>();

        TaskChange(UUID teamId) {
            this.teamId = teamId;
        }
    }

    private final EntityManager entityManager;
    private final AssignmentReader reader;
    private final LoadBook loadBook;
    private final Conflicts conflicts;
    private final Event<ReplanWanted> replanWanted;
    private final Event<AssignmentsOffered> offered;
    private final Event<AssignmentsWithdrawn> withdrawn;
    private final Event<AssignmentsChanged> changed;
    private final SnapshotReader snapshots;
    private final Outbox outbox;
    private final Clock clock;

    Assignments(
            EntityManager entityManager,
            AssignmentReader reader,
            LoadBook loadBook,
            Conflicts conflicts,
            Event<ReplanWanted> replanWanted,
            Event<AssignmentsOffered> offered,
            Event<AssignmentsWithdrawn> withdrawn,
            Event<AssignmentsChanged> changed,
            SnapshotReader snapshots,
            Outbox outbox,
            Clock clock) {
        this.entityManager = entityManager;
        this.reader = reader;
        this.loadBook = loadBook;
        this.conflicts = conflicts;
        this.replanWanted = replanWanted;
        this.offered = offered;
        this.withdrawn = withdrawn;
        this.changed = changed;
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The weeks that a publication changes, to be locked before the plan is judged. */
    public Set<Key> weeksTouchedBy(Publication publication) {
        var weeks = new HashSet<Key>();
        publication.roles().forEach(role -> role.weeks().forEach(w -> weeks.add(new Key(role.memberId(), w.week()))));
        reader.standingEntities(publication.teamIds())
                .forEach(a -> a.standing().forEach(w -> weeks.add(new Key(a.memberId(), w.week()))));
        return weeks;
    }

    /** Applies the difference: what stays as it is keeps its id and tells nobody. The weeks are locked already. */
    public void publish(Publication publication, Set<Key> lockedWeeks) {
        var planned = publication.roles().stream().collect(Collectors.toMap(PlannedRole::roleId, Function.identity()));
        var standing = reader.standingEntities(publication.teamIds()).stream()
                .filter(a -> publication.decidedRoles().contains(a.roleId()))
                .collect(Collectors.toMap(Assignment::roleId, Function.identity()));
        var changes = new HashMap<UUID, TaskChange>();
        var taken = standing.values().stream()
                .filter(a -> {
                    var role = planned.get(a.roleId());
                    return role == null || !role.memberId().equals(a.memberId());
                })
                .toList();
        withdraw(taken, publication.actor(), "replanned");
        taken.forEach(a -> {
            lost(changes, a);
            a.release(ReleaseCause.REPLANNED, reader.today(a.teamId()), clock.instant());
        });
        entityManager.flush(); // a role is released before it is given to somebody else: the unique index holds
        var given = new ArrayList<Assignment>();
        for (var role : publication.roles()) {
            var known = standing.get(role.roleId());
            if (known != null && known.stands()) {
                if (!known.isAsPlanned(role, publication.fromWeek())) {
                    lost(changes, known);
                    gained(changes, known);
                    known.replan(role, publication.planId(), publication.fromWeek(), clock.instant());
                }
            } else {
                var assignment = Assignment.of(
                        role,
                        publication.planId(),
                        publication.offeringTeams().contains(role.teamId()),
                        clock.instant());
                entityManager.persist(assignment);
                gained(changes, assignment);
                given.add(assignment);
            }
        }
        offer(given, publication.actor());
        tell(changes, publication.planId(), publication.actor(), "plan-published");
        tellLoads(lockedWeeks, "plan-published");
    }

    /** Gives the role to the decided member, whoever has it. The team's plans and the task are locked already. */
    public AssignmentResponse decide(Decision decision) {
        var role = decision.role();
        var standing = reader.standingEntitiesOfRole(role.roleId());
        var weeks = weeks(standing);
        role.weeks().forEach(w -> weeks.add(new Key(role.memberId(), w.week())));
        loadBook.lock(weeks);
        var changes = new HashMap<UUID, TaskChange>();
        withdraw(
                standing.stream()
                        .filter(a -> !decision.offered() || !a.memberId().equals(role.memberId()))
                        .toList(),
                decision.actor(),
                "overridden");
        Assignment decided = null;
        for (var a : standing) {
            lost(changes, a);
            if (a.memberId().equals(role.memberId())) {
                decided = a;
            } else {
                a.release(ReleaseCause.OVERRIDDEN, reader.today(a.teamId()), clock.instant());
            }
        }
        entityManager.flush(); // released before it is given to somebody else: the unique index holds
        if (decided == null) {
            decided = Assignment.of(role, decision.planId(), decision.offered(), clock.instant());
            entityManager.persist(decided);
            offer(List.of(decided), decision.actor());
        } else {
            if (!decision.offered()) {
                decided.activate();
            }
            decided.replan(role, decision.planId(), decision.fromWeek(), clock.instant());
        }
        decided.decidedByLead(decision.pinned());
        gained(changes, decided);
        tell(changes, decision.planId(), decision.actor(), "overridden");
        tellLoads(weeks, "overridden");
        return AssignmentResponse.of(decided);
    }

    /** @throws AssignmentEndedException when it stands no more */
    public AssignmentResponse pin(UUID id, boolean pinned) {
        var assignment = entityManager.find(Assignment.class, id, LockModeType.PESSIMISTIC_WRITE);
        assignment.pin(pinned);
        entityManager.flush(); // gives the version
        return reader.named(List.of(AssignmentResponse.of(assignment))).get(0);
    }

    /** Keeps everything that could change the assignment from doing so until the transaction ends. */
    public void hold(UUID id) {
        var assignment = entityManager.find(Assignment.class, id);
        loadBook.lock(weeks(List.of(assignment)));
        entityManager.refresh(assignment);
    }

    /** The member has agreed. The assignment is held and offered. */
    public void accept(UUID id, String actor) {
        var assignment = entityManager.find(Assignment.class, id);
        assignment.activate();
        var changes = new HashMap<UUID, TaskChange>();
        gained(changes, assignment);
        tell(changes, assignment.planId(), actor, "offer-accepted");
    }

    /**
     * The member does not take it. The assignment is held and offered.
     *
     * @param declined false when the time was over
     * @param replan whether a plan is to find somebody else
     */
    public void giveBack(UUID id, boolean declined, String actor, boolean replan) {
        var assignment = entityManager.find(Assignment.class, id);
        var reason = declined ? "offer-declined" : "offer-expired";
        var changes = new HashMap<UUID, TaskChange>();
        lost(changes, assignment);
        change(
                List.of(assignment),
                a -> a.release(
                        declined ? ReleaseCause.DECLINED : ReleaseCause.EXPIRED,
                        reader.today(a.teamId()),
                        clock.instant()),
                reason);
        tell(changes, null, actor, reason);
        if (replan) {
            replanWanted.fire(new ReplanWanted(
                    assignment.teamId(),
                    declined ? ReplanCause.OFFER_DECLINED : ReplanCause.OFFER_EXPIRED,
                    assignment.memberId()));
        }
    }

    private void offer(List<Assignment> given, String actor) {
        var asked = given.stream()
                .filter(Assignment::isOffered)
                .map(AssignmentResponse::of)
                .toList();
        if (!asked.isEmpty()) {
            entityManager.flush(); // an offer names its assignment
            offered.fire(new AssignmentsOffered(asked, actor));
        }
    }

    private void withdraw(List<Assignment> taken, String actor, String reason) {
        var unanswered =
                taken.stream().filter(Assignment::isOffered).map(Assignment::id).collect(Collectors.toSet());
        if (!unanswered.isEmpty()) {
            withdrawn.fire(new AssignmentsWithdrawn(unanswered, actor, reason));
        }
    }

    void taskTold(@Observes TaskTold told) {
        var task = told.task();
        var completedRoles = task.roles().stream()
                .filter(TaskState.Role::completed)
                .map(TaskState.Role::roleId)
                .collect(Collectors.toSet());
        var roleIds = task.roles().stream().map(TaskState.Role::roleId).collect(Collectors.toSet());
        var standing = reader.standingEntitiesOfTasks(Set.of(task.taskId()));
        var completed = standing.stream()
                .filter(a -> task.completed() || completedRoles.contains(a.roleId()))
                .toList();
        loadBook.lock(weeks(completed));
        withdraw(completed, task.actor(), "role-completed");
        change(completed, a -> a.complete(reader.today(a.teamId()), clock.instant()), "role-completed");
        release(
                standing.stream()
                        .filter(a -> a.stands() && (task.cancelled() || !roleIds.contains(a.roleId())))
                        .toList(),
                ReleaseCause.TASK_CANCELLED,
                task.actor(),
                "task-cancelled");
        conflicts.recheck(standing.stream().map(Assignment::memberId).collect(Collectors.toSet()));
    }

    void roleEstimated(@Observes RoleEstimated told) {
        snapshots.lockTask(told.taskId());
        var standing = reader.standingEntitiesOfRole(told.roleId());
        var changes = new HashMap<UUID, TaskChange>();
        standing.forEach(a -> {
            lost(changes, a);
            gained(changes, a);
        });
        change(
                standing,
                a -> a.estimate(told.estimateToCompleteMinutes(), reader.today(a.teamId()), clock.instant()),
                "estimate-changed");
        tell(changes, null, null, "estimate-changed");
    }

    /** Capacity may have changed in any week, and who has left keeps nothing. */
    void memberTold(@Observes MemberTold told) {
        var member = told.member();
        if (!member.active()) {
            release(reader.standingEntitiesOfMember(member.memberId()), ReleaseCause.MEMBER_LEFT, null, "member-left");
        }
        var weeks = loadBook.weeksOf(member.memberId(), Weeks.of(LocalDate.now(clock)));
        loadBook.lock(weeks);
        loadBook.tell(weeks, "capacity-changed");
        conflicts.memberTold(told, reader.standingEntitiesOfMember(member.memberId()));
    }

    private void release(List<Assignment> assignments, ReleaseCause cause, String actor, String reason) {
        loadBook.lock(weeks(assignments));
        withdraw(assignments, actor, reason);
        var changes = new HashMap<UUID, TaskChange>();
        assignments.forEach(a -> lost(changes, a));
        change(assignments, a -> a.release(cause, reader.today(a.teamId()), clock.instant()), reason);
        tell(changes, null, actor, reason);
        var why = cause == ReleaseCause.MEMBER_LEFT ? ReplanCause.MEMBER_LEFT : ReplanCause.TIME_FREED;
        assignments.stream()
                .map(a -> new ReplanWanted(a.teamId(), why, a.memberId()))
                .distinct()
                .sorted(Comparator.comparing(ReplanWanted::teamId))
                .forEach(replanWanted::fire);
    }

    private void change(List<Assignment> assignments, Consumer<Assignment> effect, String cause) {
        if (assignments.isEmpty()) {
            return;
        }
        var weeks = weeks(assignments);
        loadBook.lock(weeks);
        assignments.forEach(effect);
        tellLoads(weeks, cause);
    }

    /** Those in which they stand, and the current one. */
    private Set<Key> weeks(List<Assignment> assignments) {
        var weeks = new HashSet<Key>();
        assignments.forEach(a -> {
            a.standing().forEach(w -> weeks.add(new Key(a.memberId(), w.week())));
            weeks.add(new Key(a.memberId(), Weeks.of(reader.today(a.teamId()))));
        });
        return weeks;
    }

    private void tellLoads(Set<Key> weeks, String cause) {
        loadBook.tell(weeks, cause);
        conflicts.recheck(weeks.stream().map(Key::memberId).collect(Collectors.toSet()));
    }

    private static void lost(Map<UUID, TaskChange> changes, Assignment a) {
        changes.computeIfAbsent(a.taskId(), id -> new TaskChange(a.teamId()))
                .before
                .add(AssignmentResponse.of(a));
    }

    private static void gained(Map<UUID, TaskChange> changes, Assignment a) {
        changes.computeIfAbsent(a.taskId(), id -> new TaskChange(a.teamId()))
                .gained
                .add(a.id());
    }

    private void tell(Map<UUID, TaskChange> changes, UUID planId, String actor, String reason) {
        if (changes.isEmpty()) {
            return;
        }
        entityManager.flush();
        var standing = reader.standingEntitiesOfTasks(changes.keySet()).stream()
                .collect(Collectors.groupingBy(Assignment::taskId));
        nextVersions(changes.keySet()).forEach((taskId, version) -> {
            var change = changes.get(taskId);
            outbox.append(
                    AllocationTopics.ASSIGNMENT,
                    taskId,
                    change.gained.isEmpty() ? TaskAssignments.UNASSIGNED : TaskAssignments.ASSIGNED,
                    new TaskAssignments(
                            taskId,
                            change.teamId,
                            version,
                            version,
                            clock.instant(),
                            planId,
                            standing.getOrDefault(taskId, List.of()).stream()
                                    .map(TaskAssignments.Item::of)
                                    .toList(),
                            change.before.stream()
                                    .map(a -> new TaskAssignments.Holder(a.roleId(), a.memberId()))
                                    .toList(),
                            actor,
                            reason));
        });
        changed.fire(new AssignmentsChanged(
                changes.entrySet().stream()
                        .map(entry -> task(
                                entry.getKey(), entry.getValue(), standing.getOrDefault(entry.getKey(), List.of())))
                        .toList(),
                planId,
                actor,
                reason));
    }

    private static AssignmentsChanged.Task task(UUID taskId, TaskChange change, List<Assignment> standing) {
        var byTouch = standing.stream()
                .map(AssignmentResponse::of)
                .collect(Collectors.partitioningBy(a -> change.gained.contains(a.id())));
        return new AssignmentsChanged.Task(taskId, change.teamId, change.before, byTouch.get(true), byTouch.get(false));
    }

    /** Counts what is told of each task; the rows are locked in one order. */
    private Map<UUID, Long> nextVersions(Set<UUID> taskIds) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "insert into task_assignment_version as v (task_id, version)"
                                + " select id, 1 from unnest(cast(:tasks as uuid[])) as t (id) order by id"
                                + " on conflict (task_id) do update set version = v.version + 1"
                                + " returning task_id, version",
                        Tuple.class)
                .setParameter("tasks", taskIds.toArray(UUID[]::new))
                .getResultList();
        var versions = new TreeMap<UUID, Long>();
        rows.forEach(row -> versions.put(((Tuple) row).get(0, UUID.class), ((Tuple) row).get(1, Long.class)));
        return versions;
    }
}
