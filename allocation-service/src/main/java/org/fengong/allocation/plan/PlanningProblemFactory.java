package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.LoadBook;
import org.fengong.allocation.request.AgreedStarts;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.GoalState;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SkillState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PastLoad;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PublishedAssignment;
import org.fengong.allocation.solver.problem.SkillRequirement;
import org.fengong.allocation.solver.problem.TaskDependency;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Makes the engine's question from what is known now. */
@ApplicationScoped
class PlanningProblemFactory {
    private static final int PAST_WEEKS = 8;
    private static final int FAR_WEEK = 1_000;

    /**
     * When and whom a plan is about.
     *
     * @param plannedRoles roles of a draft, which take part even when nothing is left to do in them
     * @param cause when given, what stands and is not hit stays as it stands
     */
    record Frame(
            Collection<UUID> teamIds,
            LocalDate today,
            YearWeek fromWeek,
            int weeks,
            Set<UUID> plannedRoles,
            PlanCause cause) {
        boolean stays(TaskState.Role role) {
            return cause != null && cause.leaves(role.roleId());
        }

        /** Begun work stays with its member, unless the member is the trouble. */
        boolean runs(TaskState.Role role) {
            return role.loggedMinutes() > 0
                    && (cause == null || !cause.leavingRoles().contains(role.roleId()));
        }

        /** A role that is completed, or has nothing left to do, takes nobody's time. */
        boolean takesPart(TaskState.Role role) {
            return !role.completed() && (role.remainingMinutes() > 0 || plannedRoles.contains(role.roleId()));
        }

        boolean overlaps(TeamState.TeamMember membership) {
            return !membership.from().isAfter(Weeks.sunday(fromWeek.plusWeeks(weeks - 1L)))
                    && (membership.to() == null || !membership.to().isBefore(Weeks.monday(fromWeek)));
        }

        /** Weeks from the first one, kept within what the engine counts. */
        int offset(YearWeek week) {
            return Math.max(-FAR_WEEK, Math.min(FAR_WEEK, Weeks.between(fromWeek, week)));
        }

        int offset(LocalDate day) {
            return offset(Weeks.of(day));
        }
    }

    private final SnapshotReader snapshots;
    private final AssignmentReader assignments;
    private final AgreedStarts agreedStarts;
    private final LoadBook loadBook;

    PlanningProblemFactory(
            SnapshotReader snapshots, AssignmentReader assignments, AgreedStarts agreedStarts, LoadBook loadBook) {
        this.snapshots = snapshots;
        this.assignments = assignments;
        this.agreedStarts = agreedStarts;
        this.loadBook = loadBook;
    }

    /** @throws SnapshotBehindException when tasks wait for each other, as between two pieces of news they may */
    PlanningProblem build(Frame frame, PlanningPolicy policy) {
        return build(frame, policy, PlanScenario.NONE);
    }

