package org.fengong.allocation.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Of an answer, another answer, the end of the time and a new plan, one comes first and the others see it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class OfferRacesTest {
    private static final int ROUNDS = 6;
    private static final String OFFERS = "/api/v1/offers";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID task;
    private UUID offer;

    @Inject
    OfferExpiry expiry;

    @BeforeEach
    void askAnn() {
        Planning.itIsMonday();
        team.offersItsPlans();
        ann = team.member("Ann", 5);
        task = team.task(600, WEEK.plusWeeks(1));
        published(team, 3);
        offer = UUID.fromString(
                leadOf(team).queryParam("teamId", team.teamId).get(OFFERS).path("items[0].id"));
    }

    private Response accept() {
        return as(TestTokens.member(ann)).post(OFFERS + "/{id}/accept", offer);
    }

    private Response decline() {
        return as(TestTokens.member(ann)).body("{\"reason\": \"No time.\"}").post(OFFERS + "/{id}/decline", offer);
    }

    private String status() {
        return leadOf(team).get(OFFERS + "/{id}", offer).path("status");
    }

    /** How the offer ended is told once. */
    private void assertToldOnce() {
        assertThat(OutboxRows.of(task).stream()
                        .filter(row -> row.type().startsWith("fengong.allocation.assignment-"))
                        .map(row -> row.type().replaceAll(".*-|\\.v1", "")))
                .containsExactly("offered", status().toLowerCase(java.util.Locale.ROOT));
        StoredLoads.assertAddUp(ann);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoAnswersOneIsTaken() throws Exception {
        var answers = Together.send(List.of(this::accept, this::decline));

        assertThat(answers.stream().map(Response::statusCode).sorted().toList()).containsExactly(200, 409);
        var accepted = answers.get(0).statusCode() == 200;
        assertThat(status()).isEqualTo(accepted ? "ACCEPTED" : "DECLINED");
        assertThat(assignmentsOf(task).<String>path("items[0].status")).isEqualTo(accepted ? "ACTIVE" : "RELEASED");
        assertToldOnce();
    }

    @RepeatedTest(ROUNDS)
    void anOfferIsAcceptedOrExpires() throws Exception {
        var respondBy = Instant.parse(leadOf(team).get(OFFERS + "/{id}", offer).path("respondBy"));
        TestClock.ahead(Duration.between(Instant.now(), respondBy).minusMillis(60));
        var expiring = CompletableFuture.runAsync(() -> {
            while (status().equals("PENDING")) {
                expiry.expireOverdue();
            }
        });

        var answer = Together.send(List.of(this::accept)).get(0);
        expiring.join();

        assertThat(answer.statusCode()).isIn(200, 409);
        assertThat(status()).isEqualTo(answer.statusCode() == 200 ? "ACCEPTED" : "EXPIRED");
        assertToldOnce();
    }

    /** Ann is away in the week that she was asked for: the plan moves it. */
    @RepeatedTest(ROUNDS)
    void anAnswerIsTakenForTheWeeksItWasGivenTo() throws Exception {
        var etag = leadOf(team).get(OFFERS + "/{id}", offer).header("ETag");
        var weeks = weeks();
        team.isAway(ann, WEEK);
        var plan = draft(team, 3);

        var answers = Together.send(List.of(
                () -> as(TestTokens.member(ann)).header("If-Match", etag).post(OFFERS + "/{id}/accept", offer),
                () -> publish(team, plan)));

        assertThat(answers.get(1).statusCode()).isEqualTo(200);
        assertThat(weeks()).isNotEqualTo(weeks);
        // after the publication the answer is refused; before it the plan moves what was accepted, and tells so
        assertThat(answers.get(0).statusCode()).isIn(200, 412);
        assertThat(status()).isEqualTo(answers.get(0).statusCode() == 200 ? "ACCEPTED" : "PENDING");
        StoredLoads.assertAddUp(ann);
    }

    private List<String> weeks() {
        return assignmentsOf(task).path("items[0].weeks.week");
    }

    @RepeatedTest(ROUNDS)
    void aDeclineComesBeforeAPublicationOrAfterIt() throws Exception {
        team.member("Ben", 5);
        team.isAway(ann, WEEK.plusWeeks(1));
        var plan = draft(team, 3);

        var answers = Together.send(List.of(this::decline, () -> publish(team, plan)));

        assertThat(answers.get(0).statusCode()).isIn(200, 409);
        assertThat(answers.get(1).statusCode()).isIn(200, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .isNotEmpty();
        assertThat(status()).isIn("DECLINED", "RESCINDED", "PENDING");
        assertThat(assignmentsOf(task).<List<String>>path("items.findAll { it.status == 'OFFERED' }.id"))
                .hasSizeLessThanOrEqualTo(1);
        StoredLoads.assertAddUp(ann);
    }
}
