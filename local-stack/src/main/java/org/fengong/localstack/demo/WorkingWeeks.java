package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.threeten.extra.YearWeek;

/**
 * Lets weeks pass: every member logs the work of the week under an own token and completes roles, the lead completes tasks
 * and measures key results. What people really need differs from the plan: for each role by a factor that follows from its
 * name, so that every run tells the same story.
 */
final class WorkingWeeks {
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final int DAY_MINUTES = 480;
    private static final int QUARTER = 15;
    // a role needs 80 % to 135 % of what was planned; the slowest are a week late
    private static final int LEAST_PERCENT = 80;
    private static final int PERCENT_RANGE = 56;
    private static final int LATE_FROM_PERCENT = 126;

    private final LedTeam team;
    private final Api lead;
    private final Narrator narrator;
    private final Map<UUID, String> roleNames;

    /** Minutes by role that were needed beyond the plan and are still to be worked. */
    private final Map<UUID, Integer> behind = new HashMap<>();

    private final Map<UUID, Api> members = new HashMap<>();
    private Set<UUID> awayNext = Set.of();
    private final Table table = new Table(
            Table.Column.text("Week", 0),
            Table.Column.number("Hours planned"),
            Table.Column.number("Hours logged"),
            Table.Column.number("Tasks completed"),
            Table.Column.text("such as", 40));

    /** @param roleNames by id, of which the factors follow */
    WorkingWeeks(LedTeam team, Map<UUID, String> roleNames, Narrator narrator) {
        this.roleNames = roleNames;
        this.team = team;
        this.lead = team.tasks();
        this.narrator = narrator;
    }

    /** The week is over on Friday afternoon; news that come then are of this time. */
    void moveToEndOf(YearWeek week) {
        team.suite()
                .moveTo(week.atDay(DayOfWeek.FRIDAY)
                        .atTime(CLOSING)
                        .atZone(team.zone())
                        .toInstant());
    }

    void work(YearWeek week) {
        var planned = 0;
        var logged = 0;
        var completed = new ArrayList<String>();
        var minutesOfMember = new HashMap<UUID, Integer>();
        awayNext = awayIn(week.plusWeeks(1));
        for (var assignment : active()) {
            var due = minutesIn(assignment, week);
            var late = behind.remove(id(assignment, "roleId"));
            var minutes = late != null ? late : needed(assignment, due);
            planned += due;
            logged += minutes;
            log(assignment, week, minutes, minutesOfMember);
            if (late != null || due > 0 && isLast(assignment, week)) {
                finish(assignment, late != null ? 0 : extra(assignment), completed);
            }
        }
        team.suite().awaitEvents();
        table.row(
                Text.week(week.toString()),
                Text.hours(planned),
                Text.hours(logged),
                String.valueOf(completed.size()),
                completed.isEmpty() ? "" : completed.get(0));
    }

    void show() {
        narrator.table(table);
    }

    /** Each key result comes near its target, some less and some beyond it. */
    void measure(Collection<JsonNode> goals, YearWeek week, double partOfTime) {
        for (var goal : goals) {
            for (var keyResult : goal.path("keyResults")) {
                var reached = partOfTime
                        * (0.75 + Math.floorMod(keyResult.path("title").asText().hashCode(), 40) / 100.0);
                var baseline = keyResult.path("baseline").decimalValue();
                var way = keyResult.path("target").decimalValue().subtract(baseline);
                lead.post(
                        "/goals/" + id(goal) + "/key-results/" + id(keyResult, "keyResultId") + "/measurements",
                        body(
                                "value",
                                baseline.add(way.multiply(BigDecimal.valueOf(reached)))
                                        .setScale(0, RoundingMode.HALF_UP),
                                "measuredOn",
                                week.atDay(DayOfWeek.FRIDAY)));
            }
        }
    }

    private List<JsonNode> active() {
        return items(team.allocation()
                        .list("/assignments", Map.of("teamId", team.id(), "status", "ACTIVE", "limit", 100)))
                .toList();
    }

