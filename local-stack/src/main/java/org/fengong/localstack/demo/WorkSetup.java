package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.localstack.demo.csv.Sheet;
import org.fengong.localstack.demo.csv.TeamFiles;

/**
 * Brings in the goals and tasks of the files, as the team's lead. Keys are unique in a team, so each further round of the
 * same work gets keys with its number; what an earlier round left open is cancelled first.
 */
final class WorkSetup {
    private static final String IMPORTS = "/work-imports";
    private static final Set<String> OPEN = Set.of("DRAFT", "OPEN", "ASSIGNED", "IN_PROGRESS");

    /** In a cell of tasks that are waited for; those of other teams have a slash in it. */
    private static final String OWN_TASK = "(^|;)\\s*([a-z0-9-]+)(?=\\s*(?:[:;]|$))";

    private final LedTeam team;
    private final Api tasks;
    private final TeamFiles files;
    private final Uploads uploads;
    private final Set<String> prefixes = new HashSet<>();
    private int round = 1;

    WorkSetup(LedTeam team, TeamFiles files, Uploads uploads) {
        this.team = team;
        this.tasks = team.tasks();
        this.files = files;
        this.uploads = uploads;
        files.bundles().forEach(bundle -> prefixes.add(bundle.keyPrefix()));
    }

    /** @return number of tasks of earlier rounds that were cancelled */
    int cancelEarlierRounds() {
        var known =
                Stream.concat(all("/tasks").stream(), all("/goals").stream()).toList();
        var left = new HashSet<UUID>();
        for (; known.stream().anyMatch(this::isOfThisRound); round++) {
            known.stream()
                    .filter(thing -> OPEN.contains(thing.path("status").asText()) && isOfThisRound(thing))
                    .forEach(task -> left.add(id(task)));
        }
        left.forEach(taskId ->
                tasks.post("/tasks/" + taskId + "/cancel", body("reason", "A new round of the same work begins.")));
        return left.size();
    }

    void load() {
        uploads.send(tasks, IMPORTS, "goals", numbered(files.goals(), "key", "parent"));
        uploads.send(
                tasks,
                IMPORTS,
                "tasks",
                numbered(files.tasks(), "key", "goal")
                        .with("dependsOn", cell -> cell.replaceAll(OWN_TASK, "$1" + numbered("$2"))));
    }

    /** @return the tasks that the template made */
    JsonNode instantiate(TeamFiles.Bundle bundle, List<JsonNode> goals) {
        var template =
                tasks.list("/templates", Map.of("key", bundle.template())).get(0);
        if (template == null) {
            throw new LoadException("templates.csv", "there is no template " + bundle.template());
        }
        var goal = goals.stream()
                .filter(known -> known.path("key").asText().equals(numbered(bundle.goal())))
                .findFirst();
        return tasks.post(
                        "/templates/" + id(template) + "/instantiate",
                        body(
                                "teamId",
                                team.id(),
                                "date",
                                bundle.date(),
                                "keyPrefix",
                                numbered(bundle.keyPrefix()),
                                "goalId",
                                goal.map(Json::id).orElse(null)))
                .path("tasks");
    }

    int round() {
        return round;
    }

    List<JsonNode> goals() {
        return all("/goals").stream().filter(this::isOfThisRound).toList();
    }

    List<JsonNode> tasks() {
        return all("/tasks").stream().filter(this::isOfThisRound).toList();
    }

    private List<JsonNode> all(String path) {
        return items(tasks.list(path, Map.of("teamId", team.id(), "limit", 100)))
                .toList();
    }

    private boolean isOfThisRound(JsonNode thing) {
        var key = thing.path("key").asText();
        return Stream.of(files.goals(), files.tasks())
                        .flatMap(sheet -> sheet.values("key").stream())
                        .anyMatch(known -> key.equals(numbered(known)))
                || prefixes.stream().anyMatch(prefix -> key.startsWith(numbered(prefix) + "-"));
    }

    private Sheet numbered(Sheet sheet, String... columns) {
        var numbered = sheet;
        for (var column : columns) {
            numbered = numbered.with(column, this::numbered);
        }
        return numbered;
    }

    private String numbered(String key) {
        return round == 1 ? key : key + "-" + round;
    }
}
