package org.fengong.allocation.request;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.AssignmentsChanged;
import org.fengong.allocation.snapshot.MemberForgotten;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TaskTold;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.allocation.snapshot.TeamTold;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Opens requests as tasks come to need other departments, takes the answers, and tells when plans move what is asked. */
@ApplicationScoped
class Requests {
    private final RequestRepository requests;
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;
    private final TeamAccess access;
    private final Event<RequestTold> told;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            AssignmentReader assignments,
            SnapshotReader snapshots,
            TeamAccess access,
            Event<RequestTold> told,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.requests = requests;
        this.assignments = assignments;
        this.snapshots = snapshots;
        this.access = access;
        this.told = told;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The task's snapshot is locked, and then its team: of two pieces of news one comes before the other. Assignments hear
     * of a task first, so that members' weeks are locked before requests, as they are when a plan moves.
     */
    void taskTold(@Observes @Priority(Interceptor.Priority.APPLICATION + 600) TaskTold news) {
        requests.lockTeam(news.task().teamId());
        snapshots.team(news.task().teamId()).ifPresent(team -> compare(List.of(news.task()), team));
    }

    /** Tasks may have been told before their team; and with another department other roles are foreign to it. */
    void teamTold(@Observes TeamTold news) {
        var team = news.team();
        requests.lockTeam(team.teamId());
        if (news.before() == null || !Objects.equals(news.before().departmentId(), team.departmentId())) {
            compare(snapshots.openTasks(List.of(team.teamId())).values(), team);
        }
    }

    private void compare(Collection<TaskState> tasks, TeamState team) {
        var known = requests.lockedOfTasks(tasks.stream().map(TaskState::taskId).toList()).stream()
                .collect(Collectors.groupingBy(DepartmentRequest::taskId));
        tasks.forEach(task -> compare(task, team, known.getOrDefault(task.taskId(), List.of())));
    }

    private void compare(TaskState task, TeamState team, List<DepartmentRequest> known) {
        var asked = task.asksForTime()
                ? task.roles().stream()
                        .filter(role -> !role.completed())
                        .map(TaskState.Role::departmentId)
                        .filter(id -> id != null && !id.equals(team.departmentId()))
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<UUID>();
        for (var request : known) {
            var need = asked.remove(request.departmentId())
                    ? Need.of(task, request.departmentId())
                    : new Need(List.of(), 0, task.dueDate());
            if (request.needs(need, clock.instant())) {
                tell(request);
            }
        }
        for (var departmentId : asked) {
            var request = DepartmentRequest.of(task, departmentId, Need.of(task, departmentId), clock.instant());
            requests.persist(request);
            tell(request);
        }
    }

    /** What is asked for is planned, or planned otherwise, or no longer; the end of a task withdraws its requests anyway. */
    void assignmentsChanged(@Observes AssignmentsChanged changed) {
        if (changed.reason().equals("task-cancelled")) {
            return;
        }
        var byTask = changed.tasks().stream()
                .collect(Collectors.toMap(AssignmentsChanged.Task::taskId, Function.identity()));
        requests.lockedOfTasks(byTask.keySet()).stream()
                .filter(DepartmentRequest::isAwaited)
                .forEach(request -> compare(request, byTask.get(request.taskId()), changed));
    }

