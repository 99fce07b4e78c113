package org.fengong.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.demo.Suite;

/** A team, a skill and tasks, made through the API, and the calls that are measured on them. */
final class Scene {
    /** Of all tasks that the measurement creates. */
    static final String KEY = "bench-";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 20;
    private static final long LOOK_MILLIS = 100;
    private static final String TEAM = "web";
    private static final String SKILL = "copywriting";
    private static final String TITLE = "Write the launch post";
    private static final String DESCRIPTION = "What is new, for whom, and where to try it.";
    private static final String DUE = LocalDate.now().plusWeeks(6).toString();

    private final HttpClient http;
    private final Suite suite;
    private final String token;
    private final String teamId;
    private final String skillId;
    private final String taskId;

    Scene(HttpClient http, Suite suite) throws IOException, InterruptedException {
        this.http = http;
        this.suite = suite;
        this.token = suite.token("admin", null);
        String departmentId = create(suite.members(), "/departments", Map.of("key", "marketing", "name", "Marketing"));
        this.skillId = create(
                suite.members(),
                "/skills",
                Map.of("key", SKILL, "names", Map.of("en", "Copywriting"), "field", "content"));
        this.teamId = create(
                suite.members(),
                "/teams",
                Map.of("key", TEAM, "name", "Web", "departmentId", departmentId, "timeZone", "Europe/Lisbon"));
        suite.awaitEvents();
        this.taskId = create(suite.tasks(), "/tasks", task());
        for (int i = 1; i <= PAGE; i++) {
            create(suite.tasks(), "/tasks", task());
        }
    }

    HttpRequest createTask() {
        try {
            return call(suite.tasks(), "/tasks")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(task())))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest getTask() {
        return call(suite.tasks(), "/tasks/" + taskId).build();
    }

    HttpRequest listTasks() {
        return call(suite.tasks(), "/tasks?teamId=" + teamId + "&status=OPEN&limit=" + PAGE)
                .build();
    }

    /** Tasks as {@link #createTask} makes them, one in a row. */
    void importTasks(int rows) throws IOException, InterruptedException {
        StringBuilder table =
                new StringBuilder("team,key,title,description,importance,dueDate,role,effortMinutes,skills\n");
        for (int i = 0; i < rows; i++) {
            table.append("%s,%s,%s,\"%s\",4,%s,writer,480,%s:3\n"
                    .formatted(TEAM, KEY + UUID.randomUUID(), TITLE, DESCRIPTION, DUE, SKILL));
        }
        HttpRequest request = HttpRequest.newBuilder(suite.tasks().resolve("/api/v1/work-imports?kind=tasks"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(table.toString()))
                .build();
        String path = "/work-imports/" + JSON.readTree(send(request)).path("id").asText();
        JsonNode state;
        do {
            Thread.sleep(LOOK_MILLIS);
            state = JSON.readTree(send(call(suite.tasks(), path).build()));
        } while (state.path("finishedAt").isMissingNode());
        if (state.path("created").asInt() != rows) {
            throw new IllegalStateException("The import has not created %d tasks: %s".formatted(rows, state));
        }
    }

    /** @throws IllegalStateException when the answer is no success */
    String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s was answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private String create(URI service, String path, Map<String, ?> form) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(form);
        JsonNode made = JSON.readTree(
                send(call(service, path).POST(BodyPublishers.ofString(body)).build()));
        return made.path("id").asText();
    }

    private Map<String, ?> task() {
        return Map.of(
                "teamId",
                teamId,
                "key",
                KEY + UUID.randomUUID(),
                "title",
                TITLE,
                "description",
                DESCRIPTION,
                "importance",
                4,
                "dueDate",
                DUE,
                "roles",
                List.of(Map.of(
                        "name",
                        "writer",
                        "effortMinutes",
                        480,
                        "skills",
                        List.of(Map.of("skillId", skillId, "minLevel", 3, "mandatory", true)))));
    }

    private HttpRequest.Builder call(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
