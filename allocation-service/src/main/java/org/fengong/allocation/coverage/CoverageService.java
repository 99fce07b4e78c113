package org.fengong.allocation.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.snapshot.Capacity;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SkillState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.TeamState;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Sets what open tasks need of each skill against what the members can give (S3). */
@ApplicationScoped
class CoverageService {
    private final SnapshotReader snapshots;
    private final AssignmentReader assignments;
    private final TeamAccess access;
    private final Clock clock;

    CoverageService(SnapshotReader snapshots, AssignmentReader assignments, TeamAccess access, Clock clock) {
        this.snapshots = snapshots;
        this.assignments = assignments;
        this.access = access;
        this.clock = clock;
    }

    /** A skill at the level that a role needs. */
    private record Need(UUID skillId, int minLevel) {}

    CoverageResponse of(UUID teamId, YearWeek from, int weeks) {
        return of(access.requireReadable(teamId), from, weeks);
    }

    /** Whoever asks. @param from null = the current week */
    CoverageResponse of(TeamState team, YearWeek from, int weeks) {
        var today = team.today(clock);
        var horizon = Weeks.range(from == null ? Weeks.of(today) : from, weeks);
        var members = members(team, horizon);
        var demand = demand(team, today, horizon);
        var skills =
                snapshots.skills(demand.keySet().stream().map(Need::skillId).collect(Collectors.toSet()));
        return new Scene(team, today, horizon, members, demand, skills).answer();
    }

