package org.fengong.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.system.Json.each;
import static org.fengong.system.Json.id;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.Service;
import org.fengong.system.Checker.Thing;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.YearWeek;

/**
 * Whatever a client was told stays, once, and everybody comes to know of it, though a service is killed in the middle of
 * the writing.
 */
@ExtendWith(PackagedSuite.Extension.class)
class KillServiceJourneyIT {
    private static final int WRITES = 80;
    private static final int PLANS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"TASKS", "ALLOCATION"})
    void losesAndDoublesNothingWhenAServiceIsKilled(Service killed, PackagedSuite suite) {
        var team = team(suite);
        var planners = team(suite);
        var crowd = new Crowd(suite, team, planners);
        try (crowd) {
            crowd.start();
            awaitMoreWrites(crowd, 1);

            suite.kill(killed);

            awaitMoreWrites(crowd, PLANS);
            crowd.stop();
        }
        suite.awaitEvents();

        System.out.printf(
                "%s was killed: %d writes acknowledged, %d times the outcome was unknown, %d of them had taken effect%n",
                killed, crowd.acknowledged(), crowd.unknown(), crowd.replayed());
        assertThat(crowd.unknown()).as("requests that the kill has cut off").isPositive();
        var check = new Check(suite, team, planners, crowd);
        assertThat(check.tasks()).isEmpty();
        assertThat(check.work()).isEmpty();
        assertThat(check.members()).isEmpty();
        assertThat(check.plans()).isEmpty();
        assertThat(check.assignments()).isEmpty();
        assertThat(check.loads()).isEmpty();
    }

    private static Team team(PackagedSuite suite) {
        var team = new Team(suite, "copywriting");
        team.register("Ana", 1, Map.of("copywriting", 3));
        team.register("Ben", 1, Map.of("copywriting", 4));
        return team.found();
    }

    private static void awaitMoreWrites(Crowd crowd, int plans) {
        var writes = crowd.acknowledged() + WRITES;
        var published = crowd.publishedPlans() + plans;
        await().atMost(PATIENCE).until(() -> crowd.acknowledged() >= writes && crowd.publishedPlans() >= published);
    }

    /** What is stored, told and known elsewhere once nothing is on its way. */
    private static final class Check {
        private final PackagedSuite suite;
        private final Rows rows;
        private final Team team;
        private final Team planners;
        private final Crowd crowd;
        private final List<UUID> teams;
        private final Map<UUID, Long> taskVersions;
        private final List<Event> taskEvents;
        private final List<Event> workEvents;

        Check(PackagedSuite suite, Team team, Team planners, Crowd crowd) {
            this.suite = suite;
            this.rows = new Rows(suite);
            this.team = team;
            this.planners = planners;
            this.crowd = crowd;
            this.teams = List.of(team.id(), planners.id());
            this.taskVersions =
                    rows.numbers(Service.TASKS, "select id, version from task where team_id = any (?)", teams);
            this.taskEvents = of(suite.topic("fengong.tasks.task.v1"));
            this.workEvents = of(suite.topic("fengong.tasks.work.v1"));
        }

        List<String> tasks() {
            var stored = each(team.leadAtTasks().list("/tasks?teamId=" + team.id()))
                    .map(task -> new Thing(task.path("key").asText(), id(task)))
                    .toList();
            var problems = new ArrayList<>(Checker.exactlyOnce(crowd.tasks, stored));
            var told = new ArrayList<>(taskEvents);
            told.addAll(workEvents);
            problems.addAll(Checker.eachVersionToldOnce(taskVersions, told));
            for (var reader : List.of(Service.ALLOCATION, Service.REVIEW)) {
                problems.addAll(Checker.same(
                        "task of " + reader,
                        Checker.lastVersions(taskEvents),
                        rows.numbers(reader, "select id, version from task_snapshot where team_id = any (?)", teams)));
            }
            return problems;
        }

        List<String> work() {
            var stored = rows.list(
                    Service.TASKS,
                    "select w.note, w.id from work_log w join task t on t.id = w.task_id where t.team_id = any (?)",
                    teams,
                    row -> new Thing(row.getString(1), row.getObject(2, UUID.class)));
            var problems = new ArrayList<>(Checker.exactlyOnce(crowd.workLogs, stored));
            var told = workEvents.stream()
                    .map(event -> new Thing("log", id(event.data(), "workLogId")))
                    .toList();
            problems.addAll(
                    Checker.repeated("work-logged", told, log -> log.id().toString()));
            var minutes = rows.numbers(
                    Service.TASKS,
                    "select w.id, w.minutes from work_log w join task t on t.id = w.task_id where t.team_id = any (?)",
                    teams);
            problems.addAll(Checker.same(
                    "work of the topic",
                    minutes,
                    workEvents.stream()
                            .collect(toMap(
                                    event -> id(event.data(), "workLogId"),
                                    event -> event.data().path("minutes").asLong()))));
            problems.addAll(Checker.same(
                    "work of REVIEW",
                    minutes,
                    rows.numbers(Service.REVIEW, "select id, minutes from work_log where team_id = any (?)", teams)));
            problems.addAll(Checker.same(
                    "progress of ALLOCATION",
                    workEvents.stream()
                            .collect(groupingBy(
                                    event -> UUID.fromString(event.key()),
                                    summingLong(event ->
                                            event.data().path("minutes").asLong()))),
                    rows.numbers(
                            Service.ALLOCATION,
                            "select p.task_id, sum(p.logged_minutes) from role_progress p"
                                    + " join task_snapshot t on t.id = p.task_id where t.team_id = any (?) group by 1",
                            teams)));
            return problems;
        }

        List<String> members() {
            var ids = team.people().stream().map(Team.Person::id).toList();
            var versions = rows.numbers(Service.MEMBERS, "select id, version from member where id = any (?)", ids);
            var events = suite.topic("fengong.members.member.v1").stream()
                    .filter(event -> ids.contains(UUID.fromString(event.key())))
                    .toList();
            var problems = new ArrayList<>(Checker.eachVersionToldOnce(versions, events));
            // every occupation was told once, and the last one of each member is the one that stands
            var told = events.stream()
                    .filter(event -> event.data().path("occupation").asText().startsWith("Occupation"))
                    .map(event -> new Thing(event.data().path("occupation").asText(), UUID.fromString(event.key())))
                    .toList();
            problems.addAll(Checker.exactlyOnce(crowd.occupations, told));
            for (var reader : List.of(Service.ALLOCATION, Service.REVIEW)) {
                problems.addAll(Checker.same(
                        "member of " + reader,
                        versions,
                        rows.numbers(reader, "select id, version from member_snapshot where id = any (?)", ids)));
            }
            return problems;
        }

        List<String> plans() {
            var stored = each(planners.leadAtAllocation().list("/plans?teamId=" + planners.id()))
                    .map(plan -> new Thing(plan.path("status").asText(), id(plan)))
                    .toList();
            var problems = new ArrayList<String>();
            var acknowledged = crowd.plans.stream().map(Thing::id).toList();
            problems.addAll(Checker.same(
                    "plan",
                    acknowledged.stream().collect(toMap(plan -> plan, plan -> 1L)),
                    stored.stream().collect(groupingBy(Thing::id, counting()))));
            var events = Checker.distinct(suite.topic("fengong.allocation.plan.v1")).stream()
                    .filter(event -> acknowledged.contains(UUID.fromString(event.key())))
                    .toList();
            problems.addAll(Checker.repeated("fact", events, event -> event.key() + " " + event.type()));
            var facts = events.stream().collect(groupingBy(Event::key, counting()));
            for (var plan : stored) {
                // solved, published, superseded
                var expected = List.of("DRAFT", "PUBLISHED", "SUPERSEDED").indexOf(plan.name()) + 1;
                if (facts.getOrDefault(plan.id().toString(), 0L) != expected) {
                    problems.add("%s is told %s times"
                            .formatted(plan, facts.get(plan.id().toString())));
                }
            }
            assertThat(stored.stream().filter(plan -> plan.name().equals("PUBLISHED")))
                    .as("plans in force")
                    .hasSize(1);
            return problems;
        }

        /** Who has which role: as allocation-service, tasks-service and review-service know it. */
        List<String> assignments() {
            var active = each(planners.leadAtAllocation().list("/assignments?status=ACTIVE&teamId=" + planners.id()))
                    .toList();
            var problems = new ArrayList<>(Checker.repeated(
                    "role", active, assignment -> assignment.path("roleId").asText()));
            assertThat(active).as("assignments").isNotEmpty();
            var expected = active.stream().collect(toMap(a -> id(a, "roleId"), a -> id(a, "memberId")));
            var assignees = new HashMap<UUID, UUID>();
            for (var task : planners.leadAtTasks().list("/tasks?teamId=" + planners.id())) {
                each(planners.leadAtTasks().get("/tasks/" + id(task)).path("roles"))
                        .filter(role -> role.hasNonNull("assigneeId"))
                        .forEach(role -> assignees.put(id(role, "roleId"), id(role, "assigneeId")));
            }
            problems.addAll(Checker.same("assignee of TASKS", expected, assignees));
            var divided = new HashMap<UUID, UUID>();
            rows.list(
                            Service.REVIEW,
                            "select assignments::text from task_division where team_id = any (?)",
                            teams,
                            row -> Json.read(row.getString(1)))
                    .forEach(division -> each(division)
                            .filter(a -> a.path("standing").asBoolean())
                            .forEach(a -> divided.put(id(a, "roleId"), id(a, "memberId"))));
            problems.addAll(Checker.same("division of REVIEW", expected, divided));
            return problems;
        }

        /** Minutes by member and week: the assignments' sum, what the API says, and what review-service knows. */
        List<String> loads() {
            var sums = new HashMap<String, Long>();
            for (var assignment : planners.leadAtAllocation().list("/assignments?teamId=" + planners.id())) {
                assignment
                        .path("weeks")
                        .forEach(week -> sums.merge(
                                assignment.path("memberId").asText() + " "
                                        + week.path("week").asText(),
                                week.path("minutes").asLong(),
                                Long::sum));
            }
            var loads = new HashMap<String, Long>();
            var now = YearWeek.from(suite.now().atZone(Team.ZONE).toLocalDate());
            planners.leadAtAllocation()
                    .get("/loads?weeks=8&teamId=%s&from=%s".formatted(planners.id(), now))
                    .path("members")
                    .forEach(member -> member.path("weeks")
                            .forEach(week -> loads.put(
                                    member.path("memberId").asText() + " "
                                            + week.path("week").asText(),
                                    week.path("loadMinutes").asLong())));
            loads.values().removeIf(minutes -> minutes == 0);
            var problems = new ArrayList<>(Checker.same("load", sums, loads));
            var reviewed = new HashMap<String, Long>();
            rows.list(
                    Service.REVIEW,
                    "select member_id || ' ' || week, load_minutes from member_week"
                            + " where load_minutes > 0 and member_id = any (?)",
                    planners.people().stream().map(Team.Person::id).toList(),
                    row -> reviewed.put(row.getString(1), row.getLong(2)));
            problems.addAll(Checker.same("load of REVIEW", sums, reviewed));
            return problems;
        }

        private List<Event> of(List<Event> events) {
            var ids = taskVersions.keySet().stream().map(UUID::toString).collect(toSet());
            return Checker.distinct(events).stream()
                    .filter(event -> ids.contains(event.key())
                            || teams.contains(
                                    UUID.fromString(event.data().path("teamId").asText())))
                    .toList();
        }
    }
}
