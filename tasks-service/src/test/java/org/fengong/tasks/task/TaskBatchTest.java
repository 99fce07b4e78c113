package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskBatchTest {
    private static final String BATCH = TASKS + "/batch";

    private static String batch(List<String> items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    @Test
    void answersEachItemInOrderAndLetsNoneHoldUpAnother() {
        var team = team();
        var stranger = team();
        var sameKey = "{\"key\": \"%s\"}".formatted(newKey());

        var answer = lead(team)
                .body(batch(List.of(
                        taskBody(team, sameKey),
                        taskBody(stranger, "{}"),
                        taskBody(team, sameKey),
                        taskBody(team, "{\"colour\": \"red\"}"),
                        taskBody(team, "{\"roles\": [null]}"),
                        taskBody(team, "{\"earliestStart\": \"2040-06-30\"}"),
                        "7",
                        taskBody(team, "{\"draft\": true}"))))
                .post(BATCH);

        answer.then()
                .statusCode(200)
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6, 7))
                .body("results.status", contains(201, 422, 409, 400, 400, 422, 400, 201))
                .body("results[1].id", nullValue())
                .body("results[1].problem.type", equalTo("urn:fengong:problem:unknown-team"))
                .body("results[2].problem.type", equalTo("urn:fengong:problem:task-key-taken"))
                .body("results[3].problem.violations.field", contains("colour"))
                .body("results[4].problem.violations.field", contains("roles[0]"))
                .body("results[5].problem.type", equalTo("urn:fengong:problem:due-before-start"))
                .body("results[7].problem", nullValue());
        for (var created : List.of(0, 7)) {
            String id = answer.path("results[%d].id".formatted(created));
            lead(team).get(TASKS + "/" + id).then().statusCode(200);
            assertThat(OutboxRows.of(UUID.fromString(id))).hasSize(1);
        }
        lead(team).queryParam("teamId", team.id()).get(TASKS).then().body("items", hasSize(2));
    }

    @Test
    void takesAThousandItemsAndNoMore() {
        var team = team();
        var items = IntStream.range(0, 1000).mapToObj(i -> taskBody(team, "{}")).collect(Collectors.toList());

        var answer = lead(team).body(batch(items)).post(BATCH);

        answer.then().statusCode(200).body("results", hasSize(1000));
        assertThat(answer.<List<Integer>>path("results.status")).containsOnly(201);
        items.add(taskBody(team, "{}"));
        assertRefused(
                400,
                "invalid-request",
                "items",
                () -> lead(team).body(batch(items)).post(BATCH));
    }

    @Test
    void refusesABatchOfNothing() {
        var team = team();
        for (var body : List.of("{}", "{\"items\": []}", "{\"items\": {}}")) {
            assertRefused(
                    400, "invalid-request", "items", () -> lead(team).body(body).post(BATCH));
        }
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var team = team();
        var body = batch(List.of(taskBody(team, "{}"), taskBody(team, "{\"importance\": 6}")));
        var idempotencyKey = newKey();

        var first =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(BATCH);
        var second =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(BATCH);

        assertThat(second.asString()).isEqualTo(first.asString());
        second.then().header("Idempotency-Replayed", is("true")).body("results.status", contains(201, 400));
    }

    @Test
    void isForLeads() {
        var team = team();

        assertRefused(
                403,
                "forbidden",
                () -> member(team.memberId())
                        .body(batch(List.of(taskBody(team, "{}"))))
                        .post(BATCH));
    }
}
