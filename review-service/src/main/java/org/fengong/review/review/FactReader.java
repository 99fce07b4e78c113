package org.fengong.review.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.time.Weeks;
import org.fengong.review.division.DivisionFacts;
import org.fengong.review.member.Members;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;
import org.fengong.review.organisation.Team;
import org.fengong.review.work.WorkFacts;
import org.threeten.extra.YearWeek;

/** Puts together what is known of a team and a period. */
@ApplicationScoped
class FactReader {
    private record MemberAndWeek(UUID memberId, YearWeek week) {}

    private final Members members;
    private final WorkFacts work;
    private final DivisionFacts division;

    FactReader(Members members, WorkFacts work, DivisionFacts division) {
        this.members = members;
        this.work = work;
        this.division = division;
    }

    Facts read(Team team, Period period, LocalDate today) {
        var goals = work.goals(team.id(), period);
        var goalIds = goals.stream().map(Facts.Goal::goalId).collect(Collectors.toSet());
        var tasks = work.tasks(team.id(), goalIds, period);
        var taskIds = tasks.stream().map(Facts.Task::taskId).collect(Collectors.toSet());
        return new Facts(
                team.id(),
                period,
                today,
                memberWeeks(team, period),
                tasks,
                work.work(taskIds, goalIds, period),
                division.assignments(taskIds),
                goals);
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