    /** As if what the scenario supposes were so; its pins go before whatever stands. */
    PlanningProblem build(Frame frame, PlanningPolicy policy, PlanScenario scenario) {
        var standing = assignments.standing(frame.teamIds()).stream()
                .collect(Collectors.toMap(AssignmentResponse::roleId, a -> a));
        var open = snapshots.openTasks(frame.teamIds());
        open.replaceAll((id, task) -> scenario.supposed(task));
        scenario.extraTasks().forEach(task -> open.put(task.taskId(), task));
        var members = members(frame, standing.values());
        members.keySet().removeAll(scenario.withoutMembers());
        var tasks = tasks(frame, open.values(), declined(open.values(), standing));
        var planned = tasks.stream().map(PlanningTask::id).collect(Collectors.toSet());
        var fixed = new ArrayList<FixedAssignment>();
        var published = new ArrayList<PublishedAssignment>();
        open.values().stream()
                .flatMap(task -> task.roles().stream())
                .filter(frame::takesPart)
                .forEach(role -> scenario.pins().stream()
                        .filter(pin -> pin.roleId().equals(role.roleId()) && members.containsKey(pin.memberId()))
                        .forEach(pin -> fixed.add(FixedAssignment.pinned(
                                pin.roleId().toString(),
                                pin.memberId().toString(),
                                Math.max(0, frame.offset(pin.startWeek()))))));
        open.values().stream()
                .flatMap(task -> task.roles().stream())
                .filter(role -> frame.takesPart(role) && standing.containsKey(role.roleId()))
                .forEach(role -> {
                    var assignment = standing.get(role.roleId());
                    var start = frame.offset(assignment.startWeek());
                    var roleId = role.roleId().toString();
                    var holder = assignment.memberId().toString();
                    published.add(new PublishedAssignment(roleId, holder, start));
                    if (members.containsKey(assignment.memberId())
                            && scenario.pins().stream()
                                    .noneMatch(pin -> pin.roleId().equals(role.roleId()))) {
                        if (frame.stays(role)) {
                            fixed.add(asItStands(frame, assignment, role.loggedMinutes() > 0));
                        } else if (frame.runs(role)) {
                            fixed.add(FixedAssignment.running(roleId, holder));
                        } else if (assignment.pinned()) {
                            fixed.add(FixedAssignment.pinned(roleId, holder, Math.max(0, start)));
                        }
                    }
                });
        try {
            return new PlanningProblem(
                    frame.weeks(),
                    planningMembers(frame, members.values()),
                    tasks,
                    outsideEnds(frame, open, planned),
                    fixed,
                    published.stream()
                            .filter(p -> members.containsKey(UUID.fromString(p.memberId())))
                            .toList(),
                    policy);
        } catch (IllegalArgumentException e) {
            throw new SnapshotBehindException(e);
        }
    }

    /** With the minutes that stand from the first week on; with none, in the first week. */
    private static FixedAssignment asItStands(Frame frame, AssignmentResponse assignment, boolean running) {
        var ahead = assignment.weeks().stream()
                .filter(w -> !w.week().isBefore(frame.fromWeek()))
                .toList();
        var start = ahead.isEmpty() ? 0 : frame.offset(ahead.get(0).week());
        var last =
                ahead.isEmpty() ? 0 : frame.offset(ahead.get(ahead.size() - 1).week());
        var minutes = new Integer[last - start + 1];
        Arrays.fill(minutes, 0);
        ahead.forEach(w -> minutes[frame.offset(w.week()) - start] = w.minutes());
        return new FixedAssignment(
                assignment.roleId().toString(), assignment.memberId().toString(), start, running, List.of(minutes));
    }

    /** Everybody in the teams who is there in the horizon, and whoever holds one of their roles. */
    private Map<UUID, MemberState> members(Frame frame, Collection<AssignmentResponse> standing) {
        var ids = new HashSet<UUID>();
        snapshots.teams(frame.teamIds()).values().stream()
                .flatMap(team -> team.members().stream())
                .filter(frame::overlaps)
                .map(TeamState.TeamMember::memberId)
                .forEach(ids::add);
        standing.forEach(a -> ids.add(a.memberId()));
        var members = new TreeMap<>(snapshots.members(ids));
        members.values().removeIf(member -> !member.active());
        return members;
    }

    private List<PlanningMember> planningMembers(Frame frame, Collection<MemberState> members) {
        var ids = members.stream().map(MemberState::memberId).collect(Collectors.toSet());
        var elsewhere = loadBook.loads(ids, frame.fromWeek(), frame.teamIds());
        var pastFrom = frame.fromWeek().minusWeeks(PAST_WEEKS);
        var everywhere = loadBook.loads(ids, pastFrom);
        var anyPast = everywhere.keySet().stream().anyMatch(key -> key.week().isBefore(frame.fromWeek()));
        return members.stream()
                .map(member -> new PlanningMember(
                        member.memberId().toString(),
                        text(member.departmentId()),
                        byWeek(frame, week -> shared(frame, member, week)),
                        byWeek(frame, week -> standing(frame, member, week, elsewhere)),
                        anyPast ? past(frame, member, pastFrom, everywhere) : null,
                        member.skills().stream()
                                .collect(Collectors.toMap(
                                        s -> s.skillId().toString(), MemberState.SkillLevel::level, Math::max)),
                        interests(member, true),
                        interests(member, false)))
                .toList();
    }

