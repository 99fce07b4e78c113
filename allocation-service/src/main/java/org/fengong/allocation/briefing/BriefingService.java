package org.fengong.allocation.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.briefing.BriefingReceipt.Known;
import org.fengong.allocation.snapshot.MemberForgotten;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.WorkingDays;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.time.Weeks;

@ApplicationScoped
class BriefingService {
    private final EntityManager entityManager;
    private final AssignmentReader assignments;
    private final RoleBriefings roles;
    private final SnapshotReader snapshots;
    private final TeamAccess access;
    private final BriefingConfig config;
    private final Event<BriefingOverdue> overdue;
    private final Clock clock;

    BriefingService(
            EntityManager entityManager,
            AssignmentReader assignments,
            RoleBriefings roles,
            SnapshotReader snapshots,
            TeamAccess access,
            BriefingConfig config,
            Event<BriefingOverdue> overdue,
            Clock clock) {
        this.entityManager = entityManager;
        this.assignments = assignments;
        this.roles = roles;
        this.snapshots = snapshots;
        this.access = access;
        this.config = config;
        this.overdue = overdue;
        this.clock = clock;
    }

    @Transactional
    BriefingResponse ofMember(UUID memberId) {
        requireReadable(memberId);
        return briefing(memberId);
    }

    @Transactional
    BriefingsResponse ofTeam(UUID teamId) {
        access.requireReadable(teamId);
        return briefings(
                assignments.standing(List.of(teamId)),
                snapshots.openTasks(List.of(teamId)).values(),
                a -> a.teamId().equals(teamId));
    }

    @Transactional
    BriefingsResponse ofTask(UUID taskId) {
        var task = snapshots.tasks(List.of(taskId)).values().stream()
                .filter(known -> access.mayRead(known.teamId()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND, "task-not-found", "There is no task %s.".formatted(taskId)));
        return briefings(
                assignments.standingOfTasks(List.of(taskId)),
                task.asksForTime() ? List.of(task) : List.of(),
                a -> a.taskId().equals(taskId));
    }

    /**
     * The member has taken note of everything.
     *
     * @throws BriefingOfSomebodyElseException unless the caller is the member
     * @throws ProblemException 428 without a version, 412 when something changed since it was read
     */
    @Transactional
    BriefingResponse acknowledge(UUID memberId, String ifMatch) {
        requireReadable(memberId);
        if (!access.is(memberId)) {
            throw new BriefingOfSomebodyElseException();
        }
        var seen = EntityTags.requiredVersion(ifMatch);
        entityManager
                .createNativeQuery("insert into briefing_receipt (member_id, acknowledged_at, known)"
                        + " values (:member, :now, '[]') on conflict (member_id) do update set acknowledged_at = :now")
                .setParameter("member", memberId)
                .setParameter("now", clock.instant())
                .executeUpdate(); // and holds the row: of two acknowledgements one comes before the other
        var current = briefing(memberId);
        EntityTags.requireSame(seen, current.version());
        var receipt = entityManager.find(BriefingReceipt.class, memberId);
        receipt.take(
                current.roles().stream()
                        .map(role -> new Known(
                                role.assignmentId(),
                                role.taskId(),
                                role.taskTitle(),
                                role.roleName(),
                                role.weeks().stream().map(WeekMinutes::week).toList()))
                        .toList(),
                clock.instant());
        return current.acknowledged(receipt.acknowledgedAt());
    }

