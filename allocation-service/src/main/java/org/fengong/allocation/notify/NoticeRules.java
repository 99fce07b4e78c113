package org.fengong.allocation.notify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.AssignmentsChanged;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.briefing.BriefingOverdue;
import org.fengong.allocation.notify.Notices.Notice;
import org.fengong.allocation.offer.OfferResponse;
import org.fengong.allocation.offer.OfferStatus;
import org.fengong.allocation.offer.OffersChanged;
import org.fengong.allocation.plan.RepairProposed;
import org.fengong.allocation.request.RequestTold;
import org.fengong.allocation.snapshot.CommentTold;
import org.fengong.allocation.snapshot.DepartmentState;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TaskTold;
import org.fengong.allocation.snapshot.TeamState;

/**
 * Who is told what when the division of labour changes (P4): docs/notifications.md has the table. Each rule asks the
 * database the same few questions, however much changes at once.
 */
@ApplicationScoped
class NoticeRules {
    /** Changes that the member made or hears of otherwise. */
    private static final Set<String> NOT_TAKEN_BACK = Set.of("offer-declined", "offer-expired", "member-left");

    private final Notices notices;
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;

    NoticeRules(Notices notices, AssignmentReader assignments, SnapshotReader snapshots) {
        this.notices = notices;
        this.assignments = assignments;
        this.snapshots = snapshots;
    }

    void offersChanged(@Observes OffersChanged changed) {
        var told = changed.offers().stream()
                .filter(offer -> offer.status() == OfferStatus.PENDING
                        || offer.status() == OfferStatus.DECLINED
                        || offer.status() == OfferStatus.EXPIRED)
                .toList();
        var tasks = snapshots.tasks(told.stream().map(OfferResponse::taskId).collect(toSet()));
        var teams = snapshots.teams(told.stream().map(OfferResponse::teamId).collect(toSet()));
        var members =
                snapshots.members(told.stream().map(OfferResponse::memberId).collect(toSet()));
        notices.tell(told.stream()
                .flatMap(offer -> {
                    var subject = about(tasks.get(offer.taskId()), offer.teamId(), offer.taskId())
                            .assignment(offer.assignmentId())
                            .offer(offer.id())
                            .with(NoticeSubject.ROLE_NAME, roleName(tasks.get(offer.taskId()), offer.roleId()))
                            .with(NoticeSubject.MEMBER_NAME, name(members.get(offer.memberId())))
                            .with(NoticeSubject.RESPOND_BY, offer.respondBy())
                            .with(NoticeSubject.REASON, offer.reason());
                    var lead = lead(teams.get(offer.teamId()));
                    return switch (offer.status()) {
                        case PENDING -> Stream.of(new Notice(offer.memberId(), NoticeKind.ASSIGNMENT_OFFERED, subject));
                        case DECLINED -> Stream.of(new Notice(lead, NoticeKind.OFFER_DECLINED, subject));
                        default ->
                            Stream.of(
                                    new Notice(offer.memberId(), NoticeKind.OFFER_EXPIRED, subject),
                                    new Notice(lead, NoticeKind.OFFER_EXPIRED, subject));
                    };
                })
                .toList());
    }

    void repairProposed(@Observes RepairProposed proposed) {
        snapshots
                .team(proposed.teamId())
                .filter(team -> team.leadId() != null)
                .ifPresent(team -> notices.tell(
                        Set.of(team.leadId()),
                        NoticeKind.PLAN_PROPOSED,
                        NoticeSubject.ofTeam(team.teamId())
                                .plan(proposed.planId())
                                .with(NoticeSubject.TEAM_NAME, team.name())
                                .with(NoticeSubject.REASON, proposed.causes().get(0))));
    }

    /** The department hears that it is asked and that it is asked no more, the team that it is answered. */
    void requestTold(@Observes RequestTold told) {
        var task = snapshots.tasks(Set.of(told.taskId())).get(told.taskId());
        var department = snapshots.departments(Set.of(told.departmentId())).get(told.departmentId());
        var team = snapshots.team(told.teamId()).orElse(null);
        var subject = about(task, told.teamId(), told.taskId())
                .with(NoticeSubject.REQUEST_ID, told.requestId())
                .with(NoticeSubject.TEAM_NAME, team == null ? null : team.name())
                .with(NoticeSubject.DEPARTMENT_NAME, department == null ? null : department.name())
                .with(NoticeSubject.REASON, told.status());
        switch (told.status()) {
            case OPEN -> notices.tell(leadAndContacts(department), NoticeKind.REQUEST_OPENED, subject);
            case ACCEPTED, DECLINED ->
                notices.tell(Collections.singleton(lead(team)), NoticeKind.REQUEST_ANSWERED, subject);
            case WITHDRAWN -> notices.tell(leadAndContacts(department), NoticeKind.REQUEST_WITHDRAWN, subject);
        }
    }

