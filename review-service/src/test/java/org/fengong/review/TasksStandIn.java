package org.fengong.review;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/** Stands in for tasks-service. */
public class TasksStandIn implements QuarkusTestResourceLifecycleManager {
    public static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().http2PlainDisabled(true));

    public static final UUID OWNER = UUID.randomUUID();

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of("fengong.tasks.url", SERVER.baseUrl(), "quarkus.rest-client.tasks.read-timeout", "800");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    public static String path(UUID taskId) {
        return "/api/v1/tasks/" + taskId;
    }

    /** A task with a role of the same id and that effort, and with another one that is done; changes are taken. */
    public static void knows(UUID taskId, long version, int effortMinutes) {
        SERVER.stubFor(get(path(taskId)).willReturn(task(taskId, version, effortMinutes, "null", false)));
        SERVER.stubFor(patch(urlPathEqualTo(path(taskId)))
                .willReturn(task(taskId, version + 1, effortMinutes, "null", false)));
    }

    /** The same, when a department is named for the role, or when it is completed. */
    public static void knows(UUID taskId, int effortMinutes, UUID departmentId, boolean completed) {
        SERVER.stubFor(get(path(taskId))
                .willReturn(task(
                        taskId,
                        7,
                        effortMinutes,
                        departmentId == null ? "null" : '"' + departmentId.toString() + '"',
                        completed)));
    }

    /** The first change comes too late, since somebody else has changed the task. */
    public static void refusesOneChangeAsStale(UUID taskId) {
        SERVER.stubFor(patch(urlPathEqualTo(path(taskId)))
                .inScenario("stale")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("read again")
                .willReturn(problem(412, "stale-version", "This was changed since you read it.")));
    }

    public static void refusesChange(UUID taskId, int status, String slug, String detail) {
        SERVER.stubFor(patch(urlPathEqualTo(path(taskId))).willReturn(problem(status, slug, detail)));
    }

    /** Answers 201 with that task. */
    public static void creates(UUID taskId) {
        SERVER.stubFor(post("/api/v1/tasks")
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"id\": \"%s\", \"version\": 1}".formatted(taskId))));
    }

    /** Answers everything with a problem. */
    public static void refuses(int status, String slug, String detail) {
        SERVER.stubFor(any(anyUrl()).willReturn(problem(status, slug, detail)));
    }

    private static ResponseDefinitionBuilder task(
            UUID id, long version, int effortMinutes, String departmentId, boolean completed) {
        return aResponse().withHeader("Content-Type", "application/json").withBody("""
                        {"id": "%1$s", "version": %2$d, "ownerId": "%3$s", "title": "Write the flyer", "importance": 4,
                         "status": "OPEN", "roles": [
                           {"roleId": "%1$s", "name": "Author", "effortMinutes": %4$d, "departmentId": %5$s, "spanWeeks": 2,
                            "completed": %6$s, "loggedMinutes": 0,
                            "skills": [{"skillId": "%3$s", "minLevel": 3, "mandatory": true, "weight": 1}]},
                           {"roleId": "%3$s", "name": "Editor", "effortMinutes": 60, "completed": true,
                            "loggedMinutes": 60, "skills": []}]}
                        """.formatted(
                        id, version, OWNER, effortMinutes, departmentId, completed));
    }

    private static ResponseDefinitionBuilder problem(int status, String slug, String detail) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Retry-After", "7")
                .withBody("""
                        {"type": "urn:fengong:problem:%s", "title": "No", "status": %d, "detail": "%s", "traceId": "x"}
                        """.formatted(slug, status, detail));
    }
}
