package org.fengong.review.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.time.Weeks;
import org.fengong.review.division.DivisionFacts;
import org.fengong.review.member.Members;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.FairnessOverTime;
import org.fengong.review.metric.Period;
import org.fengong.review.organisation.Membership;
import org.fengong.review.organisation.Team;
import org.fengong.review.pulse.Pulses;
import org.fengong.review.work.WorkFacts;
import org.threeten.extra.YearWeek;

/** Puts together what is known of a team and a period. */
@ApplicationScoped
class FactReader {
    private record MemberAndWeek(UUID memberId, YearWeek week) {}

    private final Members members;
    private final WorkFacts work;
    private final DivisionFacts division;
    private final Pulses pulses;

    FactReader(Members members, WorkFacts work, DivisionFacts division, Pulses pulses) {
        this.members = members;
        this.work = work;
        this.division = division;
        this.pulses = pulses;
    }

    Facts read(Team team, Period period, LocalDate today) {
        var goals = work.goals(team.id(), period);
        var goalIds = goals.stream().map(Facts.Goal::goalId).collect(Collectors.toSet());
        var tasks = work.tasks(team.id(), goalIds, period);
        var taskIds = tasks.stream().map(Facts.Task::taskId).collect(Collectors.toSet());
        var dependencies = work.dependencies(taskIds);
        var worked = new HashSet<>(taskIds);
        dependencies.forEach(dependency -> worked.add(dependency.predecessorId()));
        var logged = work.work(worked, goalIds, period);
        var window = new Period(period.to().minusWeeks(FairnessOverTime.WEEKS - 1), period.to(), period.zone());
        var pastWeeks = memberWeeks(team, window);
        var assignments = division.assignments(taskIds);
        var people = Stream.of(
                        pastWeeks.stream().map(Facts.MemberWeek::memberId),
                        assignments.stream().map(Facts.Assignment::memberId),
                        logged.stream().map(Facts.Work::memberId))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        var gaps = division.skillGaps(team.id(), period);
        return new Facts(
                team.id(),
                period,
                today,
                memberWeeks(team, period),
                pastWeeks,
                tasks,
                dependencies,
                logged,
                assignments,
                released(pastWeeks, window),
                division.offers(team.id(), period),
                division.openRequests(team.id(), period),
                goals,
                gaps,
                lenders(team, gaps, today),
                members.departments(people),
                members.skills(people),
                pulses.facts(team.id(), period));
    }

    /** Where the skills are that the team lacks. */
    private List<Facts.Lender> lenders(Team team, List<Facts.SkillGap> gaps, LocalDate today) {
        var own = team.memberships().stream().map(Membership::memberId).collect(Collectors.toSet());
        return gaps.stream()
                .flatMap(gap -> members.holders(gap.skillId(), gap.minLevel(), today, own).entrySet().stream()
                        .filter(department -> !department.getKey().equals(team.departmentId()))
                        .map(department -> new Facts.Lender(
                                gap.skillId(), gap.minLevel(), department.getKey(), department.getValue())))
                .toList();
    }

    /** What the members lost in the weeks of the window before it was done, in whichever team. */
    private List<Facts.Released> released(List<Facts.MemberWeek> weeks, Period window) {
        var memberIds = weeks.stream().map(Facts.MemberWeek::memberId).collect(Collectors.toSet());
        var ended = division.endedOf(memberIds, window.start());
        var taskIds = ended.stream().map(Facts.Assignment::taskId).collect(Collectors.toSet());
        var completed = work.completedRoles(taskIds);
        var logged = work.work(taskIds, Set.of(), window);
        return ended.stream()
                .filter(assignment -> assignment.isReleased(completed.get(assignment.roleId())))
                .map(assignment -> new Facts.Released(
                        assignment.assignmentId(),
                        assignment.memberId(),
                        window.dayOf(assignment.until()),
                        assignment.weeks(),
                        logged.stream()
                                .filter(work -> work.roleId().equals(assignment.roleId())
                                        && work.memberId().equals(assignment.memberId()))
                                .map(work -> new Facts.WeekMinutes(Weeks.of(work.day()), work.minutes()))
                                .toList()))
                .toList();
    }

    /**
     * Load and capacity as allocation-service last told them, which for a week that has ended is how it was planned at
     * its end; a week of which it never told has no load, and the capacity that follows from the member's working time.
     */
    private List<Facts.MemberWeek> memberWeeks(Team team, Period period) {
        var weeksByMember = new HashMap<UUID, List<YearWeek>>();
        for (var week : period.weeks()) {
            var there = new HashSet<UUID>();
            team.memberships().stream()
                    .filter(membership -> membership.overlaps(Weeks.monday(week), Weeks.sunday(week)))
                    .forEach(membership -> there.add(membership.memberId()));
            there.forEach(member -> weeksByMember
                    .computeIfAbsent(member, m -> new ArrayList<>())
                    .add(week));
        }
        Map<MemberAndWeek, Facts.MemberWeek> told = division.memberWeeks(weeksByMember.keySet(), period).stream()
                .collect(Collectors.toMap(week -> new MemberAndWeek(week.memberId(), week.week()), week -> week));
        var capacities = members.capacities(weeksByMember.keySet());
        var result = new ArrayList<Facts.MemberWeek>();
        weeksByMember.forEach((member, weeks) -> weeks.forEach(week -> {
            var known = told.get(new MemberAndWeek(member, week));
            var capacity = capacities.getOrDefault(member, w -> 0);
            result.add(
                    known != null
                            ? known
                            : new Facts.MemberWeek(member, week, 0, capacity.applyAsInt(week), List.of()));
        }));
        return result;
    }
}
