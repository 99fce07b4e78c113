package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.localstack.demo.csv.TeamFiles;

/**
 * Creates the goals and tasks of the files, as the team's lead. Keys are unique in a team, so each further round of the
 * same work gets keys with its number; what an earlier round left open is cancelled first.
 */
final class WorkLoader {
    private final Api tasks;
    private final TeamLoader team;
    private final UUID teamId;
    private final TeamFiles files;

    private final Map<String, JsonNode> goals = new LinkedHashMap<>();
    private final Map<String, UUID> taskIds = new LinkedHashMap<>();
    private int round = 1;

    WorkLoader(Api tasks, TeamLoader team, UUID teamId, TeamFiles files) {
        this.tasks = tasks;
        this.team = team;
        this.teamId = teamId;
        this.files = files;
    }

    /** @return number of tasks of earlier rounds that were cancelled */
    int cancelEarlierRounds() {
        var known = tasks.list("/tasks", Map.of("teamId", teamId, "limit", 100));
        var usedKeys = Stream.concat(items(known), items(tasks.list("/goals", Map.of("teamId", teamId, "limit", 100))))
                .map(thing -> thing.path("key").asText())
                .collect(Collectors.toSet());
        while (anyUsed(usedKeys)) {
            round++;
        }
        var open = items(known)
                .filter(task -> Set.of("DRAFT", "OPEN", "ASSIGNED", "IN_PROGRESS")
                                .contains(task.path("status").asText())
                        && ofTheseFiles(task.path("key").asText()))
                .toList();
        open.forEach(task ->
                tasks.post("/tasks/" + id(task) + "/cancel", body("reason", "A new round of the same work begins.")));
        return open.size();
    }

    void load() {
        for (var goal : files.goals()) {
            goals.put(goal.key(), tasks.post("/goals", form(goal)));
        }
        var waiting = new ArrayList<>(files.tasks());
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(task -> task.dependsOn().stream().allMatch(d -> taskIds.containsKey(d.task())))
                    .toList();
            create(ready);
            waiting.removeAll(ready);
        }
    }

    int round() {
        return round;
    }

    Map<String, JsonNode> goals() {
        return goals;
    }

    /** Keys in the files by id. */
    Map<UUID, String> taskKeys() {
        var keys = new HashMap<UUID, String>();
        taskIds.forEach((key, id) -> keys.put(id, key));
        return keys;
    }

    private boolean ofTheseFiles(String keyOfAnyRound) {
        var key = keyOfAnyRound.replaceFirst("-\\d+$", "");
        return files.tasks().stream()
                .anyMatch(task -> task.key().equals(key) || task.key().equals(keyOfAnyRound));
    }

    private boolean anyUsed(Set<String> usedKeys) {
        var keys = new HashSet<String>();
        files.goals().forEach(goal -> keys.add(keyOfRound(goal.key())));
        files.tasks().forEach(task -> keys.add(keyOfRound(task.key())));
        keys.retainAll(usedKeys);
        return !keys.isEmpty();
    }

    private String keyOfRound(String key) {
        return round == 1 ? key : key + "-" + round;
    }

    private Map<String, Object> form(TeamFiles.Goal goal) {
        return body(
                "teamId",
                teamId,
                "key",
                keyOfRound(goal.key()),
                "title",
                goal.title(),
                "from",
                goal.from(),
                "to",
                goal.to(),
                "weight",
                goal.weight(),
                "keyResults",
                goal.keyResults().stream()
                        .map(k -> body(
                                "title", k.title(), "unit", k.unit(), "baseline", k.baseline(), "target", k.target()))
                        .toList());
    }

    private void create(List<TeamFiles.Task> ready) {
        var answer = tasks.post(
                "/tasks/batch", body("items", ready.stream().map(this::form).toList()));
        for (var result : answer.path("results")) {
            var task = ready.get(result.path("index").asInt());
            if (!result.hasNonNull("id")) {
                throw new LoadException(
                        "The task %s (tasks.csv, line %d)".formatted(task.key(), task.line()), result.path("problem"));
            }
            taskIds.put(task.key(), id(result));
        }
    }

    private Map<String, Object> form(TeamFiles.Task task) {
        var goal = task.goal() == null ? null : goals.get(task.goal());
        return body(
                "teamId",
                teamId,
                "key",
                keyOfRound(task.key()),
                "title",
                task.title(),
                "goalId",
                goal == null ? null : id(goal),
                "keyResultId",
                task.keyResult() == null ? null : id(goal.path("keyResults").get(task.keyResult() - 1), "keyResultId"),
                "importance",
                task.importance(),
                "contributionWeight",
                task.contributionWeight(),
                "earliestStart",
                task.earliestStart(),
                "dueDate",
                task.due(),
                "roles",
                task.roles().stream().map(this::form).toList(),
                "dependsOn",
                task.dependsOn().stream()
                        .map(d -> body("taskId", taskIds.get(d.task()), "lagWeeks", d.lagWeeks()))
                        .toList());
    }

    private Map<String, Object> form(TeamFiles.Role role) {
        return body(
                "name",
                role.name(),
                "effortMinutes",
                role.effortMinutes(),
                "departmentId",
                team.departmentId(role.department()),
                "spanWeeks",
                role.spanWeeks(),
                "skills",
                role.skills().stream()
                        .map(need -> body(
                                "skillId",
                                team.skillId(need.skill()),
                                "minLevel",
                                need.level(),
                                "mandatory",
                                need.mandatory()))
                        .toList());
    }
}
