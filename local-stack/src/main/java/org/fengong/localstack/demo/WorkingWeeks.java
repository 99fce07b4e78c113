package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fengong.localstack.Console;
import org.threeten.extra.YearWeek;

/**
 * Lets the weeks pass: business time moves to each Friday afternoon, every member logs the work of the week under an own
 * token, completes roles, and the lead completes tasks and measures key results. What people really need differs from
 * the plan: for each role by a factor that follows from its name, so that every run tells the same story.
 */
final class WorkingWeeks {
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final int DAY_MINUTES = 480;
    private static final int QUARTER = 15;
    // a role needs 80 % to 135 % of what was planned; the slowest are a week late
    private static final int LEAST_PERCENT = 80;
    private static final int PERCENT_RANGE = 56;
    private static final int LATE_FROM_PERCENT = 126;

    /** A role somebody works on. */
    private static final class Job {
        private final UUID taskId;
        private final UUID roleId;
        private final UUID memberId;
        private final String title;
        private final int percent;
        private final Map<YearWeek, Integer> minutes = new LinkedHashMap<>();

        private Job(JsonNode assignment) {
            taskId = id(assignment, "taskId");
            roleId = id(assignment, "roleId");
            memberId = id(assignment, "memberId");
            title = assignment.path("taskTitle").asText();
            percent = LEAST_PERCENT
                    + Math.floorMod((title + assignment.path("roleName").asText()).hashCode(), PERCENT_RANGE);
            var late = percent >= LATE_FROM_PERCENT;
            var carried = 0;
            YearWeek last = null;
            for (var planned : assignment.path("weeks")) {
                last = YearWeek.parse(planned.path("week").asText());
                var needed = planned.path("minutes").asInt() * percent / 100;
                // who is late does what was planned week by week, and the rest in one more week
                var done = late ? Math.min(needed, planned.path("minutes").asInt()) : needed;
                carried += needed - done;
                minutes.put(last, rounded(done));
            }
            if (carried > 0) {
                minutes.put(last.plusWeeks(1), rounded(carried));
            }
        }

        private static int rounded(int minutes) {
            return Math.max(QUARTER, (minutes + QUARTER / 2) / QUARTER * QUARTER);
        }

        private boolean isDoneIn(YearWeek week) {
            return minutes.keySet().stream().noneMatch(w -> w.isAfter(week));
        }
    }

    private final Suite suite;
    private final UUID teamId;
    private final Api lead;
    private final ZoneId zone;
    private final Console console;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<UUID, Integer> openRoles = new HashMap<>();
    private final Set<Job> done = new HashSet<>();
    private final Map<UUID, Api> members = new HashMap<>();

    WorkingWeeks(Suite suite, UUID teamId, Api lead, ZoneId zone, JsonNode assignments, Console console) {
        this.suite = suite;
        this.teamId = teamId;
        this.lead = lead;
        this.zone = zone;
        this.console = console;
        assignments.path("assigned").forEach(assignment -> jobs.add(new Job(assignment)));
        jobs.forEach(job -> openRoles.merge(job.taskId, 1, Integer::sum));
        // nobody does these: the task is never complete
        assignments.path("unassigned").forEach(role -> openRoles.merge(id(role, "taskId"), 1, Integer::sum));
    }

    void pass(YearWeek first, int weeks, Collection<JsonNode> goals) {
        for (int i = 0; i < weeks; i++) {
            var week = first.plusWeeks(i);
            suite.moveTo(
                    week.atDay(DayOfWeek.FRIDAY).atTime(CLOSING).atZone(zone).toInstant());
            var logged = logWork(week);
            var completed = complete(week);
            if (i == weeks / 2 - 1 || i == weeks - 1) {
                var part = (i + 1.0) / weeks;
                goals.forEach(goal -> measure(goal, week, part));
            }
            suite.awaitEvents();
            console.line("  %s  %6s h logged, %s%s"
                    .formatted(
                            Planning.shortWeek(week.toString()),
                            Planning.hours(logged),
                            Planning.count(completed.size(), "task completed", "tasks completed"),
                            completed.isEmpty()
                                    ? ""
                                    : console.dim(": " + Table.cut(String.join(", ", completed), 80))));
        }
    }

    private int logWork(YearWeek week) {
        var total = 0;
        var minutesOfMember = new HashMap<UUID, Integer>();
        for (var job : jobs) {
            var left = job.minutes.getOrDefault(week, 0);
            total += left;
            while (left > 0) {
                // one day after the other is filled; what does not fit into five days is done on the Friday
                var before = minutesOfMember.getOrDefault(job.memberId, 0);
                var day = Math.min(before / DAY_MINUTES, DayOfWeek.FRIDAY.ordinal());
                var friday = day == DayOfWeek.FRIDAY.ordinal();
                var minutes = friday ? Math.min(left, DAY_MINUTES) : Math.min(left, DAY_MINUTES - before % DAY_MINUTES);
                as(job.memberId)
                        .post(
                                "/tasks/" + job.taskId + "/work-logs",
                                body(
                                        "roleId",
                                        job.roleId,
                                        "date",
                                        week.atDay(DayOfWeek.of(day + 1)),
                                        "minutes",
                                        minutes));
                minutesOfMember.merge(job.memberId, minutes, Integer::sum);
                left -= minutes;
            }
        }
        return total;
    }

    /** @return titles of the tasks that are complete now */
    private List<String> complete(YearWeek week) {
        var completed = new ArrayList<String>();
        for (var job : jobs) {
            if (job.isDoneIn(week) && done.add(job)) {
                as(job.memberId).post("/tasks/" + job.taskId + "/roles/" + job.roleId + "/complete", Map.of());
                if (openRoles.merge(job.taskId, -1, Integer::sum) == 0) {
                    lead.post("/tasks/" + job.taskId + "/complete", Map.of());
                    completed.add(job.title);
                }
            }
        }
        return completed;
    }

    /** Each key result comes near its target, some less and some beyond it. */
    private void measure(JsonNode goal, YearWeek week, double partOfTime) {
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

    private Api as(UUID memberId) {
        return members.computeIfAbsent(memberId, member -> new Api(suite.tasks(), suite.token("member", member)));
    }
}