    private static List<Integer> byWeek(Frame frame, java.util.function.ToIntFunction<YearWeek> minutes) {
        return Weeks.range(frame.fromWeek(), frame.weeks()).stream()
                .map(minutes::applyAsInt)
                .toList();
    }

    private static int shared(Frame frame, MemberState member, YearWeek week) {
        return Capacity.sharedMinutes(member, week, frame.teamIds(), frame.today());
    }

    /**
     * Of what stands for other teams, what reaches into this plan's share: a member at 40 % here and 60 % elsewhere can be
     * full elsewhere without losing anything here. Of the current week only the days that are left count.
     */
    private static int standing(Frame frame, MemberState member, YearWeek week, Map<LoadBook.Key, Integer> elsewhere) {
        var other = elsewhere.getOrDefault(new LoadBook.Key(member.memberId(), week), 0);
        if (other == 0) {
            return 0;
        }
        var whole = Capacity.minutes(member, week);
        var rest = Math.min(whole, Capacity.sharedMinutes(member, week, member.teamIds(), frame.today()));
        var left = whole == 0 ? other : (int) Math.ceil(other * (double) rest / whole);
        return Math.max(0, left - Math.max(0, rest - shared(frame, member, week)));
    }

    /** Null for somebody who had no capacity in the weeks before: a newcomer, or back from a long leave. */
    private static PastLoad past(Frame frame, MemberState member, YearWeek from, Map<LoadBook.Key, Integer> loads) {
        if (member.joinedOn() != null && member.joinedOn().isAfter(Weeks.monday(from))) {
            return null;
        }
        int load = 0;
        int capacity = 0;
        for (var week : Weeks.range(from, PAST_WEEKS)) {
            load += loads.getOrDefault(new LoadBook.Key(member.memberId(), week), 0);
            capacity += Capacity.sharedMinutes(member, week, frame.teamIds(), null);
        }
        return capacity == 0 ? null : new PastLoad(load, capacity);
    }

    private static Map<String, Integer> interests(MemberState member, boolean inSkills) {
        var values = new HashMap<String, Integer>();
        member.interests().stream()
                .filter(interest -> (interest.skillId() != null) == inSkills)
                .forEach(interest ->
                        values.put(inSkills ? interest.skillId().toString() : interest.field(), interest.value()));
        return values;
    }

    /** By role who has said no to it; a lead may have given it to one of them nevertheless. */
    private Map<UUID, Set<UUID>> declined(Collection<TaskState> open, Map<UUID, AssignmentResponse> standing) {
        var declined = assignments.declinedBy(open.stream()
                .flatMap(task -> task.roles().stream())
                .map(TaskState.Role::roleId)
                .toList());
        declined.forEach((role, members) -> {
            if (standing.containsKey(role)) {
                members.remove(standing.get(role).memberId());
            }
        });
        return declined;
    }

    private List<PlanningTask> tasks(Frame frame, Collection<TaskState> open, Map<UUID, Set<UUID>> declined) {
        var skills = snapshots.skills(open.stream()
                .flatMap(task -> task.roles().stream())
                .flatMap(role -> role.skills().stream())
                .map(TaskState.Skill::skillId)
                .collect(Collectors.toSet()));
        var goals = snapshots.goals(open.stream()
                .map(TaskState::goalId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet()));
        var starts = agreedStarts.ofTasks(open.stream().map(TaskState::taskId).toList());
        var teams = snapshots.teams(frame.teamIds());
        return open.stream()
                .filter(task -> task.roles().stream().anyMatch(frame::takesPart))
                .map(task ->
                        task(frame, task, goals.get(task.goalId()), teams.get(task.teamId()), skills, declined, starts))
                .toList();
    }

