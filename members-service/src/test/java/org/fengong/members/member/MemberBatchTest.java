package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberBatchTest {
    private static final String BATCH = "/api/v1/members/batch";

    private static String batch(List<String> items) {
        return "{\"items\": [" + String.join(",", items) + "]}";
    }

    @Test
    void answersEachItemInOrderAndLetsNoneHoldUpAnother() {
        var department = department().id();
        var key = newKey();

        var answer = admin().body(batch(List.of(
                        memberBody(key, department),
                        memberBody(newKey(), UUID.randomUUID()),
                        memberBody(key, department),
                        memberBody(newKey(), department, ", \"colour\": \"red\""),
                        memberBody(newKey(), department, ", \"availabilityFactor\": 1.1"),
                        "7",
                        memberBody(newKey(), department))))
                .post(BATCH);

        answer.then()
                .statusCode(200)
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6))
                .body("results.status", contains(201, 422, 409, 400, 400, 400, 201))
                .body("results[0].id", notNullValue())
                .body("results[1].problem.type", equalTo("urn:fengong:problem:unknown-department"))
                .body("results[2].problem.type", equalTo("urn:fengong:problem:member-key-taken"))
                .body("results[3].problem.violations.field", contains("colour"))
                .body("results[4].problem.violations.field", contains("availabilityFactor"))
                .body("results[6].id", notNullValue());
        for (var created : List.of(0, 6)) {
            String id = answer.path("results[%d].id".formatted(created));
            admin().get("/api/v1/members/" + id).then().statusCode(200);
            assertThat(OutboxRows.of(UUID.fromString(id))).hasSize(1);
        }
    }

    @Test
    void takesAThousandItemsAndNoMore() {
        var department = department().id();
        var items = IntStream.range(0, 1000)
                .mapToObj(i -> memberBody(newKey(), department))
                .collect(Collectors.toList());

        var answer = admin().body(batch(items)).post(BATCH);

        answer.then().statusCode(200).body("results", hasSize(1000));
        assertThat(answer.<List<Integer>>path("results.status")).containsOnly(201);
        items.add(memberBody(newKey(), department));
        assertRefused(
                400,
                "invalid-request",
                "items",
                () -> admin().body(batch(items)).post(BATCH));
    }

    @Test
    void refusesABatchOfNothing() {
        assertRefused(400, "invalid-request", "items", () -> admin().body("{}").post(BATCH));
        assertRefused(
                400,
                "invalid-request",
                "items",
                () -> admin().body("{\"items\": []}").post(BATCH));
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var body = batch(List.of(memberBody(newKey(), department().id())));
        var idempotencyKey = newKey();

        var first = admin().header("Idempotency-Key", idempotencyKey).body(body).post(BATCH);
        var second =
                admin().header("Idempotency-Key", idempotencyKey).body(body).post(BATCH);

        assertThat(second.asString()).isEqualTo(first.asString());
        second.then().header("Idempotency-Replayed", is("true")).body("results.status", contains(201));
    }

    @Test
    void isForAdministratorsAlone() {
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.lead(UUID.randomUUID()))
                        .body(batch(List.of("{}")))
                        .post(BATCH));
    }
}