    private static Set<UUID> leadAndContacts(DepartmentState department) {
        var asked = new HashSet<UUID>();
        if (department != null) {
            asked.addAll(department.contactIds());
            asked.add(department.leadId());
        }
        return asked;
    }

    /** Who is mentioned, and of the others who is responsible for the task or accountable for it. */
    void commentTold(@Observes CommentTold told) {
        var task = snapshots.tasks(Set.of(told.taskId())).get(told.taskId());
        var author = snapshots.members(actors(told.actor())).values().stream()
                .map(MemberState::displayName)
                .findFirst()
                .orElse(null);
        var subject = about(task, told.teamId(), told.taskId())
                .with(NoticeSubject.COMMENT_ID, told.commentId())
                .with(NoticeSubject.MEMBER_NAME, author);
        var concerned = assignments.standingOfTasks(Set.of(told.taskId())).stream()
                .map(AssignmentResponse::memberId)
                .collect(toSet());
        if (task != null && task.ownerId() != null) {
            concerned.add(task.ownerId());
        }
        concerned.removeAll(told.mentions());
        notices.tell(without(
                told.actor(),
                Stream.concat(
                                told.mentions().stream()
                                        .map(member -> new Notice(member, NoticeKind.MENTIONED, subject)),
                                concerned.stream().map(member -> new Notice(member, NoticeKind.COMMENTED, subject)))
                        .toList()));
    }

    private static Set<UUID> actors(String actor) {
        try {
            return actor == null ? Set.of() : Set.of(UUID.fromString(actor));
        } catch (IllegalArgumentException e) {
            return Set.of(); // a system
        }
    }

    void briefingOverdue(@Observes BriefingOverdue overdue) {
        var name = snapshots
                .member(overdue.memberId())
                .map(MemberState::displayName)
                .orElse(null);
        snapshots
                .teams(overdue.teamIds())
                .values()
                .forEach(team -> notices.tell(
                        Collections.singleton(team.leadId()),
                        NoticeKind.BRIEFING_UNACKNOWLEDGED,
                        NoticeSubject.ofTeam(team.teamId())
                                .with(NoticeSubject.TEAM_NAME, team.name())
                                .with(NoticeSubject.MEMBER_NAME, name)));
    }

    /** Those who wait for a task hear of its end, and so does its owner, who accepts what others have completed. */
    void taskTold(@Observes TaskTold told) {
        var task = told.task();
        if (told.before() == null || task.status().equals(told.before().status())) {
            return;
        }
        if (task.cancelled() || task.completed()) {
            var subject = about(task, task.teamId(), task.taskId()).with(NoticeSubject.REASON, task.reason());
            var kind = task.cancelled() ? NoticeKind.DEPENDENCY_CANCELLED : NoticeKind.DEPENDENCY_COMPLETED;
            var ended = new ArrayList<>(toThoseWhoWait(Map.of(task.taskId(), new Notice(null, kind, subject))));
            if (task.ownerId() != null) {
                ended.add(new Notice(
                        task.ownerId(),
                        task.cancelled() ? NoticeKind.OWNED_TASK_CANCELLED : NoticeKind.OWNED_TASK_COMPLETED,
                        subject));
            }
            notices.tell(without(task.actor(), ended));
        }
    }

    void assignmentsChanged(@Observes AssignmentsChanged changed) {
        if (changed.reason().equals("offer-accepted")) {
            return;
        }
        var tasks = snapshots.tasks(
                changed.tasks().stream().map(AssignmentsChanged.Task::taskId).collect(toSet()));
        var teams = snapshots.teams(
                changed.tasks().stream().map(AssignmentsChanged.Task::teamId).collect(toSet()));
        var told = new ArrayList<>(toThoseWhoWait(moved(changed, tasks)));
        told.addAll(toOwners(changed, tasks, teams));
        if (!changed.reason().equals("estimate-changed")) {
            told.addAll(toHolders(changed, tasks));
            told.addAll(toDepartments(changed, tasks, teams));
        }
        notices.tell(without(changed.actor(), told));
    }

