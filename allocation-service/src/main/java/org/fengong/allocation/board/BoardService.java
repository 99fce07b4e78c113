package org.fengong.allocation.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.LoadBook;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.offer.OfferResponse;
import org.fengong.allocation.offer.OfferStatus;
import org.fengong.allocation.offer.TeamOffers;
import org.fengong.allocation.plan.PlanInForce;
import org.fengong.allocation.plan.TeamPlans;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

@ApplicationScoped
class BoardService {
    private static final int WEEKS = 2;

    private final TeamAccess access;
    private final SnapshotReader snapshots;
    private final AssignmentReader assignments;
    private final LoadBook loads;
    private final TeamOffers offers;
    private final TeamPlans plans;
    private final Clock clock;

    BoardService(
            TeamAccess access,
            SnapshotReader snapshots,
            AssignmentReader assignments,
            LoadBook loads,
            TeamOffers offers,
            TeamPlans plans,
            Clock clock) {
        this.access = access;
        this.snapshots = snapshots;
        this.assignments = assignments;
        this.loads = loads;
        this.offers = offers;
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional
    BoardResponse ofTeam(UUID teamId) {
        var team = access.requireReadable(teamId);
        var weeks = Weeks.range(Weeks.of(team.today(clock)), WEEKS);
        var plan = plans.inForce(teamId);
        return new BoardResponse(
                teamId,
                team.name(),
                team.timeZone(),
                weeks,
                plan.map(p -> new BoardResponse.BoardPlan(p.id(), p.value(), p.bound(), p.gap(), p.publishedAt()))
                        .orElse(null),
                members(team, weeks),
                unassigned(teamId, plan.map(PlanInForce::nobodies).orElse(List.of())));
    }

    private List<BoardResponse.BoardMember> members(TeamState team, List<YearWeek> weeks) {
        var given = assignments.inWeeks(team.teamId(), weeks);
        var ids = Stream.concat(
                        team.members().stream()
                                .filter(member -> !member.from().isAfter(Weeks.sunday(weeks.get(WEEKS - 1)))
                                        && (member.to() == null || !member.to().isBefore(Weeks.monday(weeks.get(0)))))
                                .map(TeamState.TeamMember::memberId),
                        given.stream().map(AssignmentResponse::memberId))
                .collect(Collectors.toSet());
        var states = snapshots.members(ids);
        var minutes = loads.loads(ids, weeks.get(0));
        var roles = new Roles(given);
        return ids.stream()
                .map(id -> member(id, states.get(id), weeks, minutes, roles))
                .sorted(Comparator.comparing(
                                BoardResponse.BoardMember::displayName, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(BoardResponse.BoardMember::memberId))
                .toList();
    }

    private static BoardResponse.BoardMember member(
            UUID id, MemberState state, List<YearWeek> weeks, Map<LoadBook.Key, Integer> minutes, Roles roles) {
        return new BoardResponse.BoardMember(
                id,
                state == null ? null : state.displayName(),
                weeks.stream()
                        .map(week -> {
                            var load = minutes.getOrDefault(new LoadBook.Key(id, week), 0);
                            var capacity = state == null ? 0 : Capacity.minutes(state, week);
                            var own = roles.of(id, week);
                            return new BoardResponse.BoardWeek(
                                    week,
                                    capacity,
                                    load,
                                    capacity == 0 ? null : load / (double) capacity,
                                    load
                                            - own.stream()
                                                    .mapToInt(BoardResponse.BoardRole::minutes)
                                                    .sum(),
                                    own);
                        })
                        .toList());
    }

    private List<BoardResponse.UnassignedRole> unassigned(UUID teamId, Collection<PlanInForce.Nobody> nobodies) {
        Set<UUID> taken = assignments.standing(List.of(teamId)).stream()
                .map(AssignmentResponse::roleId)
                .collect(Collectors.toSet());
        var reasons = nobodies.stream().collect(Collectors.toMap(PlanInForce.Nobody::roleId, Function.identity()));
        return snapshots.openTasks(List.of(teamId)).values().stream()
                .flatMap(task -> task.roles().stream()
                        .filter(role -> !role.completed() && !taken.contains(role.roleId()))
                        .map(role -> unassigned(task, role, reasons.get(role.roleId()))))
                .toList();
    }

    private static BoardResponse.UnassignedRole unassigned(
            TaskState task, TaskState.Role role, PlanInForce.Nobody nobody) {
        return new BoardResponse.UnassignedRole(
                task.taskId(),
                task.title(),
                role.roleId(),
                role.name(),
                role.effortMinutes(),
                nobody == null ? null : nobody.reason(),
                nobody == null ? null : nobody.detail());
    }

    /** The team's roles with what is known of them, read at once. */
    private final class Roles {
        private final Map<UUID, List<AssignmentResponse>> byMember;
        private final Map<UUID, TaskState> tasks;
        private final Map<UUID, OfferResponse> offersByAssignment;

        Roles(List<AssignmentResponse> given) {
            byMember = given.stream().collect(Collectors.groupingBy(AssignmentResponse::memberId));
            tasks = snapshots.tasks(
                    given.stream().map(AssignmentResponse::taskId).collect(Collectors.toSet()));
            offersByAssignment = offers.ofAssignments(
                    given.stream().map(AssignmentResponse::id).toList());
        }

        List<BoardResponse.BoardRole> of(UUID memberId, YearWeek week) {
            return byMember.getOrDefault(memberId, List.of()).stream()
                    .flatMap(assignment -> assignment.weeks().stream()
                            .filter(standing -> standing.week().equals(week) && standing.minutes() > 0)
                            .map(standing -> role(assignment, standing)))
                    .toList();
        }

        private BoardResponse.BoardRole role(AssignmentResponse assignment, WeekMinutes standing) {
            var task = tasks.get(assignment.taskId());
            var offer = offersByAssignment.get(assignment.id());
            return new BoardResponse.BoardRole(
                    assignment.id(),
                    assignment.taskId(),
                    task == null ? String.valueOf(assignment.taskId()) : task.title(),
                    assignment.roleId(),
                    task == null
                            ? String.valueOf(assignment.roleId())
                            : task.roles().stream()
                                    .filter(role -> role.roleId().equals(assignment.roleId()))
                                    .map(TaskState.Role::name)
                                    .findFirst()
                                    .orElseGet(() -> String.valueOf(assignment.roleId())),
                    standing.minutes(),
                    assignment.status(),
                    assignment.atRisk(),
                    offer == null ? null : offer.status(),
                    offer == null || offer.status() != OfferStatus.PENDING ? null : offer.respondBy());
        }
    }
}
