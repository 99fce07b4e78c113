package org.fengong.review.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** Builds the facts of a test: weeks 45 to 48 of 2026 (2 to 29 November), looked at on the Monday after. */
public final class SampleFacts {
    public static final UUID TEAM = new UUID(1, 0);
    public static final UUID ANNA = new UUID(2, 1);
    public static final UUID BEN = new UUID(2, 2);
    public static final UUID CLEO = new UUID(2, 3);
    public static final UUID GOAL = new UUID(3, 1);
    public static final Period PERIOD = new Period(YearWeek.of(2026, 45), YearWeek.of(2026, 48), ZoneOffset.ofHours(8));

    private final List<Facts.MemberWeek> memberWeeks = new ArrayList<>();
    private final List<Facts.MemberWeek> pastWeeks = new ArrayList<>();
    private final List<Facts.Dependency> dependencies = new ArrayList<>();
    private final List<Facts.Released> released = new ArrayList<>();
    private final List<Facts.Offer> offers = new ArrayList<>();
    private final List<Facts.Request> requests = new ArrayList<>();
    private final List<Facts.SkillGap> skillGaps = new ArrayList<>();
    private final List<Facts.Lender> lenders = new ArrayList<>();
    private final List<Facts.Pulse> pulses = new ArrayList<>();
    private final Map<UUID, UUID> departments = new HashMap<>();
    private final Map<UUID, Map<UUID, Integer>> skills = new HashMap<>();
    private final List<Facts.Task> tasks = new ArrayList<>();
    private final List<Facts.Work> work = new ArrayList<>();
    private final List<Facts.Assignment> assignments = new ArrayList<>();
    private final List<Facts.Goal> goals = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 11, 30);

    public static UUID task(int number) {
        return new UUID(4, number);
    }

    public static UUID role(int number) {
        return new UUID(5, number);
    }

    /** Noon UTC of that day of November 2026. */
    public static Instant november(int day) {
        return LocalDate.of(2026, 11, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    public SampleFacts today(LocalDate day) {
        today = day;
        return this;
    }

    public SampleFacts week(UUID member, int week, int loadMinutes, int capacityMinutes, UUID... taskIds) {
        memberWeeks.add(
                new Facts.MemberWeek(member, YearWeek.of(2026, week), loadMinutes, capacityMinutes, List.of(taskIds)));
        return this;
    }

    /** A task of the team for the goal with one role of the same number. */
    public SampleFacts task(int number, int dueDay, Instant completedAt, int effortMinutes, double weight) {
        return task(number, TEAM, GOAL, dueDay, completedAt, effortMinutes, weight, false);
    }

    public SampleFacts task(
            int number,
            UUID team,
            UUID goal,
            int dueDay,
            Instant completedAt,
            int effortMinutes,
            double weight,
            boolean reopened) {
        tasks.add(new Facts.Task(
                task(number),
                team,
                goal,
                weight,
                LocalDate.of(2026, 11, dueDay),
                november(1),
                completedAt == null ? null : november(3),
                completedAt,
                reopened,
                List.of(new Facts.Role(role(number), effortMinutes, null, completedAt, List.of(), Map.of()))));
        return this;
    }

    /** A task with one role, started and not completed; null: not started. */
    public SampleFacts running(int number, Instant startedAt) {
        tasks.add(new Facts.Task(
                task(number),
                TEAM,
                GOAL,
                1,
                LocalDate.of(2026, 12, 31),
                november(1),
                startedAt,
                null,
                false,
                List.of(new Facts.Role(role(number), 600, null, null, List.of(), Map.of()))));
        return this;
    }

    /** A completed task whose role asks for the skills. */
    public SampleFacts skilled(int number, Instant completedAt, int effortMinutes, UUID... skills) {
        tasks.add(new Facts.Task(
                task(number),
                TEAM,
                GOAL,
                1,
                LocalDate.of(2026, 11, 29),
                november(1),
                november(3),
                completedAt,
                false,
                List.of(new Facts.Role(role(number), effortMinutes, null, completedAt, List.of(skills), Map.of()))));
        return this;
    }

    /** An open task whose role asks for the skill at a level; null: it is not known at which. */
    public SampleFacts asking(int number, UUID skill, Integer minLevel) {
        tasks.add(new Facts.Task(
                task(number),
                TEAM,
                GOAL,
                1,
                LocalDate.of(2026, 12, 31),
                november(1),
                null,
                null,
                false,
                List.of(new Facts.Role(
                        role(number),
                        600,
                        null,
                        null,
                        List.of(skill),
                        minLevel == null ? null : Map.of(skill, minLevel)))));
        return this;
    }

    public SampleFacts holds(UUID member, UUID skill, int level) {
        skills.computeIfAbsent(member, one -> new HashMap<>()).put(skill, level);
        return this;
    }

    public SampleFacts dependency(int task, int predecessor, Instant completedAt) {
        dependencies.add(new Facts.Dependency(task(task), task(predecessor), completedAt));
        return this;
    }

    /** A week of the member among those over which fairness is measured. */
    public SampleFacts pastWeek(UUID member, int week, int loadMinutes, int capacityMinutes) {
        pastWeeks.add(new Facts.MemberWeek(member, YearWeek.of(2026, week), loadMinutes, capacityMinutes, List.of()));
        return this;
    }

    /** An assignment over one week that was taken away on that day. */
    public SampleFacts released(UUID member, LocalDate on, int week, int minutes, int loggedMinutes) {
        var yearWeek = YearWeek.of(2026, week);
        released.add(new Facts.Released(
                new UUID(8, released.size()),
                member,
                on,
                List.of(new Facts.WeekMinutes(yearWeek, minutes)),
                List.of(new Facts.WeekMinutes(yearWeek, loggedMinutes))));
        return this;
    }

    public SampleFacts offer(UUID member, Facts.Answer answer, String reason) {
        offers.add(new Facts.Offer(new UUID(10, offers.size()), task(1), member, november(5), answer, reason));
        return this;
    }

    /** Another department was asked for the task on that day of November, at noon UTC. */
    public SampleFacts request(int task, UUID department, int day) {
        requests.add(new Facts.Request(new UUID(11, requests.size()), task(task), department, november(day)));
        return this;
    }

    public SampleFacts skillGap(UUID skill, int holders) {
        skillGaps.add(new Facts.SkillGap(skill, 3, YearWeek.of(2026, 46), 8, holders));
        return this;
    }

    /** So many of another department hold the skill at the level that is lacking. */
    public SampleFacts lender(UUID skill, UUID department, int members) {
        lenders.add(new Facts.Lender(skill, 3, department, members));
        return this;
    }

    public SampleFacts pulse(UUID member, int week, int load, int fit, int clarity) {
        pulses.add(new Facts.Pulse(member, YearWeek.of(2026, week), load, fit, clarity));
        return this;
    }

    public SampleFacts department(UUID member, UUID department) {
        departments.put(member, department);
        return this;
    }

    /** An assignment to the task's role that was given and taken away at these times. */
    public SampleFacts assigned(int task, UUID member, Instant since, Instant until) {
        assignments.add(new Facts.Assignment(
                new UUID(6, assignments.size()),
                task(task),
                role(task),
                member,
                1,
                until == null,
                List.of(),
                since,
                until));
        return this;
    }

    /** Work on the task's role, for the goal. */
    public SampleFacts work(int task, UUID member, int day, int minutes) {
        return work(task, member, LocalDate.of(2026, 11, day), minutes);
    }

    public SampleFacts work(int task, UUID member, LocalDate day, int minutes) {
        work.add(new Facts.Work(task(task), role(task), member, GOAL, day, minutes));
        return this;
    }

    public SampleFacts assignment(int task, UUID member, double fit, boolean standing, Facts.WeekMinutes... weeks) {
        assignments.add(new Facts.Assignment(
                new UUID(6, assignments.size()),
                task(task),
                role(task),
                member,
                fit,
                standing,
                List.of(weeks),
                null,
                null));
        return this;
    }

    public SampleFacts goal(Facts.KeyResult... keyResults) {
        return goal(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), keyResults);
    }

    public SampleFacts goal(LocalDate from, LocalDate to, Facts.KeyResult... keyResults) {
        goals.add(new Facts.Goal(GOAL, from, to, List.of(keyResults)));
        return this;
    }

    public Facts facts() {
        return new Facts(
                TEAM,
                PERIOD,
                today,
                memberWeeks,
                pastWeeks,
                tasks,
                dependencies,
                work,
                assignments,
                released,
                offers,
                requests,
                goals,
                skillGaps,
                lenders,
                departments,
                skills,
                pulses);
    }

    public Metrics metrics() {
        return Metrics.of(facts());
    }
}