    private static List<Notice> toHolders(AssignmentsChanged changed, Map<UUID, TaskState> tasks) {
        var told = new ArrayList<Notice>();
        for (var task : changed.tasks()) {
            var before = byId(task.before());
            for (var now : task.after()) {
                kindOf(before.get(now.id()), now)
                        .forEach(kind -> told.add(
                                new Notice(now.memberId(), kind, about(tasks.get(now.taskId()), now, changed))));
            }
            var after = byId(task.after());
            task.before().stream()
                    .filter(was -> !after.containsKey(was.id()) && !NOT_TAKEN_BACK.contains(changed.reason()))
                    .forEach(was -> told.add(new Notice(
                            was.memberId(),
                            NoticeKind.ASSIGNMENT_TAKEN_BACK,
                            about(tasks.get(was.taskId()), was, changed))));
        }
        return told;
    }

    /** None when there is nothing to tell: of a new offer {@link #offersChanged} tells. */
    private static Stream<NoticeKind> kindOf(AssignmentResponse was, AssignmentResponse now) {
        var active = now.status() == AssignmentStatus.ACTIVE;
        if (active && (was == null || was.status() == AssignmentStatus.OFFERED)) {
            return Stream.of(NoticeKind.ASSIGNED);
        }
        return was == null || was.weeks().equals(now.weeks()) ? Stream.of() : Stream.of(NoticeKind.ASSIGNMENT_MOVED);
    }

    /** Owners hear when their task is planned, planned otherwise, or no longer; who leads the team knows it as lead. */
    private static List<Notice> toOwners(
            AssignmentsChanged changed, Map<UUID, TaskState> tasks, Map<UUID, TeamState> teams) {
        return changed.tasks().stream()
                .filter(task -> tasks.containsKey(task.taskId())
                        && tasks.get(task.taskId()).asksForTime())
                .filter(task -> !span(task.stood()).equals(span(task.stand())))
                .map(task -> new Notice(
                        tasks.get(task.taskId()).ownerId(),
                        NoticeKind.OWNED_TASK_PLANNED,
                        spanning(about(tasks.get(task.taskId()), task.teamId(), task.taskId()), task.stand())
                                .plan(changed.planId())
                                .with(NoticeSubject.REASON, changed.reason())))
                .filter(notice -> notice.memberId() != null
                        && !notice.memberId()
                                .equals(lead(teams.get(notice.subject().teamId()))))
                .toList();
    }

    /**
     * The contacts of a department hear when a role that names it is planned, or planned otherwise, or nobody has it any
     * more. With the end of a task another department hears that it is not asked any more.
     */
    private List<Notice> toDepartments(
            AssignmentsChanged changed, Map<UUID, TaskState> tasks, Map<UUID, TeamState> teams) {
        var kinds = new LinkedHashMap<AssignmentResponse, NoticeKind>();
        for (var task : changed.tasks()) {
            task.after().forEach(now -> kinds.put(now, NoticeKind.DEPARTMENT_ROLE_PLANNED));
            var held = task.stand().stream().map(AssignmentResponse::roleId).collect(toSet());
            task.before().stream()
                    .filter(was -> !held.contains(was.roleId()))
                    .forEach(was -> kinds.put(was, NoticeKind.DEPARTMENT_ROLE_FREED));
        }
        kinds.keySet().removeIf(a -> departmentOf(tasks.get(a.taskId()), a.roleId()) == null);
        var departments = snapshots.departments(kinds.keySet().stream()
                .map(a -> departmentOf(tasks.get(a.taskId()), a.roleId()))
                .collect(toSet()));
        var members = snapshots.members(
                kinds.keySet().stream().map(AssignmentResponse::memberId).collect(toSet()));
        var told = new ArrayList<Notice>();
        kinds.forEach((a, kind) -> {
            var task = tasks.get(a.taskId());
            var department = departments.get(departmentOf(task, a.roleId()));
            if (department != null && !(changed.reason().equals("task-cancelled") && isAsked(department, teams, a))) {
                department.contactIds().stream()
                        .filter(contact -> !contact.equals(a.memberId()))
                        .forEach(contact -> told.add(new Notice(
                                contact,
                                kind,
                                about(task, a, changed)
                                        .with(NoticeSubject.DEPARTMENT_NAME, department.name())
                                        .with(NoticeSubject.MEMBER_NAME, name(members.get(a.memberId()))))));
            }
        });
        return told;
    }

    /** Whether the team has to ask the department, which is not its own. */
    private static boolean isAsked(DepartmentState department, Map<UUID, TeamState> teams, AssignmentResponse a) {
        var team = teams.get(a.teamId());
        return team != null && !department.departmentId().equals(team.departmentId());
    }

