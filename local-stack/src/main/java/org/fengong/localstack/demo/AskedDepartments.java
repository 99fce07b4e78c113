package org.fengong.localstack.demo;

import static org.fengong.localstack.demo.Json.body;
import static org.fengong.localstack.demo.Json.id;
import static org.fengong.localstack.demo.Json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.localstack.Console;
import org.fengong.localstack.demo.csv.TeamFiles;
import org.threeten.extra.YearWeek;

/** What the tasks ask of other departments; the lead of one of them answers with a week before the plan is made. */
final class AskedDepartments {
    private static final int MINUTES_PER_HOUR = 60;
    private static final String REASON = "Not before we are back from the fair.";

    private final Suite suite;
    private final TeamLoader team;
    private final TeamFiles files;
    private final Console console;

    AskedDepartments(Suite suite, TeamLoader team, TeamFiles files, Console console) {
        this.suite = suite;
        this.team = team;
        this.files = files;
        this.console = console;
    }

    /**
     * @param taskKeys keys in the files by id, of the tasks of this round
     * @param first of the weeks that will be planned
     */
    void answerOne(Api lead, UUID teamId, Map<UUID, String> taskKeys, YearWeek first) {
        var open = items(lead.list("/requests", Map.of("teamId", teamId, "status", "OPEN", "limit", 100)))
                .filter(request -> taskKeys.containsKey(id(request, "taskId")))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        console.line("  The tasks ask other departments: "
                + open.stream()
                        .collect(Collectors.groupingBy(
                                request -> id(request, "departmentId"),
                                Collectors.summingInt(r -> r.path("minutes").asInt())))
                        .entrySet()
                        .stream()
                        .map(asked -> "%s for %d h"
                                .formatted(department(asked.getKey()).name(), asked.getValue() / MINUTES_PER_HOUR))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ".");
        open.stream()
                .filter(request -> department(id(request, "departmentId")).lead() != null)
                .filter(request -> dueWeek(request).minusWeeks(1).isAfter(first))
                .min(Comparator.comparing(AskedDepartments::dueWeek).thenComparing(request -> title(request, taskKeys)))
                .ifPresent(request -> answer(request, taskKeys));
    }

    private void answer(JsonNode request, Map<UUID, String> taskKeys) {
        var department = department(id(request, "departmentId"));
        var lead = team.memberId(department.lead());
        var week = dueWeek(request).minusWeeks(1);
        new Api(suite.allocation(), suite.token("member", lead))
                .post(
                        "/requests/" + id(request) + "/accept",
                        body("startWeek", week.toString(), "reason", REASON),
                        Json.version(request));
        console.line("  %s of %s can begin its part of \"%s\" in %s: \"%s\""
                .formatted(
                        team.names().get(lead),
                        department.name(),
                        title(request, taskKeys),
                        Planning.shortWeek(week.toString()),
                        REASON));
    }

    private String title(JsonNode request, Map<UUID, String> taskKeys) {
        var key = taskKeys.get(id(request, "taskId"));
        return files.tasks().stream()
                .filter(task -> task.key().equals(key))
                .map(TeamFiles.Task::title)
                .findFirst()
                .orElseThrow();
    }

    private TeamFiles.Department department(UUID departmentId) {
        return files.departments().stream()
                .filter(department -> team.departmentId(department.key()).equals(departmentId))
                .findFirst()
                .orElseThrow();
    }

    private static YearWeek dueWeek(JsonNode request) {
        return YearWeek.from(LocalDate.parse(request.path("dueDate").asText()));
    }
}
