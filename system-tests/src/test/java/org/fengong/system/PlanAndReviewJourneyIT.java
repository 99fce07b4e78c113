package org.fengong.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.fengong.system.Json.each;
import static org.fengong.system.Json.id;
import static org.fengong.system.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeten.extra.YearWeek;

/**
 * The main job from end to end: a team divides its work, does a part of it, reviews how it went, and plans again. Every
 * figure that a service tells is computed here a second time, from what was sent to it.
 */
@ExtendWith(PackagedSuite.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanAndReviewJourneyIT {
    private static final int WEEKS = 6;

    /** A member's week. */
    private record MemberWeek(UUID memberId, String week) {}

    /** Work as it was logged here. */
    private record Logged(UUID taskId, UUID roleId, UUID memberId, int minutes) {}

    private PackagedSuite suite;
    private Team team;
    private LocalDate firstMonday;
    private YearWeek first;
    private UUID goalId;
    private UUID keyResultId;
    private final Map<String, UUID> taskIds = new LinkedHashMap<>();
    private final Map<UUID, Double> contributionWeights = new HashMap<>();
    private final List<Logged> logged = new ArrayList<>();
    private UUID planId;
    private JsonNode assigned;
    private UUID draftId;

    @BeforeAll
    void aTeamWithLevelsOnAMonday(PackagedSuite suite) {
        this.suite = suite;
        firstMonday = suite.now().atZone(Team.ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        first = YearWeek.from(firstMonday);
        suite.moveTo(firstMonday.atTime(LocalTime.of(8, 0)).atZone(Team.ZONE).toInstant());
        team = new Team(suite, "copywriting", "design", "video");
        team.register("Ana", 0.5, Map.of("copywriting", 4));
        team.register("Ben", 0.8, Map.of("copywriting", 3, "design", 2));
        team.register("Chen", 0.8, Map.of("design", 4));
        team.register("Dara", 0.6, Map.of("copywriting", 2, "design", 3, "video", 2));
        team.found();
    }

    @Test
    @Order(1)
    void goalsAndTasksShowTheDemand() {
        var goal = team.leadAtTasks()
                .post(
                        "/goals",
                        object(
                                "teamId",
                                team.id(),
                                "key",
                                "sign-ups",
                                "title",
                                "More sign-ups",
                                "from",
                                firstMonday,
                                "to",
                                firstMonday.plusWeeks(WEEKS),
                                "keyResults",
                                List.of(object(
                                        "title",
                                        "Sign-ups a week",
                                        "unit",
                                        "sign-ups",
                                        "baseline",
                                        100,
                                        "target",
                                        200))));
        goalId = id(goal);
        keyResultId = id(goal.path("keyResults").get(0), "keyResultId");

        create("brief", 0.5, 1, List.of(team.role("Author", 600, "copywriting", 3)));
        create(
                "visuals",
                1.0,
                3,
                List.of(team.role("Designer", 900, "design", 3), team.role("Proof-reader", 120, "copywriting", 2)),
                "brief");
        create("landing-page", 0.8, 5, List.of(team.role("Author", 1200, "copywriting", 3)), "visuals");
        create("newsletter", 0.3, 2, List.of(team.role("Author", 300, "copywriting", 2)));
        create("film", 1.0, 5, List.of(team.role("Director", 600, "video", 5)));

        var demand = team.leadAtTasks()
                .get("/demand?teamId=%s&from=%s&weeks=%d".formatted(team.id(), first, WEEKS))
                .path("demand");
        assertThat(sum(demand.path("total"))).isEqualTo(600 + 900 + 120 + 1200 + 300 + 600);
        assertThat(each(demand.path("bySkill"))
                        .collect(toMap(part -> team.skillKey(id(part, "of")), part -> sum(part.path("weeks")))))
                .isEqualTo(Map.of("copywriting", 600 + 120 + 1200 + 300, "design", 900, "video", 600));
    }

    @Test
    @Order(2)
    void thePlanKeepsEveryRuleAndSaysWhy() {
        var asked = team.leadAtAllocation()
                .post(
                        "/plans",
                        object(
                                "teamIds",
                                List.of(team.id()),
                                "fromWeek",
                                first.toString(),
                                "weeks",
                                WEEKS,
                                "mustSee",
                                taskIds.values().stream()
                                        .map(task -> object("taskId", task, "version", 1))
                                        .toList()));
        planId = id(asked);
        var plan = awaitSolved(planId);

        assertThat(plan.path("assignedRoles").asInt()).isEqualTo(5);
        assertThat(plan.path("unassignedRoles").asInt()).isEqualTo(1);
        var value = plan.path("value").asLong();
        var bound = plan.path("bound").asLong();
        assertThat(bound).isPositive().isLessThanOrEqualTo(value);
        assertThat(plan.path("gap").asDouble()).isCloseTo((double) (value - bound) / value, within(1e-9));

        var division = team.leadAtAllocation().get("/plans/" + planId + "/assignments");
        assigned = division.path("assigned");
        var roles = rolesById();
        for (var assignment : assigned) {
            var role = roles.get(id(assignment, "roleId"));
            assertThat(sum(assignment.path("weeks")))
                    .isEqualTo(role.path("effortMinutes").asInt());
            var needed = role.path("skills").get(0);
            var skill = team.skillKey(id(needed, "skillId"));
            var minLevel = needed.path("minLevel").asInt();
            var level = team.person(id(assignment, "memberId")).levels().getOrDefault(skill, 0);
            assertThat(level).isGreaterThanOrEqualTo(minLevel);
            assertThat(assignment.path("reason").asText())
                    .startsWith("%s %d (needs %d)".formatted(skill, level, minLevel));
        }
        minutesByWeek(assigned)
                .forEach((week, minutes) -> assertThat(minutes)
                        .isLessThanOrEqualTo(team.person(week.memberId()).weekMinutes()));
        assertThat(startOf("visuals")).isGreaterThan(endOf("brief"));
        assertThat(startOf("landing-page")).isGreaterThan(endOf("visuals"));

        var nobody = division.path("unassigned").get(0);
        assertThat(id(nobody, "taskId")).isEqualTo(taskIds.get("film"));
        assertThat(nobody.path("reason").asText()).isEqualTo("NO_ONE_HOLDS_SKILL");
        assertThat(nobody.path("nearest").get(0).path("memberName").asText()).isEqualTo("Dara");
        assertThat(loads().values()).as("loads before the plan is published").containsOnly(0);
    }

    @Test
    @Order(3)
    void publishingGivesTheTasksToTheirMembers() {
        var published = team.leadAtAllocation().post("/plans/" + planId + "/publish", Map.of());
        suite.awaitEvents();

        assertThat(published.path("status").asText()).isEqualTo("PUBLISHED");
        var tasks = tasksByKey();
        assertThat(tasks.keySet().stream().collect(toMap(key -> key, key -> status(tasks.get(key)))))
                .isEqualTo(Map.of(
                        "brief", "ASSIGNED",
                        "visuals", "ASSIGNED",
                        "landing-page", "ASSIGNED",
                        "newsletter", "ASSIGNED",
                        "film", "OPEN"));
        var roles = rolesById();
        for (var assignment : assigned) {
            assertThat(id(roles.get(id(assignment, "roleId")), "assigneeId")).isEqualTo(id(assignment, "memberId"));
        }
    }

    @Test
    @Order(4)
    void loadsAreTheSumsOfTheAssignmentsAndTheTopicsTellThem() {
        var expected = minutesByWeek(assigned);

        assertThat(withoutZeros(loads())).isEqualTo(expected);

        assertThat(withoutZeros(loadsAsTold())).isEqualTo(expected);
        var told = suite.topic("fengong.allocation.assignment.v1").stream()
                .filter(event -> taskIds.containsValue(UUID.fromString(event.key())))
                .collect(groupingBy(Event::key));
        assertThat(told.keySet())
                .isEqualTo(each(assigned).map(a -> a.path("taskId").asText()).collect(toSet()));
        told.forEach((taskId, events) -> {
            assertThat(events).hasSize(1);
            assertThat(events.get(0).type()).isEqualTo("fengong.allocation.task-assigned.v1");
            assertThat(each(events.get(0).data().path("assignments"))
                            .collect(toMap(a -> id(a, "roleId"), a -> id(a, "memberId"))))
                    .isEqualTo(each(assigned)
                            .filter(a -> a.path("taskId").asText().equals(taskId))
                            .collect(toMap(a -> id(a, "roleId"), a -> id(a, "memberId"))));
        });
        assertThat(typesOfPlan(planId))
                .containsExactly("fengong.allocation.plan-solved.v1", "fengong.allocation.plan-published.v1");
    }

    @Test
    @Order(5)
    void aMemberReadsWhatToDoWhyAndWithWhom() {
        var mine = assignmentOf("visuals", "Designer");
        var memberId = id(mine, "memberId");

        var briefing = suite.allocation("member", memberId).get("/members/" + memberId + "/briefing");

        assertThat(each(briefing.path("roles")).map(role -> id(role, "taskId")).collect(toSet()))
                .isEqualTo(each(assigned)
                        .filter(a -> id(a, "memberId").equals(memberId))
                        .map(a -> id(a, "taskId"))
                        .collect(toSet()));
        var role = each(briefing.path("roles"))
                .filter(r -> id(r, "taskId").equals(taskIds.get("visuals")))
                .findFirst()
                .orElseThrow();
        assertThat(id(role.path("goal"), "goalId")).isEqualTo(goalId);
        assertThat(role.path("shareOfTask").asDouble()).isCloseTo(900 / 1020.0, within(1e-9));
        assertThat(id(role.path("waitsFor").get(0), "taskId")).isEqualTo(taskIds.get("brief"));
        assertThat(id(role.path("waitedForBy").get(0), "taskId")).isEqualTo(taskIds.get("landing-page"));
    }

    @Test
    @Order(6)
    void workIsLoggedAndCompletedWeekByWeek() {
        work("brief", 1000);
        work("newsletter", 330);
        work("visuals", 1300, 130);
        suite.awaitEvents();

        for (var key : List.of("brief", "newsletter", "visuals")) {
            var task = team.leadAtTasks().get("/tasks/" + taskIds.get(key));
            assertThat(status(task)).isEqualTo("COMPLETED");
            assertThat(sum(task.path("roles"), "loggedMinutes")).isEqualTo(minutesOf(taskIds.get(key)));
        }
        var measured = team.leadAtTasks()
                .post(
                        "/goals/" + goalId + "/key-results/" + keyResultId + "/measurements",
                        object("value", 140, "measuredOn", today()));
        assertThat(measured.path("keyResults").get(0).path("current").asInt()).isEqualTo(140);
    }

    @Test
    @Order(7)
    void theReviewMeasuresWhatHasHappened() {
        var last = YearWeek.from(today());
        suite.awaitEvents();

        var review = team.leadAtReview()
                .post("/reviews", object("teamId", team.id(), "from", first.toString(), "to", last.toString()));

        var metrics = review.path("metrics");
        assertContributions(metrics.path("contributions").path("goals"));
        var estimated = 600 + 300 + 900 + 120;
        var actual = logged.stream().mapToInt(Logged::minutes).sum();
        assertThat(metrics.path("estimateRatio").path("value").asDouble())
                .isCloseTo((double) actual / estimated, within(1e-9));
        var onTime = Stream.of("brief", "newsletter", "visuals")
                .map(key -> team.leadAtTasks().get("/tasks/" + taskIds.get(key)))
                .filter(task -> !LocalDate.parse(task.path("dueDate").asText())
                        .isBefore(Instant.parse(task.path("completedAt").asText())
                                .atZone(Team.ZONE)
                                .toLocalDate()))
                .count();
        assertThat(metrics.path("delivery").path("onTimeRate").path("value").asDouble())
                .isCloseTo(onTime / 3.0, within(1e-9));
        assertLoadBalance(metrics.path("loadBalance"), first, last);

        var findings = each(review.path("findings"))
                .collect(toMap(
                        f -> f.path("kind").asText(), f -> f.path("severity").asText()));
        assertThat(findings).containsEntry("ESTIMATES_OFF", "WARNING");
        var proposal = each(review.path("adjustments"))
                .filter(p -> p.path("replan").path("policy").has("maxLoadRatio"))
                .findFirst()
                .orElseThrow();
        accept(review, proposal);
    }

    @Test
    @Order(8)
    void thePlanOfTheAcceptedProposalIsPublished() {
        var left = Set.of(taskIds.get("landing-page"), taskIds.get("film"));
        var draft = awaitSolved(draftId);
        assertThat(each(team.leadAtAllocation()
                                .get("/plans/" + draftId + "/assignments")
                                .path("assigned"))
                        .map(a -> id(a, "taskId")))
                .isSubsetOf(left);

        var published = team.leadAtAllocation().post("/plans/" + draftId + "/publish", Map.of());
        suite.awaitEvents();

        assertThat(published.path("version").asLong())
                .isGreaterThan(draft.path("version").asLong());
        assertThat(status(team.leadAtAllocation().get("/plans/" + draftId))).isEqualTo("PUBLISHED");
        assertThat(status(team.leadAtAllocation().get("/plans/" + planId))).isEqualTo("SUPERSEDED");
        assertThat(typesOfPlan(planId)).endsWith("fengong.allocation.plan-superseded.v1");
        var standing = team.leadAtAllocation().list("/assignments?teamId=" + team.id());
        assertThat(withoutZeros(loads())).isEqualTo(withoutZeros(minutesByWeek(standing)));
        assertThat(withoutZeros(loadsAsTold())).isEqualTo(withoutZeros(minutesByWeek(standing)));
        assertThat(each(standing).filter(a -> status(a).equals("ACTIVE")).map(a -> id(a, "roleId")))
                .as("no role stands with two members")
                .doesNotHaveDuplicates();
    }

    private void create(
            String key, double weight, int dueWeek, List<Map<String, Object>> roles, String... predecessors) {
        var due = firstMonday.plusWeeks(dueWeek).with(DayOfWeek.FRIDAY);
        var task = team.createTask(team.task(
                key,
                goalId,
                weight,
                due,
                roles,
                Stream.of(predecessors).map(taskIds::get).toList()));
        assertThat(status(task)).isEqualTo("OPEN");
        taskIds.put(key, id(task));
        contributionWeights.put(id(task), weight);
    }

    private JsonNode awaitSolved(UUID id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> team.leadAtAllocation().get("/plans/" + id),
                        plan -> !status(plan).equals("SOLVING"));
    }

    /**
     * Moves business time to the end of the task's last week, where its members log their minutes, in the order of the
     * roles, and complete the roles, and the lead completes the task.
     */
    private void work(String key, int... minutesOfRoles) {
        var taskId = taskIds.get(key);
        var friday = YearWeek.parse(endOf(key)).atDay(DayOfWeek.FRIDAY);
        suite.moveTo(friday.atTime(LocalTime.of(17, 0)).atZone(Team.ZONE).toInstant());
        var roles = team.leadAtTasks().get("/tasks/" + taskId).path("roles");
        for (int i = 0; i < minutesOfRoles.length; i++) {
            var roleId = id(roles.get(i), "roleId");
            var memberId = id(roles.get(i), "assigneeId");
            var member = suite.tasks("member", memberId);
            var day = friday;
            for (int left = minutesOfRoles[i]; left > 0; left -= Team.DAY_MINUTES) {
                var minutes = Math.min(left, Team.DAY_MINUTES);
                member.post(
                        "/tasks/" + taskId + "/work-logs", object("roleId", roleId, "date", day, "minutes", minutes));
                logged.add(new Logged(taskId, roleId, memberId, minutes));
                day = day.minusDays(1);
            }
            assertThat(status(member.get("/tasks/" + taskId))).isEqualTo("IN_PROGRESS");
            member.post("/tasks/" + taskId + "/roles/" + roleId + "/complete", Map.of());
        }
        team.leadAtTasks().post("/tasks/" + taskId + "/complete", Map.of());
    }

    /** By hours: own minutes ÷ all minutes. By outcome: Σ weight × own share of the task ÷ Σ weight. */
    private void assertContributions(JsonNode goals) {
        var goal = each(goals)
                .filter(g -> id(g, "goalId").equals(goalId))
                .findFirst()
                .orElseThrow();
        var all = logged.stream().mapToInt(Logged::minutes).sum();
        assertThat(goal.path("loggedMinutes").asInt()).isEqualTo(all);
        var own = logged.stream().collect(groupingBy(Logged::memberId, summingInt(Logged::minutes)));
        var done = logged.stream().map(Logged::taskId).collect(toSet());
        var weights = done.stream().mapToDouble(contributionWeights::get).sum();
        assertThat(each(goal.path("members")).map(m -> id(m, "memberId")).collect(toSet()))
                .isEqualTo(own.keySet());
        for (var member : goal.path("members")) {
            var memberId = id(member, "memberId");
            assertThat(member.path("shareByHours").asDouble())
                    .isCloseTo((double) own.get(memberId) / all, within(1e-9));
            var outcome = done.stream()
                    .mapToDouble(task -> contributionWeights.get(task) * minutesOf(task, memberId) / minutesOf(task))
                    .sum();
            assertThat(member.path("shareByOutcome").asDouble()).isCloseTo(outcome / weights, within(1e-9));
        }
    }

    /** Coefficient of variation of the members' load ÷ capacity over the weeks of the review. */
    private void assertLoadBalance(JsonNode balance, YearWeek from, YearWeek to) {
        var weeks = IntStream.iterate(0, i -> !from.plusWeeks(i).isAfter(to), i -> i + 1)
                .mapToObj(i -> from.plusWeeks(i).toString())
                .collect(toSet());
        var loads = loads();
        var ratios = team.people().stream()
                .mapToDouble(person -> loads.entrySet().stream()
                                .filter(load -> load.getKey().memberId().equals(person.id())
                                        && weeks.contains(load.getKey().week()))
                                .mapToInt(Map.Entry::getValue)
                                .sum()
                        / (double) (person.weekMinutes() * weeks.size()))
                .toArray();
        var mean = Arrays.stream(ratios).average().orElseThrow();
        var variance = Arrays.stream(ratios)
                .map(ratio -> (ratio - mean) * (ratio - mean))
                .average()
                .orElseThrow();
        assertThat(balance.path("coefficientOfVariation").path("value").asDouble())
                .isCloseTo(Math.sqrt(variance) / mean, within(1e-6));
    }

    private void accept(JsonNode review, JsonNode proposal) {
        var accepted = team.leadAtReview()
                .post("/reviews/" + id(review) + "/adjustments/" + id(proposal) + "/accept", Map.of());
        assertThat(status(accepted)).isEqualTo("ACCEPTED");
        draftId = id(accepted, "planId");
        var draft = awaitSolved(draftId);
        assertThat(status(draft)).isEqualTo("DRAFT");
        assertThat(draft.path("policy").path("maxLoadRatio").asDouble())
                .isEqualTo(proposal.path("replan")
                        .path("policy")
                        .path("maxLoadRatio")
                        .asDouble());
    }

    private LocalDate today() {
        return suite.now().atZone(Team.ZONE).toLocalDate();
    }

    private Map<String, JsonNode> tasksByKey() {
        return taskIds.keySet().stream()
                .collect(toMap(key -> key, key -> team.leadAtTasks().get("/tasks/" + taskIds.get(key))));
    }

    private Map<UUID, JsonNode> rolesById() {
        return tasksByKey().values().stream()
                .flatMap(task -> each(task.path("roles")))
                .collect(toMap(role -> id(role, "roleId"), role -> role));
    }

    private Map<MemberWeek, Integer> loads() {
        var loads = new HashMap<MemberWeek, Integer>();
        var answer =
                team.leadAtAllocation().get("/loads?teamId=%s&from=%s&weeks=%d".formatted(team.id(), first, WEEKS * 3));
        for (var member : answer.path("members")) {
            var person = team.person(id(member, "memberId"));
            for (var week : member.path("weeks")) {
                assertThat(week.path("capacityMinutes").asInt()).isEqualTo(person.weekMinutes());
                loads.put(
                        new MemberWeek(person.id(), week.path("week").asText()),
                        week.path("loadMinutes").asInt());
            }
        }
        return loads;
    }

    /** The loads as somebody knows them who has read the topic from its beginning. */
    private Map<MemberWeek, Integer> loadsAsTold() {
        var ours = team.people().stream().map(p -> p.id().toString()).collect(toSet());
        var loads = new HashMap<MemberWeek, Integer>();
        suite.topic("fengong.allocation.load.v1").stream()
                .filter(event ->
                        event.type().equals("fengong.allocation.load-changed.v1") && ours.contains(event.key()))
                .forEach(event -> event.data().path("weeks").forEach(week -> {
                    var before = loads.put(
                            new MemberWeek(
                                    UUID.fromString(event.key()),
                                    week.path("week").asText()),
                            week.path("loadMinutes").asInt());
                    assertThat(week.path("previousLoadMinutes").asInt()).isEqualTo(before == null ? 0 : before);
                }));
        return loads;
    }

    private List<String> typesOfPlan(UUID id) {
        return suite.topic("fengong.allocation.plan.v1").stream()
                .filter(event -> event.key().equals(id.toString()))
                .map(Event::type)
                .toList();
    }

    private static Map<MemberWeek, Integer> minutesByWeek(JsonNode assignments) {
        var minutes = new HashMap<MemberWeek, Integer>();
        for (var assignment : assignments) {
            for (var week : assignment.path("weeks")) {
                minutes.merge(
                        new MemberWeek(
                                id(assignment, "memberId"), week.path("week").asText()),
                        week.path("minutes").asInt(),
                        Integer::sum);
            }
        }
        return minutes;
    }

    private static <K> Map<K, Integer> withoutZeros(Map<K, Integer> minutes) {
        var others = new HashMap<>(minutes);
        others.values().removeIf(value -> value == 0);
        return others;
    }

    private JsonNode assignmentOf(String taskKey, String roleName) {
        return each(assigned)
                .filter(a -> id(a, "taskId").equals(taskIds.get(taskKey))
                        && a.path("roleName").asText().equals(roleName))
                .findFirst()
                .orElseThrow();
    }

    private String startOf(String key) {
        return weeksOf(key).get(0);
    }

    private String endOf(String key) {
        var weeks = weeksOf(key);
        return weeks.get(weeks.size() - 1);
    }

    private List<String> weeksOf(String key) {
        return each(assigned)
                .filter(a -> id(a, "taskId").equals(taskIds.get(key)))
                .flatMap(a -> each(a.path("weeks")))
                .map(week -> week.path("week").asText())
                .sorted()
                .toList();
    }

    private int minutesOf(UUID taskId) {
        return logged.stream()
                .filter(log -> log.taskId().equals(taskId))
                .mapToInt(Logged::minutes)
                .sum();
    }

    private int minutesOf(UUID taskId, UUID memberId) {
        return logged.stream()
                .filter(log -> log.taskId().equals(taskId) && log.memberId().equals(memberId))
                .mapToInt(Logged::minutes)
                .sum();
    }

    private static int sum(JsonNode weeks) {
        return sum(weeks, "minutes");
    }

    private static int sum(JsonNode items, String field) {
        return each(items).mapToInt(item -> item.path(field).asInt()).sum();
    }

    private static String status(JsonNode thing) {
        return thing.path("status").asText();
    }
}
