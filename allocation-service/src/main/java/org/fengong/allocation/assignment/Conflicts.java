package org.fengong.allocation.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.LoadBook.Key;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.MemberTold;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Marks the assignments that news of their members hits, and takes the marks away when they hit no more (P5).
 *
 * <p>A week is hit when it holds less than stands in it and lost capacity, a role when its member lost the level. What a
 * lead decided against capacity or skills is no conflict: nothing was lost. A mark stays, with its first moment, as long
 * as what it says is so.
 */
@ApplicationScoped
class Conflicts {
    private static final int WEEKS_AHEAD = 26;

    private final EntityManager entityManager;
    private final LoadBook loadBook;
    private final SnapshotReader snapshots;
    private final Event<ReplanWanted> replanWanted;
    private final Clock clock;

    Conflicts(
            EntityManager entityManager,
            LoadBook loadBook,
            SnapshotReader snapshots,
            Event<ReplanWanted> replanWanted,
            Clock clock) {
        this.entityManager = entityManager;
        this.loadBook = loadBook;
        this.snapshots = snapshots;
        this.replanWanted = replanWanted;
        this.clock = clock;
    }

    /** @param standing all that stands with the member; the weeks are locked already */
    void memberTold(MemberTold told, List<Assignment> standing) {
        var member = told.member();
        // who is first heard of may be known for long: copies that are rebuilt are no news
        var before = told.before() == null ? member : told.before();
        var wanted = new ArrayList<ReplanWanted>();
        member.teamIds()
                .forEach(team -> gains(team, before, member)
                        .forEach(gain -> wanted.add(new ReplanWanted(team, gain, member.memberId()))));
        if (!standing.isEmpty()) {
            var scene = new Scene(standing, Map.of(member.memberId(), member));
            for (var assignment : standing) {
                var known = assignment.conflicts();
                var found = scene.conflicts(assignment, before);
                assignment.takeConflicts(found);
                found.stream()
                        .filter(conflict -> isNew(conflict, known))
                        .forEach(conflict -> wanted.add(new ReplanWanted(
                                assignment.teamId(), ReplanCause.of(conflict.cause()), member.memberId())));
                if (known.stream().anyMatch(conflict -> isNew(conflict, found))) {
                    wanted.add(new ReplanWanted(assignment.teamId(), ReplanCause.TIME_FREED, member.memberId()));
                }
            }
        }
        // in one order of teams: who hears it locks a row of each
        wanted.stream()
                .distinct()
                .sorted(Comparator.comparing(ReplanWanted::teamId))
                .forEach(replanWanted::fire);
    }

    /** Takes away the marks that say what is so no more, after the members' loads or the roles changed. */
    void recheck(Collection<UUID> memberIds) {
        var marked = memberIds.isEmpty()
                ? List.<Assignment>of()
                : entityManager
                        .createQuery(
                                "select a from Assignment a where a.memberId in :members and a.atRiskUntil is not null",
                                Assignment.class)
                        .setParameter("members", memberIds)
                        .getResultList();
        if (marked.isEmpty()) {
            return;
        }
        var members =
                snapshots.members(marked.stream().map(Assignment::memberId).collect(Collectors.toSet()));
        var standing = entityManager
                .createQuery(
                        "select a from Assignment a where a.memberId in :members and a.status in :standing",
                        Assignment.class)
                .setParameter("members", members.keySet())
                .setParameter("standing", List.of(AssignmentStatus.ACTIVE, AssignmentStatus.OFFERED))
                .getResultList();
        var scene = new Scene(standing, members);
        marked.forEach(a -> a.takeConflicts(
                a.stands() && members.containsKey(a.memberId())
                        ? scene.conflicts(a, members.get(a.memberId()))
                        : List.of()));
    }

    private static boolean isNew(Conflict conflict, List<Conflict> known) {
        return known.stream()
                .noneMatch(one -> one.cause() == conflict.cause() && weeks(one).containsAll(weeks(conflict)));
    }

    private static Set<YearWeek> weeks(Conflict conflict) {
        return conflict.weeks().stream().map(WeekMinutes::week).collect(Collectors.toSet());
    }

