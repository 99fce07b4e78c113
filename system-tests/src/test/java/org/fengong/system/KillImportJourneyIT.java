package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.system.Json.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.localstack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An import goes on by itself where it was, though its service is killed in the middle of it. */
@ExtendWith(PackagedSuite.Extension.class)
class KillImportJourneyIT {
    private static final int TASKS = 10_000;

    /** Before somebody else takes an import, four signs of life are missed, ten seconds each. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void anImportIsCompletedOnceWhenItsServiceIsKilled(PackagedSuite suite) {
        var team = new Team(suite, "copywriting");
        team.register("Ana", 1, Map.of("copywriting", 3));
        team.found();
        var lead = team.leadAtTasks();
        var key = suite.members("admin", null)
                .get("/teams/" + team.id())
                .path("key")
                .asText();
        var address = "/work-imports/" + id(started(lead, table(key)));
        await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> isHalfWay(lead.get(address)));

        suite.kill(Service.TASKS);

        await().atMost(PATIENCE)
                .ignoreExceptions() // while the service is away
                .until(() -> lead.get(address).hasNonNull("finishedAt"));
        var over = lead.get(address);
        assertThat(over.path("status").asText()).as("%s", over).isEqualTo("COMPLETED");
        assertThat(over.path("created").asInt()).isEqualTo(TASKS);
        suite.awaitEvents();
        var teams = List.of(team.id());
        var rows = new Rows(suite);
        var stored = rows.numbers(Service.TASKS, "select id, version from task where team_id = any (?)", teams);
        assertThat(stored).hasSize(TASKS);
        var told = Checker.distinct(suite.topic("fengong.tasks.task.v1")).stream()
                .filter(event -> stored.containsKey(UUID.fromString(event.key())))
                .toList();
        assertThat(Checker.eachVersionToldOnce(stored, told)).isEmpty();
        assertThat(Checker.same(
                        "task of REVIEW",
                        stored,
                        rows.numbers(
                                Service.REVIEW,
                                "select id, version from task_snapshot where team_id = any (?)",
                                teams)))
                .isEmpty();
    }

    private static JsonNode started(Client lead, String csv) {
        return lead.send(
                        "POST",
                        "/work-imports?kind=tasks",
                        csv,
                        Map.of(
                                "Content-Type",
                                "text/csv",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .ok();
    }

    private static boolean isHalfWay(JsonNode job) {
        assertThat(job.hasNonNull("finishedAt"))
                .as("too late for a kill: %s", job)
                .isFalse();
        return job.path("status").asText().equals("STORING")
                && job.path("rowsDone").asInt() > 0;
    }

    private static String table(String team) {
        return "team,key,title,importance,dueDate,role,effortMinutes\n"
                + IntStream.rangeClosed(1, TASKS)
                        .mapToObj(i -> "%s,t-%d,Task %d,3,2040-06-29,Author,60\n".formatted(team, i, i))
                        .collect(Collectors.joining());
    }
}