    /** Tasks that were planned and now have another first or last week, or none; the end of a task is told otherwise. */
    private static Map<UUID, Notice> moved(AssignmentsChanged changed, Map<UUID, TaskState> tasks) {
        return changed.tasks().stream()
                .filter(task -> tasks.containsKey(task.taskId())
                        && tasks.get(task.taskId()).asksForTime())
                .filter(task -> !task.stood().isEmpty() && !span(task.stood()).equals(span(task.stand())))
                .collect(toMap(
                        AssignmentsChanged.Task::taskId,
                        task -> new Notice(
                                null,
                                NoticeKind.DEPENDENCY_MOVED,
                                spanning(about(tasks.get(task.taskId()), task.teamId(), task.taskId()), task.stand())
                                        .plan(changed.planId()))));
    }

    /** The same to whoever has a role of a task that waits for one of these. */
    private List<Notice> toThoseWhoWait(Map<UUID, Notice> byTask) {
        if (byTask.isEmpty()) {
            return List.of();
        }
        var waiting = snapshots.successors(byTask.keySet());
        var holders = assignments
                .standingOfTasks(waiting.stream().map(TaskState::taskId).collect(toSet()))
                .stream()
                .collect(groupingBy(AssignmentResponse::taskId));
        return waiting.stream()
                .flatMap(other -> other.dependsOn().stream()
                        .map(dependency -> byTask.get(dependency.taskId()))
                        .filter(Objects::nonNull)
                        .flatMap(notice -> holders.getOrDefault(other.taskId(), List.of()).stream()
                                .map(AssignmentResponse::memberId)
                                .map(member -> new Notice(
                                        member,
                                        notice.kind(),
                                        notice.subject()
                                                .with(NoticeSubject.OTHER_TASK_ID, other.taskId())
                                                .with(NoticeSubject.OTHER_TASK_TITLE, other.title())))))
                .toList();
    }

    /** Nobody needs to be told what he did himself. */
    private static List<Notice> without(String actor, List<Notice> told) {
        return told.stream()
                .filter(notice -> !notice.memberId().toString().equals(actor))
                .toList();
    }

    private static NoticeSubject about(TaskState task, AssignmentResponse assignment, AssignmentsChanged changed) {
        return spanning(about(task, assignment.teamId(), assignment.taskId()), List.of(assignment))
                .assignment(assignment.id())
                .plan(changed.planId())
                .with(NoticeSubject.ROLE_NAME, roleName(task, assignment.roleId()))
                .with(NoticeSubject.REASON, changed.reason());
    }

    /** @param task null as long as it is not known here */
    private static NoticeSubject about(TaskState task, UUID teamId, UUID taskId) {
        return NoticeSubject.ofTeam(teamId)
                .task(taskId)
                .with(NoticeSubject.TASK_TITLE, task == null ? null : task.title());
    }

    private static NoticeSubject spanning(NoticeSubject subject, Collection<AssignmentResponse> planned) {
        var span = span(planned);
        return span.isEmpty()
                ? subject
                : subject.with(NoticeSubject.START_WEEK, span.get(0)).with(NoticeSubject.END_WEEK, span.get(1));
    }

    /** First and last week; empty when there is none. */
    private static List<?> span(Collection<AssignmentResponse> planned) {
        var weeks = planned.stream()
                .flatMap(a -> a.weeks().stream())
                .map(WeekMinutes::week)
                .sorted()
                .toList();
        return weeks.isEmpty() ? List.of() : List.of(weeks.get(0), weeks.get(weeks.size() - 1));
    }

    private static Map<UUID, AssignmentResponse> byId(List<AssignmentResponse> assignments) {
        return assignments.stream().collect(toMap(AssignmentResponse::id, Function.identity()));
    }

    private static Stream<TaskState.Role> role(TaskState task, UUID roleId) {
        return task == null
                ? Stream.of()
                : task.roles().stream().filter(role -> role.roleId().equals(roleId));
    }

    private static String roleName(TaskState task, UUID roleId) {
        return role(task, roleId).map(TaskState.Role::name).findFirst().orElse(null);
    }

    private static UUID departmentOf(TaskState task, UUID roleId) {
        return role(task, roleId)
                .map(TaskState.Role::departmentId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String name(MemberState member) {
        return member == null ? null : member.displayName();
    }

    private static UUID lead(TeamState team) {
        return team == null ? null : team.leadId();
    }
}
