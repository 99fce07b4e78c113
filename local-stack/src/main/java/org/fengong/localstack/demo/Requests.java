package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the tasks ask of other departments, and the answer of the lead of one that lends somebody. */
final class Requests {
    private static final int SHARE_PERCENT = 40;
    private static final String WORDS = "You can have somebody who knows the customers.";

    /** Somebody of the asked department, outside of the team, who can do a role of the request. */
    private record Loan(JsonNode request, JsonNode task, JsonNode department, JsonNode person) {}

    private final LedTeam team;
    private final Narrator narrator;
    private final Map<UUID, JsonNode> tasks;
    private final Map<UUID, JsonNode> departments;
    private final List<JsonNode> people;

    Requests(LedTeam team, List<JsonNode> tasks, Narrator narrator) {
        this.team = team;
        this.narrator = narrator;
        this.tasks = tasks.stream().collect(Collectors.toMap(Json::id, Function.identity()));
        this.departments = items(team.members().list("/departments", Map.of("limit", 100)))
                .collect(Collectors.toMap(Json::id, Function.identity()));
        this.people = items(team.members().list("/members", Map.of("active", true, "limit", 100)))
                .toList();
    }

    void answerOne() {
        var open = items(team.allocation()
                        .list("/requests", Map.of("teamId", team.id(), "status", "OPEN", "limit", 100)))
                .filter(request -> tasks.containsKey(id(request, "taskId")))
                .toList();
        show(open);
        open.stream()
                .sorted(Comparator.comparing((JsonNode request) ->
                                LocalDate.parse(request.path("dueDate").asText()))
                        .thenComparing(request ->
                                tasks.get(id(request, "taskId")).path("title").asText()))
                .flatMap(request -> loan(request).stream())
                .findFirst()
                .ifPresentOrElse(
                        this::accept, () -> narrator.missing("No other department can lend the team anybody."));
    }

    private void show(List<JsonNode> open) {
        var table = new Table(
                Table.Column.text("Department", 0), Table.Column.number("Requests"), Table.Column.number("Hours"));
        open.stream()
                .collect(Collectors.groupingBy(request -> departments
                        .get(id(request, "departmentId"))
                        .path("name")
                        .asText()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(asked -> table.row(
                        asked.getKey(),
                        String.valueOf(asked.getValue().size()),
                        Text.hours(asked.getValue().stream()
                                .mapToInt(request -> request.path("minutes").asInt())
                                .sum())));
        narrator.table(table);
    }

    private Optional<Loan> loan(JsonNode request) {
        var department = departments.get(id(request, "departmentId"));
        var task = team.tasks().get("/tasks/" + id(request, "taskId"));
        return department.hasNonNull("leadId")
                ? people.stream()
                        .filter(person -> id(person, "departmentId").equals(id(department)))
                        .filter(person -> items(person.path("memberships")).allMatch(lent -> lent.hasNonNull("to")))
                        .filter(person -> items(task.path("roles"))
                                .filter(role -> id(department)
                                        .toString()
                                        .equals(role.path("departmentId").asText()))
                                .anyMatch(role -> can(person, role)))
                        .findFirst()
                        .map(person -> new Loan(request, task, department, person))
                : Optional.empty();
    }

    private static boolean can(JsonNode person, JsonNode role) {
        return items(role.path("skills"))
                .filter(needed -> needed.path("mandatory").asBoolean())
                .allMatch(needed -> items(person.path("skills"))
                        .anyMatch(held -> held.path("skillId").equals(needed.path("skillId"))
                                && held.path("level").asInt()
                                        >= needed.path("minLevel").asInt()));
    }

    private void accept(Loan loan) {
        var leadId = id(loan.department(), "leadId");
        var answered = team.allocationAs(leadId)
                .post(
                        "/requests/" + id(loan.request()) + "/accept",
                        body("memberId", id(loan.person()), "sharePercent", SHARE_PERCENT, "reason", WORDS),
                        Json.version(loan.request()));
        narrator.blank();
        narrator.say(
                "%s, who leads %s, answers for %s: “%s”",
                people.stream()
                        .filter(person -> id(person).equals(leadId))
                        .map(person -> person.path("displayName").asText())
                        .findFirst()
                        .orElse("Its lead"),
                loan.department().path("name").asText(),
                Text.quoted(loan.task(), "title"),
                answered.path("reason").asText());
        narrator.good(
                "%s. %s joins the team until the task is due, with %d %% of the week.",
                answered.path("status").asText(),
                loan.person().path("displayName").asText(),
                answered.path("collaborator").path("sharePercent").asInt());
    }
}
