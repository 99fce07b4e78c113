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

/** A team, a skill and a task, made through the API, and the calls that are measured on them. */
final class Scene {
    /** Of all tasks that the measurement creates. */
    static final String KEY = "bench-";

    private static final ObjectMapper JSON = new ObjectMapper();

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
                Map.of("key", "copywriting", "names", Map.of("en", "Copywriting"), "field", "content"));
        this.teamId = create(
                suite.members(),
                "/teams",
                Map.of("key", "web", "name", "Web", "departmentId", departmentId, "timeZone", "Europe/Lisbon"));
        suite.awaitEvents();
        this.taskId = create(suite.tasks(), "/tasks", task());
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
        return call(suite.tasks(), "/tasks?teamId=" + teamId + "&status=OPEN&limit=20")
                .build();
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
                "Write the launch post",
                "description",
                "What is new, for whom, and where to try it.",
                "importance",
                4,
                "dueDate",
                LocalDate.now().plusWeeks(6).toString(),
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
