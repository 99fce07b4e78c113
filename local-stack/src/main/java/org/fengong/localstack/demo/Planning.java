package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.localstack.Console;
import org.threeten.extra.YearWeek;

/** Asks for a plan, shows it with its reasons, and puts it into force. */
final class Planning {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int REASONS_SHOWN = 3;
    private static final int ALTERNATIVES_SHOWN = 2;

    private final Api allocation;
    private final UUID teamId;
    private final Console console;

    Planning(Api allocation, UUID teamId, Console console) {
        this.allocation = allocation;
        this.teamId = teamId;
        this.console = console;
    }

    JsonNode plan(YearWeek from, int weeks, Collection<UUID> mustSee) {
        var plan = allocation.post(
                "/plans",
                body(
                        "teamIds",
                        List.of(teamId),
                        "fromWeek",
                        from.toString(),
                        "weeks",
                        weeks,
                        "mustSee",
                        mustSee.stream()
                                .map(taskId -> body("taskId", taskId, "version", 1))
                                .toList()));
        return awaitSolved(id(plan));
    }

    /** @throws IllegalStateException when there is no plan */
    JsonNode awaitSolved(UUID planId) {
        var plan = allocation.get("/plans/" + planId);
        while (plan.path("status").asText().equals("SOLVING")) {
            Api.pause();
            plan = allocation.get("/plans/" + planId);
        }
        if (!plan.path("status").asText().equals("DRAFT")) {
            throw new IllegalStateException("The plan %s is %s: %s %s"
                    .formatted(
                            planId,
                            plan.path("status").asText(),
                            plan.path("failure").asText(""),
                            plan.path("failureDetail").asText("")));
        }
        return plan;
    }

    JsonNode assignments(JsonNode plan) {
        return allocation.get("/plans/" + id(plan) + "/assignments");
    }

    JsonNode publish(JsonNode plan) {
        return allocation.post("/plans/" + id(plan) + "/publish", Map.of());
    }

    void showTable(JsonNode assignments) {
        var table = new Table(
                Table.Column.text("Task", 44),
                Table.Column.text("Role", 16),
                Table.Column.text("Member", 18),
                Table.Column.text("Weeks", 0),
                Table.Column.number("Hours"),
                Table.Column.number("Fit"));
        items(assignments.path("assigned"))
                .sorted(Comparator.comparing((JsonNode a) -> a.path("startWeek").asText())
                        .thenComparing(a -> a.path("taskTitle").asText()))
                .forEach(a -> table.row(
                        a.path("taskTitle").asText(),
                        a.path("roleName").asText(),
                        a.path("memberName").asText(),
                        weeks(a),
                        hours(minutes(a)),
                        percent(a.path("fit").asDouble())));
        table.lines(console::dim).forEach(console::line);
    }

    void showReasons(JsonNode assignments) {
        console.line("  Why, for the largest roles that somebody else could have:");
        items(assignments.path("assigned"))
                .filter(a -> a.path("alternatives").path(0).hasNonNull("costDifference"))
                .sorted(Comparator.comparingInt(Planning::minutes).reversed())
                .limit(REASONS_SHOWN)
                .forEach(a -> {
                    console.line("    %s, %s: %s"
                            .formatted(
                                    a.path("taskTitle").asText(),
                                    a.path("roleName").asText(),
                                    a.path("memberName").asText()));
                    console.line(console.dim("      " + a.path("reason").asText()));
                    console.line(console.dim(items(a.path("alternatives"))
                            .limit(ALTERNATIVES_SHOWN)
                            .map(Planning::whyNot)
                            .collect(Collectors.joining(" ", "      ", ""))));
                });
        var open = assignments.path("unassigned");
        if (!open.isEmpty()) {
            console.line(
                    "  %s, and why:".formatted(count(open.size(), "role that nobody gets", "roles that nobody gets")));
            open.forEach(role -> console.line("    %s, %s: %s"
                    .formatted(
                            role.path("taskTitle").asText(),
                            role.path("roleName").asText(),
                            role.path("detail").asText())));
        }
    }

    void showValue(JsonNode plan) {
        console.line(String.format(
                Locale.ROOT,
                "  Value %,d · bound %,d: no plan costs less · gap %.1f %%%s",
                plan.path("value").asLong(),
                plan.path("bound").asLong(),
                plan.path("gap").asDouble() * 100,
                plan.path("provenOptimal").asBoolean() ? " · proven optimal" : ""));
    }

    private static String whyNot(JsonNode alternative) {
        var name = alternative.path("memberName").asText();
        return alternative.hasNonNull("costDifference")
                ? String.format(
                        Locale.ROOT,
                        "Why not %s? The plan would cost %,d more.",
                        name,
                        alternative.path("costDifference").asLong())
                : "Why not %s? %s".formatted(name, alternative.path("detail").asText());
    }

    /** @param sharePercents of the members' time for the team */
    void showLoads(JsonNode loads, Map<UUID, Integer> sharePercents) {
        var first = loads.path("members").path(0).path("weeks");
        var title = new StringBuilder(Table.pad("  Load by week", 22));
        first.forEach(week -> title.append(Table.pad(shortWeek(week.path("week").asText()), LoadBar.WIDTH)));
        console.line(console.dim(title.toString().stripTrailing()));
        for (var member : loads.path("members")) {
            var share = sharePercents.getOrDefault(id(member, "memberId"), 100);
            var name = Table.cut(member.path("displayName").asText(), share == 100 ? 18 : 13);
            var line = new StringBuilder(Table.pad("  " + name + (share == 100 ? "" : " (%d%%)".formatted(share)), 22));
            member.path("weeks")
                    .forEach(week -> line.append(LoadBar.of(
                            week.path("loadMinutes").asInt(),
                            week.path("capacityMinutes").asInt(),
                            console)));
            console.line(line.toString().stripTrailing());
        }
    }

    static int minutes(JsonNode assignment) {
        return items(assignment.path("weeks"))
                .mapToInt(week -> week.path("minutes").asInt())
                .sum();
    }

    static String hours(int minutes) {
        return String.format(Locale.ROOT, "%,.1f", (double) minutes / MINUTES_PER_HOUR);
    }

    static String percent(double ratio) {
        return Math.round(ratio * 100) + " %";
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String shortWeek(String week) {
        return week.substring(week.indexOf('W'));
    }

    private static String weeks(JsonNode assignment) {
        var weeks = items(assignment.path("weeks"))
                .map(week -> shortWeek(week.path("week").asText()))
                .toList();
        return weeks.size() == 1 ? weeks.get(0) : weeks.get(0) + "–" + weeks.get(weeks.size() - 1);
    }
}