    /** Members who have yet to take note of something of at least that age, of which no lead was told. */
    List<UUID> unaware(int atMost) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select a.member_id from assignment a"
                                + " left join briefing_receipt r on r.member_id = a.member_id"
                                + " left join briefing_reminder t on t.member_id = a.member_id"
                                + " where a.status in ('OFFERED', 'ACTIVE', 'RELEASED')"
                                + " and a.changed_at > coalesce(r.acknowledged_at, '-infinity')"
                                + " and a.changed_at > coalesce(t.told_until, '-infinity')"
                                + " and a.changed_at < :before"
                                + " group by a.member_id order by random() limit :most",
                        UUID.class)
                .setParameter("before", clock.instant().minus(Duration.ofDays(config.workingDays())))
                .setParameter("most", atMost)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Tells of the member's overdue changes once; nothing when there is none, or when another replica just did. */
    @Transactional
    void remind(UUID memberId) {
        entityManager
                .createNativeQuery("insert into briefing_reminder (member_id, told_until) values (:member, 'epoch')"
                        + " on conflict do nothing")
                .setParameter("member", memberId)
                .executeUpdate();
        var reminder = entityManager.find(BriefingReminder.class, memberId, LockModeType.PESSIMISTIC_WRITE);
        var standing = assignments.standingOf(memberId);
        var briefing = briefings(List.of(memberId), standing, a -> true).get(0);
        var news = briefing.changes().stream()
                .filter(change -> reminder.isNew(change.since()))
                .map(BriefingResponse.Change::assignmentId)
                .toList();
        if (briefing.overdue() && !news.isEmpty()) {
            overdue.fire(new BriefingOverdue(
                    memberId,
                    assignments.withIds(news).stream()
                            .map(AssignmentResponse::teamId)
                            .collect(Collectors.toSet())));
            reminder.told(clock.instant());
        }
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        entityManager
                .createQuery("delete from BriefingReceipt r where r.memberId = :member")
                .setParameter("member", forgotten.memberId())
                .executeUpdate();
    }

    private MemberState requireReadable(UUID memberId) {
        return snapshots
                .member(memberId)
                .filter(this::mayRead)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(memberId)));
    }

    private boolean mayRead(MemberState member) {
        return access.readable().isEmpty()
                || access.is(member.memberId())
                || snapshots
                        .teams(member.memberships().stream()
                                .filter(m -> m.to() == null || !m.to().isBefore(LocalDate.now(clock)))
                                .map(MemberState.Membership::teamId)
                                .collect(Collectors.toSet()))
                        .values()
                        .stream()
                        .anyMatch(access::mayLead);
    }

    private BriefingResponse briefing(UUID memberId) {
        return briefings(List.of(memberId), assignments.standingOf(memberId), a -> true)
                .get(0);
    }

    private BriefingsResponse briefings(
            List<AssignmentResponse> standing, Collection<TaskState> tasks, Predicate<AssignmentResponse> about) {
        var taken = standing.stream().map(AssignmentResponse::roleId).collect(Collectors.toSet());
        return new BriefingsResponse(
                briefings(
                        standing.stream()
                                .map(AssignmentResponse::memberId)
                                .distinct()
                                .toList(),
                        standing,
                        about),
                tasks.stream()
                        .flatMap(task -> task.roles().stream()
                                .filter(role -> !role.completed() && !taken.contains(role.roleId()))
                                .map(role -> new BriefingsResponse.OpenRole(
                                        task.taskId(), task.title(), role.roleId(), role.name(), role.effortMinutes())))
                        .toList());
    }

    /**
     * One for each of the members, in the order of their names.
     *
     * @param about which assignments count
     */
    private List<BriefingResponse> briefings(
            Collection<UUID> memberIds, List<AssignmentResponse> standing, Predicate<AssignmentResponse> about) {
        var members = snapshots.members(memberIds);
        var receipts = receipts(memberIds);
        var known = receipts.values().stream()
                .flatMap(receipt -> receipt.known().stream())
                .map(Known::assignmentId)
                .collect(Collectors.toSet());
        Map<UUID, AssignmentResponse> byId = Stream.concat(standing.stream(), assignments.withIds(known).stream())
                .filter(about)
                .collect(Collectors.toMap(AssignmentResponse::id, Function.identity(), (a, same) -> a));
        var owners =
                byId.values().stream().collect(Collectors.toMap(AssignmentResponse::id, AssignmentResponse::memberId));
        var rolesByMember =
                roles.of(standing).stream().collect(Collectors.groupingBy(role -> owners.get(role.assignmentId())));
        var versions = assignments.versions(memberIds);
        return memberIds.stream()
                .map(id -> briefing(
                        id,
                        members.get(id),
                        rolesByMember.getOrDefault(id, List.of()),
                        receipts.get(id),
                        byId,
                        versions.get(id)))
                .sorted(Comparator.comparing(
                                BriefingResponse::displayName, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(BriefingResponse::memberId))
                .toList();
    }

    private BriefingResponse briefing(
            UUID memberId,
            MemberState member,
            List<BriefingResponse.MyRole> mine,
            BriefingReceipt receipt,
            Map<UUID, AssignmentResponse> byId,
            Long version) {
        var zone = member == null ? clock.getZone() : ZoneId.of(member.timeZone());
        var changes = BriefingChanges.between(
                mine,
                receipt == null
                        ? List.of()
                        : receipt.known().stream()
                                .filter(role -> byId.containsKey(role.assignmentId()))
                                .toList(),
                byId,
                Weeks.of(LocalDate.now(clock.withZone(zone))));
        var acknowledgeBy = changes.isEmpty() || member == null
                ? null
                : WorkingDays.end(member, changes.get(0).since(), config.workingDays());
        return new BriefingResponse(
                memberId,
                member == null ? null : member.displayName(),
                mine,
                changes,
                receipt == null ? null : receipt.acknowledgedAt(),
                acknowledgeBy,
                acknowledgeBy != null && !clock.instant().isBefore(acknowledgeBy),
                version == null ? 0 : version);
    }

    private Map<UUID, BriefingReceipt> receipts(Collection<UUID> memberIds) {
        return entityManager
                .createQuery("select r from BriefingReceipt r where r.memberId in :members", BriefingReceipt.class)
                .setParameter("members", memberIds)
                .getResultStream()
                .collect(Collectors.toMap(BriefingReceipt::memberId, Function.identity()));
    }
}
