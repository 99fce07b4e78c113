package org.fengong.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.testing.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of a service on its management port. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class OperationTest {
    record Step(int number) {}

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Outbox outbox;

    @ParameterizedTest
    @ValueSource(strings = {"live", "started"})
    void isLiveAndStarted(String what) {
        given().when().get(management + "health/" + what).then().statusCode(200);
    }

    @Test
    void namesEachThingItNeedsInItsReadiness() {
        given().when()
                .get(management + "health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Database connections health check", "kafka", "identity-provider"));
    }

    @Test
    void countsWhatWaitsInTheOutboxAndSinceWhen() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.append("fengong.tasks.goal.v1", UUID.randomUUID(), "fengong.test.step.v1", new Step(1)));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(metric("fengong_outbox_pending")).isPositive();
            assertThat(metric("fengong_outbox_oldest_age_seconds")).isPositive();
        });
    }

    @Test
    void countsEventsByTopicAndOutcomeFromZeroOn() {
        for (var outcome : new String[] {"processed", "duplicate", "skipped", "dead"}) {
            assertThat(metric("fengong_inbox_events_total{outcome=\"" + outcome + "\",topic=\"fengong.tasks.task.v1\""))
                    .isNotNegative();
        }
        assertThat(metric("fengong_outbox_sent_total")).isNotNegative();
        assertThat(metric("fengong_outbox_failures_total")).isNotNegative();
    }

    private double metric(String start) {
        var line = given().when()
                .get(management + "metrics")
                .asString()
                .lines()
                .filter(l -> l.startsWith(start))
                .findFirst();
        assertThat(line).as(start).isPresent();
        return Double.parseDouble(line.get().substring(line.get().lastIndexOf(' ')));
    }
}