    private void compare(DepartmentRequest request, AssignmentsChanged.Task task, AssignmentsChanged changed) {
        var before = PlannedWeeks.of(request, task.stood());
        var now = PlannedWeeks.of(request, task.stand());
        if (!now.equals(before)) {
            // an answer to what was planned before is not taken for what is planned now
            requests.getEntityManager().lock(request, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            outbox.append(
                    AllocationTopics.REQUEST,
                    request.id(),
                    RequestMoved.TYPE,
                    RequestMoved.of(request, before, now, changed));
        }
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        requests.find("actor", forgotten.memberId().toString())
                .list()
                .forEach(request -> request.forget(forgotten.memberId()));
    }

    Page<RequestResponse> list(RequestRepository.Filter filter, String sort, String cursor, Integer limit) {
        var departments = caller.memberId().map(snapshots::departmentsOf).orElse(Set.of());
        var page = requests.list(access.readable(), departments, filter, sort, cursor, limit);
        var standing = standing(page.items());
        return page.map(request -> RequestResponse.of(request, PlannedWeeks.of(request, standing)));
    }

    RequestResponse response(DepartmentRequest request) {
        return RequestResponse.of(request, PlannedWeeks.of(request, standing(List.of(request))));
    }

    private List<AssignmentResponse> standing(List<DepartmentRequest> of) {
        return assignments.standingOfTasks(
                of.stream().map(DepartmentRequest::taskId).collect(Collectors.toSet()));
    }

    /** @throws RequestNotFoundException when there is none for this caller's eyes */
    DepartmentRequest read(UUID id) {
        return requests.findByIdOptional(id)
                .filter(request -> access.mayRead(request.teamId())
                        || caller.memberId()
                                .map(snapshots::departmentsOf)
                                .orElse(Set.of())
                                .contains(request.departmentId()))
                .orElseThrow(() -> new RequestNotFoundException(id));
    }

    /**
     * @throws NotDepartmentLeadException unless the caller leads the department that is asked
     * @throws RequestAnsweredException when it is not open any more
     * @throws RuleViolatedException without a person and a week, for somebody of another department, and for a week that
     *     is over or lies after the task is due
     */
    @Transactional
    RequestResponse accept(UUID id, long expectedVersion, AcceptRequestRequest answer) {
        var request = requireAnswerable(id, expectedVersion);
        if (answer.memberId() == null && answer.startWeek() == null) {
            throw new RuleViolatedException(
                    "person-or-week-missing", "memberId", "Say who helps, or from which week on, or both.");
        }
        var today = snapshots.team(request.teamId()).orElseThrow().today(clock);
        requirePossible(answer.startWeek(), request, today);
        request.accept(
                answer.startWeek(),
                collaborator(request, answer, today),
                caller.actorName(),
                answer.reason(),
                clock.instant());
        tell(request);
        return response(request);
    }

    private static void requirePossible(YearWeek week, DepartmentRequest request, LocalDate today) {
        if (week == null) {
            return;
        }
        var current = Weeks.of(today);
        var last = Weeks.of(request.dueDate());
        if (week.isBefore(current)) {
            throw new RuleViolatedException("week-over", "startWeek", "The week %s is over.".formatted(week));
        }
        if (week.isAfter(last) && !last.isBefore(current)) {
            throw new RuleViolatedException(
                    "week-after-due", "startWeek", "The task is due in %s, before %s.".formatted(last, week));
        }
    }

    private Collaborator collaborator(DepartmentRequest request, AcceptRequestRequest answer, LocalDate today) {
        if (answer.memberId() == null) {
            return null;
        }
        snapshots
                .member(answer.memberId())
                .filter(member -> member.active() && request.departmentId().equals(member.departmentId()))
                .orElseThrow(() -> new RuleViolatedException(
                        "not-in-department", "memberId", "Only who works in the department can help in its name."));
        var monday = answer.startWeek() == null ? today : Weeks.monday(answer.startWeek());
        var from = monday.isBefore(today) ? today : monday;
        var due = request.dueDate().isBefore(from) ? from : request.dueDate();
        return new Collaborator(answer.memberId(), answer.share(), from, Weeks.sunday(Weeks.of(due)));
    }

    /** As {@link #accept}. */
    @Transactional
    RequestResponse decline(UUID id, long expectedVersion, String reason) {
        var request = requireAnswerable(id, expectedVersion);
        request.decline(caller.actorName(), reason, clock.instant());
        tell(request);
        return response(request);
    }

    private DepartmentRequest requireAnswerable(UUID id, long expectedVersion) {
        var request = read(id);
        var leads = snapshots.departments(Set.of(request.departmentId())).values().stream()
                .anyMatch(department -> access.is(department.leadId()));
        if (!caller.isAdmin() && !leads) {
            throw new NotDepartmentLeadException();
        }
        snapshots.lockTask(request.taskId()); // before the request: the order in which news of the task lock
        requests.getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
        if (!request.isOpen()) {
            throw new RequestAnsweredException(request);
        }
        EntityTags.requireSame(expectedVersion, request.version());
        return request;
    }

    private void tell(DepartmentRequest request) {
        requests.flush(); // gives the version that the event carries
        outbox.append(
                AllocationTopics.REQUEST,
                request.id(),
                RequestChanged.type(request.status()),
                RequestChanged.of(request));
        told.fire(new RequestTold(
                request.id(),
                request.taskId(),
                request.teamId(),
                request.departmentId(),
                request.status(),
                request.minutes()));
    }
}