    private static PlanningTask task(
            Frame frame,
            TaskState task,
            GoalState goal,
            TeamState team,
            Map<UUID, SkillState> skills,
            Map<UUID, Set<UUID>> declined,
            Map<UUID, YearWeek> starts) {
        return new PlanningTask(
                task.taskId().toString(),
                task.importance(),
                task.earliestStart() == null ? 0 : frame.offset(task.earliestStart()),
                frame.offset(task.dueDate()),
                goalWeightPermille(task, goal),
                task.together(),
                task.allowSameMember(),
                task.roles().stream()
                        .filter(frame::takesPart)
                        .map(role -> role(
                                role,
                                team,
                                skills,
                                declined.getOrDefault(role.roleId(), Set.of()),
                                starts.containsKey(role.roleId()) ? frame.offset(starts.get(role.roleId())) : 0))
                        .toList(),
                task.dependsOn().stream()
                        .map(d -> new TaskDependency(d.taskId().toString(), d.lagWeeks()))
                        .toList());
    }

    /** Where the task names a department the role is its; else it wishes for the team's own. */
    private static PlanningRole role(
            TaskState.Role role,
            TeamState team,
            Map<UUID, SkillState> skills,
            Set<UUID> declinedBy,
            int earliestStartWeek) {
        return new PlanningRole(
                role.roleId().toString(),
                Math.max(1, role.remainingMinutes()), // the engine knows no work of 0 minutes
                role.skills().stream()
                        .map(s -> new SkillRequirement(
                                s.skillId().toString(),
                                skills.containsKey(s.skillId())
                                        ? skills.get(s.skillId()).field()
                                        : null,
                                s.minLevel(),
                                s.mandatory(),
                                s.weight() == null ? 1 : s.weight()))
                        .toList(),
                text(role.departmentId()),
                role.departmentId() != null || team == null ? null : text(team.departmentId()),
                role.loggedMinutes() > 0 ? null : role.spanWeeks(),
                declinedBy.stream().map(UUID::toString).toList(),
                earliestStartWeek);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /** The goal's weight, 1–100, times the task's part in it, 0–1, in thousandths. */
    private static int goalWeightPermille(TaskState task, GoalState goal) {
        if (goal == null) {
            return 0;
        }
        var part = task.contributionWeight() == null
                ? 1.0
                : task.contributionWeight().doubleValue();
        return (int) Math.round(Math.min(100, goal.weight()) * 10 * part);
    }

    /**
     * When predecessors that are not planned end: closed ones have ended; those without work left end now; others by what
     * is published, else by their due date.
     */
    private Map<String, Integer> outsideEnds(Frame frame, Map<UUID, TaskState> open, Set<String> planned) {
        var outside = open.values().stream()
                .flatMap(task -> task.dependsOn().stream())
                .map(TaskState.Dependency::taskId)
                .filter(id -> !planned.contains(id.toString()))
                .collect(Collectors.toSet());
        var states = snapshots.tasks(outside);
        var published =
                assignments
                        .standing(
                                states.values().stream().map(TaskState::teamId).collect(Collectors.toSet()))
                        .stream()
                        .filter(a -> outside.contains(a.taskId()) && !a.weeks().isEmpty())
                        .collect(Collectors.toMap(
                                AssignmentResponse::taskId,
                                a -> a.weeks().get(a.weeks().size() - 1).week(),
                                (one, other) -> one.isAfter(other) ? one : other));
        var ends = new HashMap<String, Integer>();
        for (var id : outside) {
            var task = states.get(id);
            if (task == null || task.completed() || task.cancelled()) {
                ends.put(id.toString(), -1);
            } else if (open.containsKey(id)) {
                ends.put(id.toString(), 0);
            } else {
                var end = published.get(id);
                ends.put(id.toString(), end != null ? frame.offset(end) : frame.offset(task.dueDate()));
            }
        }
        return ends;
    }
}
