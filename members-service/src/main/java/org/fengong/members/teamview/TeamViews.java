package org.fengong.members.teamview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fengong.members.member.Capacities;
import org.fengong.members.member.Interest;
import org.fengong.members.member.LearningWish;
import org.fengong.members.member.Members;
import org.fengong.members.member.Person;
import org.fengong.members.skill.FieldResponse;
import org.fengong.members.skill.SkillResponse;
import org.fengong.members.skill.Skills;
import org.fengong.members.team.TeamResponse;
import org.fengong.members.team.Teams;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Reads the team, its members and their skills with one statement each. */
@ApplicationScoped
class TeamViews {
    private final Teams teams;
    private final Members members;
    private final Skills skills;
    private final Capacities capacities;
    private final Clock clock;

    TeamViews(Teams teams, Members members, Skills skills, Capacities capacities, Clock clock) {
        this.teams = teams;
        this.members = members;
        this.skills = skills;
        this.capacities = capacities;
        this.clock = clock;
    }

    private record Holder(Person member, int level) {}

    /** @param on null: today where the team is */
    @Transactional
    SkillMatrixResponse skillMatrix(UUID teamId, LocalDate on) {
        var team = teams.require(teamId);
        var day = day(team, on);
        var people = members.inTeam(teamId, day);
        var holders = holders(people);
        var wished = people.stream()
                .flatMap(member -> Stream.concat(
                        member.interests().stream().map(Interest::skillId),
                        member.learningWishes().stream().map(LearningWish::skillId)))
                .filter(Objects::nonNull);
        var columns = skills.find(
                Stream.concat(holders.keySet().stream(), wished).distinct().toList());
        return new SkillMatrixResponse(
                teamId,
                day,
                columns.stream()
                        .map(skill -> new SkillMatrixResponse.MatrixSkill(
                                skill.id(),
                                skill.key(),
                                skill.names(),
                                skill.field(),
                                holders.getOrDefault(skill.id(), List.of()).size()))
                        .toList(),
                people.stream()
                        .map(member -> new SkillMatrixResponse.MatrixMember(
                                member.id(),
                                member.displayName(),
                                member.departmentId(),
                                isCollaborator(team, member),
                                cells(member, columns)))
                        .toList());
    }

    private static List<SkillMatrixResponse.MatrixCell> cells(Person member, List<SkillResponse> columns) {
        Map<UUID, Integer> levels = new HashMap<>();
        member.skills().forEach(held -> levels.put(held.skillId(), held.level()));
        Map<Object, Integer> wishes = new HashMap<>();
        member.interests()
                .forEach(wish -> wishes.put(wish.skillId() == null ? wish.field() : wish.skillId(), wish.value()));
        Map<UUID, Integer> targets = new HashMap<>();
        member.learningWishes().forEach(wish -> targets.put(wish.skillId(), wish.targetLevel()));
        return columns.stream()
                .map(skill -> new SkillMatrixResponse.MatrixCell(
                        skill.id(),
                        levels.get(skill.id()),
                        wishes.getOrDefault(skill.id(), wishes.get(skill.field())),
                        targets.get(skill.id())))
                .filter(cell -> cell.level() != null || cell.interest() != null || cell.targetLevel() != null)
                .toList();
    }

    /** @param on null: today where the team is */
    @Transactional
    FieldCoverageResponse fieldCoverage(UUID teamId, LocalDate on) {
        var day = day(teams.require(teamId), on);
        var holders = holders(members.inTeam(teamId, day));
        var byField = skills.find(holders.keySet()).stream().collect(groupingBy(SkillResponse::field));
        return new FieldCoverageResponse(
                teamId,
                day,
                skills.fields().stream()
                        .map(field -> coverage(field, byField.getOrDefault(field.key(), List.of()), holders))
                        .toList());
    }

    private static FieldCoverageResponse.FieldCoverage coverage(
            FieldResponse field, List<SkillResponse> held, Map<UUID, List<Holder>> holders) {
        var best = held.stream()
                .flatMap(skill -> holders.get(skill.id()).stream())
                .collect(toMap(holder -> holder.member().id(), Holder::level, Math::max));
        return new FieldCoverageResponse.FieldCoverage(
                field.key(),
                field.names(),
                best.size(),
                IntStream.rangeClosed(1, 5)
                        .map(level -> Collections.frequency(best.values(), level))
                        .boxed()
                        .toList(),
                held.size(),
                (int) held.stream()
                        .filter(skill -> holders.get(skill.id()).size() == 1)
                        .count());
    }

    /** @param on null: today where the team is */
    @Transactional
    SingleHoldersResponse singleHolders(UUID teamId, LocalDate on, int minLevel) {
        var day = day(teams.require(teamId), on);
        Map<UUID, Holder> single = new HashMap<>();
        holders(members.inTeam(teamId, day)).forEach((skill, holders) -> {
            var able = holders.stream()
                    .filter(holder -> holder.level() >= minLevel)
                    .toList();
            if (able.size() == 1) {
                single.put(skill, able.get(0));
            }
        });
        return new SingleHoldersResponse(
                teamId,
                day,
                minLevel,
                skills.find(single.keySet()).stream()
                        .map(skill -> new SingleHoldersResponse.SingleHolder(
                                skill.id(),
                                skill.key(),
                                skill.names(),
                                skill.field(),
                                single.get(skill.id()).member().id(),
                                single.get(skill.id()).member().displayName(),
                                single.get(skill.id()).level()))
                        .toList());
    }

    /** @param from null: the current week where the team is */
    @Transactional
    TeamCapacityResponse capacity(UUID teamId, YearWeek from, int count) {
        var team = teams.require(teamId);
        var weeks = Weeks.range(from == null ? Weeks.of(day(team, null)) : from, count);
        var shares = capacities.ofTeam(teamId, weeks);
        var total = IntStream.range(0, count)
                .map(i -> shares.stream()
                        .mapToInt(share -> share.minutes().get(i))
                        .sum())
                .boxed()
                .toList();
        return new TeamCapacityResponse(
                teamId,
                byWeek(weeks, total),
                shares.stream()
                        .map(share -> new TeamCapacityResponse.TeamMemberCapacity(
                                share.member().id(),
                                share.member().displayName(),
                                isCollaborator(team, share.member()),
                                byWeek(weeks, share.minutes())))
                        .toList());
    }

    private static List<TeamCapacityResponse.TeamWeek> byWeek(List<YearWeek> weeks, List<Integer> minutes) {
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> new TeamCapacityResponse.TeamWeek(weeks.get(i), minutes.get(i)))
                .toList();
    }

    private LocalDate day(TeamResponse team, LocalDate on) {
        return on == null ? LocalDate.now(clock.withZone(ZoneId.of(team.timeZone()))) : on;
    }

    /** By skill. */
    private static Map<UUID, List<Holder>> holders(List<Person> people) {
        Map<UUID, List<Holder>> holders = new HashMap<>();
        for (var member : people) {
            for (var held : member.skills()) {
                holders.computeIfAbsent(held.skillId(), skill -> new ArrayList<>())
                        .add(new Holder(member, held.level()));
            }
        }
        return holders;
    }

    /** P4: somebody whom another department lends. */
    private static boolean isCollaborator(TeamResponse team, Person member) {
        return team.departmentId() != null && !team.departmentId().equals(member.departmentId());
    }
}