    private List<MemberState> members(TeamState team, List<YearWeek> horizon) {
        var first = Weeks.monday(horizon.get(0));
        var last = Weeks.sunday(horizon.get(horizon.size() - 1));
        return snapshots
                .members(team.members().stream()
                        .filter(m -> !m.from().isAfter(last) && (m.to() == null || !m.to().isBefore(first)))
                        .map(TeamState.TeamMember::memberId)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(MemberState::active)
                .toList();
    }

    /** Minutes by week of the horizon. */
    private Map<Need, int[]> demand(TeamState team, LocalDate today, List<YearWeek> horizon) {
        var standing = assignments.standing(List.of(team.teamId())).stream()
                .collect(Collectors.toMap(AssignmentResponse::roleId, a -> a));
        var demand = new HashMap<Need, int[]>();
        for (var task : snapshots.openTasks(List.of(team.teamId())).values()) {
            for (var role : task.roles()) {
                var mandatory = role.skills().stream()
                        .filter(TaskState.Skill::mandatory)
                        .toList();
                if (role.completed() || role.remainingMinutes() == 0 || mandatory.isEmpty()) {
                    continue;
                }
                var minutes = byWeek(task, role, standing.get(role.roleId()), Weeks.of(today), horizon);
                var weights = mandatory.stream()
                        .mapToInt(s -> s.weight() == null ? 1 : s.weight())
                        .toArray();
                for (int week = 0; week < minutes.length; week++) {
                    var parts = parts(minutes[week], weights);
                    for (int i = 0; i < parts.length; i++) {
                        demand.computeIfAbsent(
                                                new Need(
                                                        mandatory.get(i).skillId(),
                                                        mandatory.get(i).minLevel()),
                                                need -> new int[horizon.size()])[week] +=
                                parts[i];
                    }
                }
            }
        }
        demand.values().removeIf(minutes -> Arrays.stream(minutes).sum() == 0);
        return demand;
    }

    /** As it is assigned; else evenly from when it may start, now at the earliest, to the due week. */
    private static int[] byWeek(
            TaskState task,
            TaskState.Role role,
            AssignmentResponse assigned,
            YearWeek current,
            List<YearWeek> horizon) {
        var minutes = new int[horizon.size()];
        if (assigned != null) {
            assigned.weeks().stream()
                    .filter(w -> !w.week().isBefore(current))
                    .forEach(w -> add(minutes, horizon, w.week(), w.minutes()));
            return minutes;
        }
        var start = task.earliestStart() == null ? current : later(current, Weeks.of(task.earliestStart()));
        var end = later(start, Weeks.of(task.dueDate()));
        var even = new int[Weeks.between(start, end) + 1];
        Arrays.fill(even, 1);
        var parts = parts(role.remainingMinutes(), even);
        for (int i = 0; i < parts.length; i++) {
            add(minutes, horizon, start.plusWeeks(i), parts[i]);
        }
        return minutes;
    }

    private static void add(int[] minutes, List<YearWeek> horizon, YearWeek week, int part) {
        int index = Weeks.between(horizon.get(0), week);
        if (index >= 0 && index < minutes.length) {
            minutes[index] += part;
        }
    }

    private static YearWeek later(YearWeek one, YearWeek other) {
        return one.isAfter(other) ? one : other;
    }

    /** By weight; what rounding leaves goes one minute each to the first. */
    private static int[] parts(int minutes, int[] weights) {
        long sum = Arrays.stream(weights).sum();
        var parts = Arrays.stream(weights)
                .map(weight -> (int) ((long) minutes * weight / sum))
                .toArray();
        int left = minutes - Arrays.stream(parts).sum();
        for (int i = 0; i < left; i++) {
            parts[i]++;
        }
        return parts;
    }

    /** Needs in the order in which they are covered, with a flow for each week. */
    private static final class Scene {
        private final TeamState team;
        private final LocalDate today;
        private final List<YearWeek> horizon;
        private final List<MemberState> members;
        private final Map<Need, int[]> demand;
        private final Map<UUID, SkillState> skills;
        private final List<Need> needs;
        private final boolean[][] can;

        /** By week and member. */
        private final int[][] supply;

        /** By week. */
        private final List<HourFlow> flows;

        Scene(
                TeamState team,
                LocalDate today,
                List<YearWeek> horizon,
                List<MemberState> members,
                Map<Need, int[]> demand,
                Map<UUID, SkillState> skills) {
            this.team = team;
            this.today = today;
            this.horizon = horizon;
            this.members = members;
            this.demand = demand;
            this.skills = skills;
            var held = demand.keySet().stream().collect(Collectors.toMap(need -> need, this::holders));
            needs = demand.keySet().stream()
                    .sorted(Comparator.comparingInt((Need need) -> count(held.get(need)))
                            .thenComparing(Need::skillId)
                            .thenComparing(Need::minLevel, Comparator.reverseOrder()))
                    .toList();
            can = needs.stream().map(held::get).toArray(boolean[][]::new);
            supply = horizon.stream()
                    .map(week -> members.stream()
                            .mapToInt(member -> Capacity.sharedMinutes(member, week, List.of(team.teamId()), today))
                            .toArray())
                    .toArray(int[][]::new);
            flows = IntStream.range(0, horizon.size())
                    .mapToObj(week -> new HourFlow(
                            can,
                            needs.stream()
                                    .mapToInt(need -> demand.get(need)[week])
                                    .toArray(),
                            supply[week]))
                    .toList();
        }

        /** By member. */
        private boolean[] holders(Need need) {
            var held = new boolean[members.size()];
            for (int m = 0; m < held.length; m++) {
                held[m] = members.get(m).level(need.skillId()) >= need.minLevel();
            }
            return held;
        }

        private static int count(boolean[] members) {
            return (int)
                    IntStream.range(0, members.length).filter(m -> members[m]).count();
        }

        /** In reaching the level: who wishes to learn it is interested, whatever else they like to do. */
        private int interest(MemberState member, Need need) {
            var interest = interest(member, need.skillId());
            return member.wantsToLearn(need.skillId(), need.minLevel(), today) ? Math.max(1, interest) : interest;
        }

        /** In the skill itself, else in its field. */
        private int interest(MemberState member, UUID skillId) {
            return interests(member, skillId, true)
                    .findFirst()
                    .orElseGet(
                            () -> interests(member, skillId, false).findFirst().orElse(0));
        }

        private Stream<Integer> interests(MemberState member, UUID skillId, boolean inSkill) {
            var field = skills.containsKey(skillId) ? skills.get(skillId).field() : null;
            return member.interests().stream()
                    .filter(interest -> inSkill
                            ? skillId.equals(interest.skillId())
                            : field != null && field.equals(interest.field()))
                    .map(MemberState.Interest::value);
        }

        CoverageResponse answer() {
            return new CoverageResponse(
                    team.teamId(),
                    horizon.get(0),
                    IntStream.range(0, needs.size())
                            .mapToObj(this::skill)
                            .sorted(Comparator.comparingInt(skill -> -skill.gapMinutes()))
                            .toList(),
                    IntStream.range(0, horizon.size()).mapToObj(this::total).toList());
        }

        private CoverageResponse.Skill skill(int n) {
            var need = needs.get(n);
            var skill = skills.get(need.skillId());
            var holders = IntStream.range(0, members.size())
                    .filter(m -> can[n][m])
                    .mapToObj(members::get)
                    .toList();
            int gap = flows.stream().mapToInt(flow -> flow.gapMinutes(n)).sum();
            return new CoverageResponse.Skill(
                    need.skillId(),
                    skill == null ? null : skill.name(),
                    skill == null ? null : skill.field(),
                    need.minLevel(),
                    Arrays.stream(demand.get(need)).sum(),
                    gap,
                    holders.size(),
                    holders.size() != 1
                            ? null
                            : new CoverageResponse.Person(
                                    holders.get(0).memberId(), holders.get(0).displayName()),
                    gap == 0 ? List.of() : growth(n),
                    IntStream.range(0, horizon.size())
                            .mapToObj(week -> new CoverageResponse.Week(
                                    horizon.get(week),
                                    demand.get(need)[week],
                                    IntStream.range(0, members.size())
                                            .filter(m -> can[n][m])
                                            .map(m -> supply[week][m])
                                            .sum(),
                                    flows.get(week).gapMinutes(n)))
                            .toList());
        }

        private List<CoverageResponse.Growth> growth(int n) {
            var need = needs.get(n);
            var growth = new ArrayList<CoverageResponse.Growth>();
            for (int m = 0; m < members.size(); m++) {
                var member = members.get(m);
                int level = member.level(need.skillId());
                int interest = interest(member, need);
                if (level == need.minLevel() - 1 && interest >= 1) {
                    int index = m;
                    growth.add(new CoverageResponse.Growth(
                            member.memberId(),
                            member.displayName(),
                            level,
                            interest,
                            flows.stream()
                                    .mapToInt(flow -> flow.closedBy(n, index))
                                    .sum()));
                }
            }
            growth.sort(Comparator.comparingInt(one -> -one.closesMinutes()));
            return growth;
        }

        private CoverageResponse.WeekTotal total(int week) {
            return new CoverageResponse.WeekTotal(
                    horizon.get(week),
                    sum(demand.values(), week),
                    Arrays.stream(supply[week]).sum(),
                    IntStream.range(0, needs.size())
                            .map(flows.get(week)::gapMinutes)
                            .sum());
        }

        private static int sum(Collection<int[]> minutes, int week) {
            return minutes.stream().mapToInt(of -> of[week]).sum();
        }
    }
}
