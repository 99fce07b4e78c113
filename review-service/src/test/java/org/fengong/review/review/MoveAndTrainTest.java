package org.fengong.review.review;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** Proposals to give a role to somebody else, and to let somebody learn a skill. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class MoveAndTrainTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(ZoneOffset.UTC));
    private static final YearWeek LAST = NOW.minusWeeks(1);

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    Forecasts forecasts;

    private final KnownFacts facts = KnownFacts.ofTeam();
    private final UUID without = UUID.randomUUID();
    private final UUID with = UUID.randomUUID();
    private UUID anna;
    private UUID ben;
    private UUID task;
    private UUID skill;
    private String reviewId;

    @BeforeEach
    void annaIsOverloadedBesideBenAndASkillIsScarce() {
        AllocationStandIn.reset();
        circuits.resetAll();
        anna = facts.member("Anna");
        ben = facts.member("Ben");
        facts.load(anna, LAST, 2500, 2400);
        facts.load(ben, LAST, 500, 2400);
        task = facts.assigned(anna, NOW, 300);
        skill = facts.skillGap(LAST, 0);
        reviewId = lead().body(
                        "{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, LAST, LAST))
                .post("/api/v1/reviews")
                .then()
                .statusCode(201)
                .body("adjustments.kind", contains("REPLAN", "MOVE", "TRAIN"))
                .extract()
                .path("id");
    }

    private RequestSpecification lead() {
        return given().auth().oauth2(TestTokens.lead(facts.leadId)).contentType(ContentType.JSON);
    }

    private Response review() {
        return lead().get("/api/v1/reviews/" + reviewId);
    }

    private String idOf(String kind) {
        return review().path("adjustments.find { it.kind == '%s' }.id".formatted(kind));
    }

    private Response accept(String kind) {
        return lead().post("/api/v1/reviews/%s/adjustments/%s/accept".formatted(reviewId, idOf(kind)));
    }

    private Response decline(String kind) {
        return lead().body("{\"reason\": \"Ben is on leave soon.\"}")
                .post("/api/v1/reviews/%s/adjustments/%s/decline".formatted(reviewId, idOf(kind)));
    }

    private void scenariosAre(String status) {
        AllocationStandIn.startsScenarios(anna, without, ben, with);
        AllocationStandIn.plan(without, "DRAFT");
        AllocationStandIn.plan(with, status);
        AllocationStandIn.compares(with, without, """
                {"costs": [{"component": "fit", "difference": 20}, {"component": "total", "difference": -1200}],
                 "members": [
                   {"memberId": "%s", "differenceMinutes": -300, "loadRatio": 0.95, "withLoadRatio": 1.05},
                   {"memberId": "%s", "differenceMinutes": 300, "loadRatio": 0.4, "withLoadRatio": 0.3},
                   {"memberId": "%s", "differenceMinutes": 0, "loadRatio": 0.4, "withLoadRatio": 0.4}],
                 "truncated": false}""".formatted(anna, ben, UUID.randomUUID()));
    }

    private JsonNode event(String type, String adjustmentId) {
        var row = OutboxRows.of(UUID.fromString(reviewId)).stream()
                .filter(one -> one.type().equals(type)
                        && one.data().path("adjustmentId").asText().equals(adjustmentId))
                .findFirst()
                .orElseThrow();
        EventContracts.assertFits(row.type(), row.data());
        return row.data();
    }

    private static String move(String field) {
        return "adjustments.find { it.kind == 'MOVE' }." + field;
    }

    @Test
    void proposesWhatItTellsOthers() {
        review().then()
                .body(move("status"), is("PROPOSED"))
                .body(move("replan.weeks"), is(8))
                .body("adjustments.find { it.kind == 'TRAIN' }.replan.weeks", is(0))
                .body(move("forecast"), nullValue())
                .body(move("move.taskId"), is(task.toString()))
                .body(move("move.fromMemberId"), is(anna.toString()))
                .body(move("move.toMemberId"), is(ben.toString()))
                .body(move("move.startWeek"), is(NOW.toString()))
                .body(move("move.minutes"), is(300))
                .body("adjustments.find { it.kind == 'TRAIN' }.training.memberId", is(ben.toString()))
                .body("adjustments.find { it.kind == 'TRAIN' }.training.skillId", is(skill.toString()))
                .body("names." + skill, is("Copywriting"))
                .body("names." + task, is("Write the flyer"));
        assertThat(event("fengong.review.adjustment-proposed.v1", idOf("MOVE"))
                        .path("move")
                        .path("toMemberId")
                        .asText())
                .isEqualTo(ben.toString());
        assertThat(event("fengong.review.adjustment-proposed.v1", idOf("TRAIN"))
                        .path("training")
                        .path("level")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void tellsWhatTwoScenariosSayOfTheMove() {
        scenariosAre("DRAFT");

        forecasts.compute();

        review().then()
                .body(move("forecast.status"), is("COMPUTED"))
                .body(move("forecast.withPlanId"), is(with.toString()))
                .body(move("forecast.withoutPlanId"), is(without.toString()))
                .body(move("forecast.costDifference"), is(-1200))
                .body(move("forecast.members.memberId"), contains(anna.toString(), ben.toString()))
                .body(move("forecast.members.loadRatioBefore"), contains(1.05f, 0.3f))
                .body(move("forecast.members.loadRatioAfter"), contains(0.95f, 0.4f));
        AllocationStandIn.SERVER.verify(
                2,
                postRequestedFor(urlEqualTo("/api/v1/plans"))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                        .withRequestBody(matchingJsonPath("$.scenario", equalToJson("{}")))
                        .withRequestBody(matchingJsonPath("$.pins[0].roleId", equalTo(task.toString())))
                        .withRequestBody(matchingJsonPath("$.pins[0].startWeek", equalTo(NOW.toString()))));
        forecasts.compute();
        AllocationStandIn.SERVER.verify(
                2,
                postRequestedFor(urlEqualTo("/api/v1/plans"))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString())));
    }

    @Test
    void waitsWhileTheScenariosAreSolvedOrAllocationIsAway() {
        AllocationStandIn.refuses(503, "database-unavailable", "The database is away.");
        forecasts.compute();
        review().then().body(move("forecast"), nullValue());
        circuits.resetAll();

        AllocationStandIn.reset();
        scenariosAre("SOLVING");
        forecasts.compute();
        review().then().body(move("forecast"), nullValue());

        AllocationStandIn.plan(with, "DRAFT");
        forecasts.compute();
        review().then().body(move("forecast.status"), is("COMPUTED"));
    }

    @Test
    void saysThatThereIsNoPlanWithTheMove() {
        scenariosAre("FAILED");

        forecasts.compute();

        review().then()
                .body(move("forecast.status"), is("IMPOSSIBLE"))
                .body(move("forecast.costDifference"), nullValue())
                .body(move("status"), is("PROPOSED"));
    }

    @Test
    void saysSoTooWhenAllocationDoesNotKnowTheRole() {
        AllocationStandIn.refuses(422, "unknown-role", "There is no such role.");

        forecasts.compute();

        review().then().body(move("forecast.status"), is("IMPOSSIBLE"));
    }

    @Test
    void anAcceptedMoveAsksForADraftThatMustMoveTheRole() {
        var draft = UUID.randomUUID();
        AllocationStandIn.startsPlan(draft);

        accept("MOVE").then().statusCode(200).body("status", is("ACCEPTED")).body("planId", is(draft.toString()));

        AllocationStandIn.SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/api/v1/plans"))
                        .withHeader("Idempotency-Key", equalTo(idOf("MOVE")))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                        .withRequestBody(matchingJsonPath("$.pins[0].memberId", equalTo(ben.toString())))
                        .withRequestBody(matchingJsonPath("$.weeks", equalTo("8"))));
        var told = event("fengong.review.adjustment-decided.v1", idOf("MOVE"));
        assertThat(told.path("planId").asText()).isEqualTo(draft.toString());
        assertThat(told.path("move").path("roleId").asText()).isEqualTo(task.toString());
        accept("MOVE").then().statusCode(409).body("type", is("urn:fengong:problem:adjustment-already-decided"));
        decline("MOVE").then().statusCode(409);
        // what is decided needs no forecast
        forecasts.compute();
        review().then().body(move("forecast"), nullValue());
    }

    @Test
    void anAcceptedTrainingIsTheRecordAndAsksForNoPlan() {
        accept("TRAIN").then().statusCode(200).body("status", is("ACCEPTED")).body("planId", nullValue());

        AllocationStandIn.SERVER.verify(0, postRequestedFor(urlEqualTo("/api/v1/plans")));
        var told = event("fengong.review.adjustment-decided.v1", idOf("TRAIN"));
        assertThat(told.path("training").path("memberId").asText()).isEqualTo(ben.toString());
        assertThat(told.path("training").path("skillId").asText()).isEqualTo(skill.toString());
        accept("TRAIN").then().statusCode(409);
        decline("TRAIN").then().statusCode(409);
    }

    @Test
    void bothAreDeclinedWithAReasonAndNothingElseHappens() {
        decline("MOVE").then().statusCode(200).body("status", is("DECLINED"));
        decline("TRAIN").then().statusCode(200).body("reason", is("Ben is on leave soon."));

        AllocationStandIn.SERVER.verify(0, postRequestedFor(urlEqualTo("/api/v1/plans")));
        accept("MOVE").then().statusCode(409);
        review().then().body("status", is("OPEN")); // the new plan is still to be decided
    }

    @Test
    void theNextReviewTellsWhatTheyDid() {
        AllocationStandIn.startsPlan(UUID.randomUUID());
        accept("MOVE").then().statusCode(200);
        accept("TRAIN").then().statusCode(200);
        facts.learns(ben, skill, 3);

        lead().body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, NOW, NOW))
                .post("/api/v1/reviews")
                .then()
                .statusCode(201)
                .body("effects.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.before", is(1.0f))
                .body("effects.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.after", is(0.0f))
                .body("trainingEffects.memberId", contains(ben.toString()))
                .body("trainingEffects.skillId", contains(skill.toString()))
                .body("trainingEffects.before", contains(0))
                .body("trainingEffects.after", contains(3))
                .body("trainingEffects.wanted", contains(3));
    }

    @Test
    void thePageSaysWhomItIsAboutInEachLanguage() {
        page("en")
                .then()
                .body(containsString("Write the flyer: Anna → Ben"))
                .body(containsString("The effect is being computed."))
                .body(containsString("Ben: Copywriting, level 3"));
        scenariosAre("DRAFT");
        forecasts.compute();

        page("en").then().body(containsString("Load of Anna: 105 % → 95 %"));
        page("zh-TW").then().body(containsString("Anna的負荷：105 % → 95 %")).body(containsString("改由他人負責"));
        page("zh-CN").then().body(containsString("Anna的负荷：105 % → 95 %")).body(containsString("改由他人负责"));
    }

    private Response page(String language) {
        return lead().header("Accept", "text/html").get("/pages/reviews/%s?lang=%s".formatted(reviewId, language));
    }
}