    /** Who is late does what was planned week by week, and the rest in one more week. */
    private int needed(JsonNode assignment, int planned) {
        return planned == 0
                ? 0
                : rounded(planned * Math.min(percent(assignment), isLate(assignment) ? 100 : 200) / 100);
    }

    private int extra(JsonNode assignment) {
        var planned = items(assignment.path("weeks"))
                .mapToInt(week -> week.path("minutes").asInt())
                .sum();
        return isLate(assignment) ? rounded(planned * (percent(assignment) - 100) / 100) : 0;
    }

    /** Who is away in the next week is done before. */
    private boolean isLate(JsonNode assignment) {
        return percent(assignment) >= LATE_FROM_PERCENT && !awayNext.contains(id(assignment, "memberId"));
    }

    private Set<UUID> awayIn(YearWeek week) {
        return items(team.allocation()
                        .get("/loads", Map.of("teamId", team.id(), "from", week, "weeks", 1))
                        .path("members"))
                .filter(member ->
                        member.path("weeks").path(0).path("capacityMinutes").asInt() == 0)
                .map(member -> id(member, "memberId"))
                .collect(Collectors.toSet());
    }

    private int percent(JsonNode assignment) {
        return LEAST_PERCENT
                + Math.floorMod(
                        roleNames.getOrDefault(id(assignment, "roleId"), "").hashCode(), PERCENT_RANGE);
    }

    private void log(JsonNode assignment, YearWeek week, int total, Map<UUID, Integer> minutesOfMember) {
        var memberId = id(assignment, "memberId");
        for (var left = total; left > 0; ) {
            // one day after the other is filled; what does not fit into five days is done on the Friday
            var before = minutesOfMember.getOrDefault(memberId, 0);
            var day = Math.min(before / DAY_MINUTES, DayOfWeek.FRIDAY.ordinal());
            var friday = day == DayOfWeek.FRIDAY.ordinal();
            var minutes = Math.min(left, friday ? DAY_MINUTES : DAY_MINUTES - before % DAY_MINUTES);
            as(memberId)
                    .post(
                            "/tasks/" + id(assignment, "taskId") + "/work-logs",
                            body(
                                    "roleId",
                                    id(assignment, "roleId"),
                                    "date",
                                    week.atDay(DayOfWeek.of(day + 1)),
                                    "minutes",
                                    minutes));
            minutesOfMember.merge(memberId, minutes, Integer::sum);
            left -= minutes;
        }
    }

    /** @param left minutes that the member says are still to be worked; 0 completes the role */
    private void finish(JsonNode assignment, int left, List<String> completed) {
        var member = as(id(assignment, "memberId"));
        var path = "/tasks/" + id(assignment, "taskId");
        if (left > 0) {
            behind.put(id(assignment, "roleId"), left);
            member.put(
                    path + "/roles/" + id(assignment, "roleId") + "/estimate",
                    body("estimateToCompleteMinutes", left),
                    Json.version(member.get(path)));
            return;
        }
        var task = member.post(path + "/roles/" + id(assignment, "roleId") + "/complete", Map.of());
        if (items(task.path("roles")).allMatch(role -> role.path("completed").asBoolean())) {
            lead.post("/tasks/" + id(task) + "/complete", Map.of());
            completed.add(task.path("title").asText());
        }
    }

    private static int minutesIn(JsonNode assignment, YearWeek week) {
        return items(assignment.path("weeks"))
                .filter(planned -> planned.path("week").asText().equals(week.toString()))
                .mapToInt(planned -> planned.path("minutes").asInt())
                .sum();
    }

    /** Whether nothing is planned after the week. */
    private static boolean isLast(JsonNode assignment, YearWeek week) {
        return items(assignment.path("weeks"))
                .noneMatch(
                        planned -> YearWeek.parse(planned.path("week").asText()).isAfter(week));
    }

    private static int rounded(int minutes) {
        return Math.max(QUARTER, (minutes + QUARTER / 2) / QUARTER * QUARTER);
    }

    private Api as(UUID memberId) {
        return members.computeIfAbsent(memberId, team::tasksAs);
    }
}
