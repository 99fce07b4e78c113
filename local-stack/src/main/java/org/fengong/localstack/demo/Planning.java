package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.threeten.extra.YearWeek;

/** Asks for plans, shows them with their reasons, and puts them into force. */
final class Planning {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROLES_SHOWN = 12;
    private static final int REASONS_SHOWN = 2;
    private static final int ALTERNATIVES_SHOWN = 2;
    private static final int CHANGES_SHOWN = 6;
    private static final int MEMBERS_SHOWN = 6;
    private static final int OPEN_SHOWN = 3;

    private final Api allocation;
    private final UUID teamId;
    private final Narrator narrator;

    Planning(Api allocation, UUID teamId, Narrator narrator) {
        this.allocation = allocation;
        this.teamId = teamId;
        this.narrator = narrator;
    }

    /** @param mustSee tasks that the plan must know as they are */
    JsonNode plan(YearWeek from, int weeks, Collection<JsonNode> mustSee) {
        return awaitSolved(id(allocation.post(
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
                                .map(task -> body("taskId", id(task), "version", Json.version(task)))
                                .toList()))));
    }

    /** @throws IllegalStateException when there is no plan */
    JsonNode awaitSolved(UUID planId) {
        var plan = allocation.get("/plans/" + planId);
        while (plan.path("status").asText().equals("SOLVING")) {
            Api.pause();
            plan = allocation.get("/plans/" + planId);
        }
        if (!plan.path("status").asText().equals("DRAFT")) {
            throw new StoryException("the plan %s is %s: %s %s"
                    .formatted(
                            planId,
                            plan.path("status").asText(),
                            plan.path("failure").asText(""),
                            plan.path("failureDetail").asText("")));
        }
        return plan;
    }

    /** The draft that allocation-service makes of itself because of news. */
    Optional<JsonNode> awaitDraftBecauseOf(String cause) {
        for (var deadline = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < deadline; Api.pause()) {
            var found = items(allocation.list("/plans", Map.of("teamId", teamId, "status", "DRAFT")))
                    .filter(plan -> items(plan.path("cause").path("kinds"))
                            .anyMatch(kind -> kind.asText().equals(cause)))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    JsonNode inForce() {
        return items(allocation.list("/plans", Map.of("teamId", teamId, "status", "PUBLISHED")))
                .findFirst()
                .orElseThrow(() -> new StoryException("the team has no plan in force"));
    }

    JsonNode assignments(JsonNode plan) {
        return allocation.get("/plans/" + id(plan) + "/assignments");
    }

    void publish(JsonNode plan) {
        allocation.post("/plans/" + id(plan) + "/publish", Map.of());
    }

    void showRoles(JsonNode assignments) {
        var table = new Table(
                Table.Column.text("Task", 42),
                Table.Column.text("Role", 14),
                Table.Column.text("Member", 16),
                Table.Column.text("Weeks", 0),
                Table.Column.number("Hours"),
                Table.Column.number("Fit"));
        items(assignments.path("assigned"))
                .sorted(Comparator.comparing((JsonNode a) -> a.path("startWeek").asText())
                        .thenComparing(a -> a.path("taskTitle").asText()))
                .limit(ROLES_SHOWN)
                .forEach(a -> table.row(
                        a.path("taskTitle").asText(),
                        a.path("roleName").asText(),
                        a.path("memberName").asText(),
                        weeks(a),
                        Text.hours(minutes(a)),
                        Text.percent(a.path("fit").asDouble())));
        narrator.table(table);
        var more = assignments.path("assigned").size() - ROLES_SHOWN;
        if (more > 0) {
            narrator.aside("… and %s that begin later.", Text.count(more, "role", "roles"));
        }
    }

    void showReasons(JsonNode assignments) {
        items(assignments.path("assigned"))
                .filter(a -> a.path("alternatives").path(0).hasNonNull("costDifference"))
                .sorted(Comparator.comparingInt(Planning::minutes).reversed())
                .limit(REASONS_SHOWN)
                .forEach(a -> {
                    narrator.say(
                            "Why %s for %s, %s?",
                            a.path("memberName").asText(),
                            Text.quoted(a, "taskTitle"),
                            a.path("roleName").asText());
                    narrator.aside("  " + a.path("reason").asText());
                    items(a.path("alternatives"))
                            .limit(ALTERNATIVES_SHOWN)
                            .forEach(other -> narrator.aside("  " + whyNot(other)));
                });
        var open = assignments.path("unassigned");
        if (!open.isEmpty()) {
            narrator.say("%s, and why:", Text.count(open.size(), "role stays open", "roles stay open"));
            items(open)
                    .limit(OPEN_SHOWN)
                    .forEach(role -> narrator.aside(
                            "  %s, %s: %s",
                            role.path("taskTitle").asText(),
                            role.path("roleName").asText(),
                            role.path("detail").asText()));
        }
    }

    void showValue(JsonNode plan) {
        narrator.say(
                "Value %,d · bound %,d: no plan costs less · gap %s%s",
                plan.path("value").asLong(),
                plan.path("bound").asLong(),
                Text.exactPercent(plan.path("gap").asDouble()),
                plan.path("provenOptimal").asBoolean() ? " · proven optimal" : "");
    }

    /**
     * What a draft does otherwise than the plan in force.
     *
     * @return the number of roles that are not as they were
     */
    int showChanges(JsonNode draft) {
        var comparison = allocation.get("/plans/" + id(draft) + "/comparison", Map.of("with", id(inForce())));
        var table = new Table(
                Table.Column.text("Task", 36),
                Table.Column.text("Role", 14),
                Table.Column.text("Before", 0),
                Table.Column.text("After", 0));
        items(comparison.path("roles"))
                .filter(role -> !role.path("change").asText().matches("ADDED|REMOVED"))
                .limit(CHANGES_SHOWN)
                .forEach(role -> table.row(
                        role.path("taskTitle").asText(),
                        role.path("roleName").asText(),
                        placed(role.path("before")),
                        placed(role.path("after"))));
        var counts = comparison.path("counts");
        var changes = counts.path("otherMember").asInt()
                + counts.path("otherWeeks").asInt()
                + counts.path("assigned").asInt()
                + counts.path("unassigned").asInt();
        narrator.say(
                "%s, %s as they were:",
                Text.count(changes, "role changes", "roles change"),
                counts.path("unchanged").asInt());
        narrator.table(table);
        if (changes > CHANGES_SHOWN) {
            narrator.aside("… and %s.", Text.count(changes - CHANGES_SHOWN, "other", "others"));
        }
        return changes;
    }

    /** How full a draft makes the weeks of those members whose minutes differ most from the plan in force. */
    void showMembers(JsonNode draft) {
        var comparison = allocation.get("/plans/" + id(draft) + "/comparison", Map.of("with", id(inForce())));
        var table = new Table(
                Table.Column.text("Member", 0),
                Table.Column.number("Hours before"),
                Table.Column.number("after"),
                Table.Column.number("Load before"),
                Table.Column.number("after"));
        items(comparison.path("members"))
                .limit(MEMBERS_SHOWN)
                .forEach(member -> table.row(
                        member.path("memberName").asText(),
                        Text.hours(member.path("withMinutes").asInt()),
                        Text.hours(member.path("minutes").asInt()),
                        Text.percent(member.path("withLoadRatio").asDouble()),
                        Text.percent(member.path("loadRatio").asDouble())));
        narrator.table(table);
    }

    void showLoads(JsonNode loads) {
        var first = loads.path("members").path(0).path("weeks");
        var title = new StringBuilder(Table.pad("", LoadBar.NAME));
        first.forEach(week -> title.append(Table.pad(Text.week(week.path("week").asText()), LoadBar.WIDTH)));
        narrator.aside(title.toString().stripTrailing());
        for (var member : loads.path("members")) {
            var line = new StringBuilder(
                    Table.pad(Table.cut(member.path("displayName").asText(), LoadBar.NAME - 2), LoadBar.NAME));
            member.path("weeks")
                    .forEach(week -> line.append(LoadBar.of(
                            week.path("loadMinutes").asInt(),
                            week.path("capacityMinutes").asInt(),
                            narrator.console())));
            narrator.console().line("    " + line.toString().stripTrailing());
        }
    }

    /** The role for which somebody else would cost the least more. */
    static Optional<JsonNode> cheapestToReplace(Stream<JsonNode> assigned) {
        return assigned.filter(a -> a.path("alternatives").path(0).hasNonNull("costDifference"))
                .min(Comparator.comparingLong(a ->
                        a.path("alternatives").path(0).path("costDifference").asLong()));
    }

    private static String placed(JsonNode placement) {
        return placement.hasNonNull("memberName")
                ? "%s, %s"
                        .formatted(
                                placement.path("memberName").asText(),
                                Text.weeks(
                                        placement.path("startWeek").asText(),
                                        placement.path("endWeek").asText()))
                : "nobody";
    }

    private static String whyNot(JsonNode alternative) {
        var name = alternative.path("memberName").asText();
        return alternative.hasNonNull("costDifference")
                ? "Why not %s? The plan would cost %,d more."
                        .formatted(name, alternative.path("costDifference").asLong())
                : "Why not %s? %s".formatted(name, alternative.path("detail").asText());
    }

    private static int minutes(JsonNode assignment) {
        return items(assignment.path("weeks"))
                .mapToInt(week -> week.path("minutes").asInt())
                .sum();
    }

    private static String weeks(JsonNode assignment) {
        var weeks = items(assignment.path("weeks"))
                .map(week -> week.path("week").asText())
                .toList();
        return Text.weeks(weeks.get(0), weeks.get(weeks.size() - 1));
    }
}