    /** Why the team may find somebody for more roles than before. */
    private List<ReplanCause> gains(UUID teamId, MemberState before, MemberState now) {
        var weeks = Weeks.range(Weeks.of(LocalDate.now(clock)), WEEKS_AHEAD);
        if (weeks.stream().allMatch(week -> shared(teamId, now, week) == 0)) {
            return List.of();
        }
        if (!before.teamIds().contains(teamId)) {
            return List.of(ReplanCause.MEMBER_JOINED);
        }
        var gains = new ArrayList<ReplanCause>();
        if (weeks.stream().anyMatch(week -> shared(teamId, now, week) > shared(teamId, before, week))) {
            gains.add(ReplanCause.TIME_FREED);
        }
        if (now.skills().stream().anyMatch(skill -> skill.level() > before.level(skill.skillId()))) {
            gains.add(ReplanCause.LEVEL_GAINED);
        }
        return gains;
    }

    private static int shared(UUID teamId, MemberState member, YearWeek week) {
        return Capacity.sharedMinutes(member, week, List.of(teamId), null);
    }

    /** What stands with some members, against what is known of them now. */
    private final class Scene {
        private final Map<UUID, MemberState> members;
        private final YearWeek current = Weeks.of(LocalDate.now(clock));
        private final Instant now = clock.instant();
        private final Map<Key, Integer> loads;
        private final Map<UUID, Map<Key, Integer>> loadsByTeam = new HashMap<>();
        private final Map<UUID, TaskState.Role> roles;

        Scene(List<Assignment> standing, Map<UUID, MemberState> members) {
            this.members = members;
            entityManager.flush();
            loads = loadBook.loads(members.keySet(), current);
            for (var a : standing) {
                var ofTeam = loadsByTeam.computeIfAbsent(a.teamId(), id -> new HashMap<>());
                a.standingFrom(current)
                        .forEach(w -> ofTeam.merge(new Key(a.memberId(), w.week()), w.minutes(), Integer::sum));
            }
            roles =
                    snapshots
                            .tasks(standing.stream().map(Assignment::taskId).collect(Collectors.toSet()))
                            .values()
                            .stream()
                            .flatMap(task -> task.roles().stream())
                            .collect(Collectors.toMap(TaskState.Role::roleId, role -> role));
        }

        /** @param before the member as it was; the same as now = only what is marked already can stay marked */
        List<Conflict> conflicts(Assignment a, MemberState before) {
            var member = members.get(a.memberId());
            var ahead = a.standingFrom(current);
            var found = new EnumMap<ConflictCause, List<WeekMinutes>>(ConflictCause.class);
            if (lacksLevel(a, member) && (!lacksLevel(a, before) || a.isMarked(ConflictCause.LEVEL_LOST))) {
                found.put(ConflictCause.LEVEL_LOST, ahead);
            }
            for (var w : ahead) {
                if (isOver(a, member, w.week()) && (lost(a, member, before, w.week()) || a.isMarked(w.week()))) {
                    found.computeIfAbsent(cause(a, member, w.week()), cause -> new ArrayList<>())
                            .add(w);
                }
            }
            return found.entrySet().stream()
                    .map(entry -> Conflict.of(entry.getKey(), entry.getValue(), a.markedSince(entry.getKey(), now)))
                    .toList();
        }

        private boolean lacksLevel(Assignment a, MemberState member) {
            var role = roles.get(a.roleId());
            return role != null
                    && role.skills().stream()
                            .anyMatch(skill -> skill.mandatory() && member.level(skill.skillId()) < skill.minLevel());
        }

        private boolean isOver(Assignment a, MemberState member, YearWeek week) {
            var key = new Key(member.memberId(), week);
            return loads.getOrDefault(key, 0) > Capacity.minutes(member, week)
                    || loadsByTeam.get(a.teamId()).getOrDefault(key, 0) > shared(a.teamId(), member, week);
        }

        private static boolean lost(Assignment a, MemberState member, MemberState before, YearWeek week) {
            return Capacity.minutes(member, week) < Capacity.minutes(before, week)
                    || shared(a.teamId(), member, week) < shared(a.teamId(), before, week);
        }

        private static ConflictCause cause(Assignment a, MemberState member, YearWeek week) {
            var monday = Weeks.monday(week);
            var sunday = Weeks.sunday(week);
            if (member.leftOn() != null && member.leftOn().isBefore(sunday)) {
                return ConflictCause.DEPARTURE;
            }
            if (member.memberships().stream()
                    .noneMatch(m -> m.teamId().equals(a.teamId()) && (m.to() == null || !m.to().isBefore(sunday)))) {
                return ConflictCause.LEFT_TEAM;
            }
            return member.absences().stream()
                            .anyMatch(one ->
                                    !one.from().isAfter(sunday) && !one.to().isBefore(monday))
                    ? ConflictCause.ABSENCE
                    : ConflictCause.CAPACITY_LOST;
        }
    }
}
