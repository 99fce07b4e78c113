package org.fengong.review.review;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
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
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.fengong.review.TasksStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearWeek;

/**
 * Proposals that change tasks. Anna's last week was too full and work took half as long again as estimated; she has a role
 * of 600 minutes, and another one, of 300, waits for somebody with a skill that only Sales holds.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
@QuarkusTestResource(TasksStandIn.class)
class TaskProposalsTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(ZoneOffset.UTC));
    private static final YearWeek LAST = NOW.minusWeeks(1);

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    Forecasts forecasts;

    private final KnownFacts facts = KnownFacts.ofTeam();
    private UUID anna;
    private UUID flyer;
    private UUID brochure;
    private UUID skill;
    private UUID sales;
    private String reviewId;

    @BeforeEach
    void aReviewThatProposesThem() {
        AllocationStandIn.reset();
        TasksStandIn.SERVER.resetAll();
        circuits.resetAll();
        anna = facts.member("Anna");
        facts.load(anna, LAST, 2500, 2400);
        var done = facts.task(
                null,
                Weeks.sunday(LAST),
                Weeks.monday(LAST).plusDays(2).atTime(12, 0).toInstant(ZoneOffset.UTC),
                600);
        facts.work(done, anna, Weeks.monday(LAST), 900);
        flyer = facts.assigned(anna, NOW, 600);
        skill = facts.skillGap(LAST, 0);
        brochure = facts.asking(skill, Weeks.sunday(NOW.plusWeeks(2)), 300);
        sales = facts.departmentThatHolds(skill, 3, null);
        facts.departmentThatHolds(skill, 2, null); // one level short
        facts.departmentThatHolds(skill, 3, Weeks.sunday(NOW.minusWeeks(2))); // has left
        TasksStandIn.knows(flyer, 7, 600);
        TasksStandIn.knows(brochure, 3, 300);
        reviewId = open(LAST)
                .then()
                .statusCode(201)
                .body("adjustments.kind", contains("REPLAN", "REPLAN", "SPLIT", "ESTIMATE", "COLLABORATOR", "TRAIN"))
                .extract()
                .path("id");
    }

    /** Nothing waits for its forecast before that of the next test does. */
    @AfterEach
    void leavesNoForecastToCompute() {
        AllocationStandIn.reset();
        circuits.resetAll();
        forecasts.compute();
    }

    private RequestSpecification lead() {
        return given().auth().oauth2(TestTokens.lead(facts.leadId)).contentType(ContentType.JSON);
    }

    private Response open(YearWeek week) {
        return lead().body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, week, week))
                .post("/api/v1/reviews");
    }

    private Response review() {
        return lead().get("/api/v1/reviews/" + reviewId);
    }

    private static String of(String kind, String field) {
        return "adjustments.find { it.kind == '%s' }.%s".formatted(kind, field);
    }

    private String idOf(String kind) {
        return review().path(of(kind, "id"));
    }

    private Response accept(String kind) {
        return lead().post("/api/v1/reviews/%s/adjustments/%s/accept".formatted(reviewId, idOf(kind)));
    }

    private Response decline(String kind) {
        return lead().body("{\"reason\": \"We know better.\"}")
                .post("/api/v1/reviews/%s/adjustments/%s/decline".formatted(reviewId, idOf(kind)));
    }

    private JsonNode event(String type, String kind) {
        var id = idOf(kind);
        var row = OutboxRows.of(UUID.fromString(reviewId)).stream()
                .filter(one -> one.type().equals(type)
                        && one.data().path("adjustmentId").asText().equals(id))
                .findFirst()
                .orElseThrow();
        EventContracts.assertFits(row.type(), row.data());
        return row.data();
    }

    private static void verify(int times, RequestPatternBuilder request) {
        TasksStandIn.SERVER.verify(times, request);
    }

    private RequestPatternBuilder change(UUID task) {
        return patchRequestedFor(urlEqualTo(TasksStandIn.path(task)))
                .withHeader("Authorization", equalTo("Bearer first-token"))
                .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                .withHeader("Content-Type", containing("application/merge-patch+json"));
    }

    private void assertNothingChanged(String kind) {
        verify(0, patchRequestedFor(anyUrl()));
        verify(0, postRequestedFor(anyUrl()));
        review().then().body(of(kind, "status"), is("PROPOSED"));
    }

    @Test
    void proposesWhatItTellsOthers() {
        review().then()
                .body(of("ESTIMATE", "estimates.roleId"), contains(flyer.toString(), brochure.toString()))
                .body(of("ESTIMATE", "estimates.minutes"), contains(600, 300))
                .body(of("ESTIMATE", "estimates.newMinutes"), contains(900, 450))
                .body(of("SPLIT", "split.roleId"), is(flyer.toString()))
                .body(of("SPLIT", "split.memberId"), is(anna.toString()))
                .body(of("SPLIT", "split.partMinutes"), is(300))
                .body(of("COLLABORATOR", "collaboration.taskId"), is(brochure.toString()))
                .body(of("COLLABORATOR", "collaboration.departmentId"), is(sales.toString()))
                .body(of("COLLABORATOR", "collaboration.holders"), is(1))
                .body("names." + sales, is("Sales"))
                .body("names." + flyer, is("Write the flyer"));
        var proposed = "fengong.review.adjustment-proposed.v1";
        assertThat(event(proposed, "ESTIMATE").path("estimates").findValuesAsText("newMinutes"))
                .containsExactly("900", "450");
        assertThat(event(proposed, "SPLIT").path("split").path("roleId").asText())
                .isEqualTo(flyer.toString());
        assertThat(event(proposed, "COLLABORATOR")
                        .path("collaboration")
                        .path("departmentId")
                        .asText())
                .isEqualTo(sales.toString());
    }

    @Test
    void anAcceptedEstimateChangesTheEffortsAndNothingElse() {
        accept("ESTIMATE")
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("planId", nullValue())
                .body("taskId", nullValue());

        verify(1, change(flyer).withHeader("If-Match", equalTo("\"7\"")).withRequestBody(equalToJson("""
                        {"roles": [
                          {"roleId": "%1$s", "name": "Author", "effortMinutes": 900, "spanWeeks": 2,
                           "skills": [{"skillId": "%2$s", "minLevel": 3, "mandatory": true, "weight": 1}]},
                          {"roleId": "%2$s", "name": "Editor", "effortMinutes": 60, "skills": []}]}
                        """.formatted(
                        flyer, TasksStandIn.OWNER))));
        verify(
                1,
                change(brochure)
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(matchingJsonPath("$.roles[0].effortMinutes", equalTo("450"))));
        AllocationStandIn.SERVER.verify(0, postRequestedFor(anyUrl()));
        assertThat(event("fengong.review.adjustment-decided.v1", "ESTIMATE")
                        .path("status")
                        .asText())
                .isEqualTo("ACCEPTED");
        accept("ESTIMATE").then().statusCode(409).body("type", is("urn:fengong:problem:adjustment-already-decided"));
        decline("ESTIMATE").then().statusCode(409);
        verify(2, patchRequestedFor(anyUrl()));
    }

    @Test
    void aRepetitionGoesOnWhereTheFirstTryEnded() {
        TasksStandIn.refusesChange(flyer, 503, "database-unavailable", "The database is away.");
        TasksStandIn.refusesChange(brochure, 503, "database-unavailable", "The database is away.");
        accept("ESTIMATE")
                .then()
                .statusCode(503)
                .header("Retry-After", is("7"))
                .body("type", is("urn:fengong:problem:tasks-unavailable"));
        review().then().body(of("ESTIMATE", "status"), is("PROPOSED"));

        TasksStandIn.SERVER.resetAll();
        TasksStandIn.knows(flyer, 8, 900); // it was changed although there was no answer
        TasksStandIn.knows(brochure, 3, 300);
        accept("ESTIMATE").then().statusCode(200).body("status", is("ACCEPTED"));

        verify(0, change(flyer));
        verify(1, change(brochure));
    }

    @Test
    void readsATaskAgainThatSomebodyElseChanges() {
        TasksStandIn.refusesOneChangeAsStale(flyer);
        TasksStandIn.SERVER.stubFor(patch(TasksStandIn.path(flyer))
                .inScenario("stale")
                .whenScenarioStateIs("read again")
                .willReturn(okJson("{\"id\": \"%s\"}".formatted(flyer))));

        accept("ESTIMATE").then().statusCode(200).body("status", is("ACCEPTED"));

        verify(2, change(flyer));
    }

    @Test
    void changesNothingWhenARoleIsNotAsItWas() {
        TasksStandIn.knows(brochure, 4, 360);

        accept("ESTIMATE")
                .then()
                .statusCode(409)
                .body("type", is("urn:fengong:problem:proposal-outdated"))
                .body("taskId", is(brochure.toString()))
                .body("roleId", is(brochure.toString()));
        assertNothingChanged("ESTIMATE");

        TasksStandIn.knows(brochure, 300, null, true);
        accept("ESTIMATE").then().statusCode(409).body("type", is("urn:fengong:problem:proposal-outdated"));
        TasksStandIn.knows(brochure, 300, UUID.randomUUID(), false);
        accept("COLLABORATOR").then().statusCode(409).body("type", is("urn:fengong:problem:proposal-outdated"));
        assertNothingChanged("COLLABORATOR");
    }

    @ParameterizedTest
    @CsvSource({
        "422, unknown-department, 422, task-change-rejected",
        "404, task-not-found, 422, task-change-rejected",
        "409, task-closed, 409, task-change-conflict"
    })
    void passesOnThatTheChangeIsRefused(int status, String slug, int answered, String problem) {
        TasksStandIn.refusesChange(brochure, status, slug, "It is not to be.");

        accept("COLLABORATOR")
                .then()
                .statusCode(answered)
                .body("type", is("urn:fengong:problem:" + problem))
                .body("tasksProblem.type", is("urn:fengong:problem:" + slug));

        verify(1, change(brochure));
        review().then().body(of("COLLABORATOR", "status"), is("PROPOSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESTIMATE", "SPLIT", "COLLABORATOR"})
    void staysOpenWhileTasksServiceDoesNotAnswer(String kind) {
        TasksStandIn.refuses(503, "database-unavailable", "The database is away.");

        accept(kind).then().statusCode(503).body("type", is("urn:fengong:problem:tasks-unavailable"));

        assertNothingChanged(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESTIMATE", "SPLIT", "COLLABORATOR"})
    void isDeclinedWithAReasonAndNothingElseHappens(String kind) {
        decline(kind).then().statusCode(200).body("status", is("DECLINED")).body("reason", is("We know better."));

        accept(kind).then().statusCode(409);
        assertThat(TasksStandIn.SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void anAcceptedSplitIsATaskForTheOwner() {
        var created = UUID.randomUUID();
        TasksStandIn.creates(created);

        accept("SPLIT").then().statusCode(200).body("status", is("ACCEPTED")).body("taskId", is(created.toString()));

        var id = idOf("SPLIT");
        verify(
                1,
                postRequestedFor(urlEqualTo("/api/v1/tasks"))
                        .withHeader("Idempotency-Key", equalTo(id))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                        .withRequestBody(matchingJsonPath("$.key", equalTo("split-" + id)))
                        .withRequestBody(matchingJsonPath("$.teamId", equalTo(facts.teamId.toString())))
                        .withRequestBody(matchingJsonPath("$.ownerId", equalTo(TasksStandIn.OWNER.toString())))
                        .withRequestBody(matchingJsonPath("$.title", equalTo("Split: Write the flyer")))
                        .withRequestBody(matchingJsonPath("$.importance", equalTo("4")))
                        .withRequestBody(matchingJsonPath("$.roles[0].effortMinutes", equalTo("30")))
                        .withRequestBody(matchingJsonPath("$.roles[0].departmentId", absent())));
        assertThat(event("fengong.review.adjustment-decided.v1", "SPLIT")
                        .path("taskId")
                        .asText())
                .isEqualTo(created.toString());
        accept("SPLIT").then().statusCode(409);
        verify(1, postRequestedFor(urlEqualTo("/api/v1/tasks")));
    }

    @Test
    void anAcceptedCollaboratorNamesTheDepartmentForTheRole() {
        accept("COLLABORATOR").then().statusCode(200).body("status", is("ACCEPTED"));

        verify(
                1,
                change(brochure)
                        .withRequestBody(matchingJsonPath("$.roles[0].departmentId", equalTo(sales.toString())))
                        .withRequestBody(matchingJsonPath("$.roles[0].effortMinutes", equalTo("300")))
                        .withRequestBody(matchingJsonPath("$.roles[1].roleId")));
        accept("COLLABORATOR").then().statusCode(409);
    }

    @Test
    void tellsWhatTwoScenariosSayOfEach() {
        var without = UUID.randomUUID();
        var with = UUID.randomUUID();
        AllocationStandIn.startsScenario("{}", without);
        AllocationStandIn.startsScenario("""
                {"efforts": [{"roleId": "%s", "remainingMinutes": 900}, {"roleId": "%s", "remainingMinutes": 450}]}
                """.formatted(flyer, brochure), with);
        AllocationStandIn.startsScenario("""
                {"efforts": [{"roleId": "%s", "remainingMinutes": 300}],
                 "extraTasks": [{"title": "Part of the role", "importance": 3, "dueWeek": "%s",
                                 "roles": [{"name": "Part", "effortMinutes": 300, "skills": []}]}]}
                """.formatted(flyer, NOW), with);
        AllocationStandIn.startsScenario(
                "{\"efforts\": [{\"roleId\": \"%s\", \"remainingMinutes\": 0}]}".formatted(brochure), with);
        AllocationStandIn.plan(without, "DRAFT");
        AllocationStandIn.plan(with, "DRAFT");
        AllocationStandIn.compares(with, without, """
                {"costs": [{"component": "total", "difference": 400}], "members": [
                  {"memberId": "%s", "differenceMinutes": 300, "loadRatio": 0.5, "withLoadRatio": 0.4}]}
                """.formatted(anna));
        var page = lead().header("Accept", "text/html").get("/pages/reviews/" + reviewId);
        page.then().body(containsString("The effect is being computed."));

        forecasts.compute();

        for (var kind : List.of("ESTIMATE", "SPLIT", "COLLABORATOR")) {
            review().then()
                    .body(of(kind, "forecast.status"), is("COMPUTED"))
                    .body(of(kind, "forecast.costDifference"), is(400))
                    .body(of(kind, "forecast.members.loadRatioAfter"), contains(0.5f));
        }
        AllocationStandIn.SERVER.verify(
                6,
                postRequestedFor(urlEqualTo("/api/v1/plans"))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                        .withRequestBody(matchingJsonPath("$.pins", absent()))
                        .withRequestBody(matchingJsonPath("$.weeks", equalTo("8"))));
        for (var text : List.of(
                "en|Write the flyer: 15 h instead of 10 h",
                "en|Write the flyer (Anna): a part of 5 h for somebody else",
                "en|Write the flyer: Sales (Copywriting)",
                "en|Load of Anna: 40 % → 50 %",
                "zh-TW|調整預估",
                "zh-CN|调整预估")) {
            lead().header("Accept", "text/html")
                    .get("/pages/reviews/%s?lang=%s".formatted(reviewId, text.split("\\|")[0]))
                    .then()
                    .body(containsString(text.split("\\|")[1]));
        }
    }

    @Test
    void theNextReviewTellsWhatTheyDid() {
        TasksStandIn.creates(UUID.randomUUID());
        accept("ESTIMATE").then().statusCode(200);
        accept("SPLIT").then().statusCode(200);
        accept("COLLABORATOR").then().statusCode(200);
        var done = facts.task(
                null, Weeks.sunday(NOW), Weeks.monday(NOW).atTime(6, 0).toInstant(ZoneOffset.UTC), 900);
        facts.work(done, anna, Weeks.monday(NOW), 900);

        String next = open(NOW)
                .then()
                .statusCode(201)
                .body("taskEffects.find { it.kind == 'ESTIMATE' }.indicator", is("ESTIMATE_RATIO"))
                .body("taskEffects.find { it.kind == 'ESTIMATE' }.before", is(1.5f))
                .body("taskEffects.find { it.kind == 'ESTIMATE' }.after", is(1.0f))
                .body("taskEffects.find { it.kind == 'ESTIMATE' }.improved", is(true))
                .body("taskEffects.find { it.kind == 'SPLIT' }.indicator", is("OVERLOADED_MEMBER_WEEKS"))
                .body("taskEffects.find { it.kind == 'SPLIT' }.after", is(0.0f))
                .body(
                        "taskEffects.findAll { it.kind == 'COLLABORATOR' }.indicator",
                        contains("ON_TIME_RATE", "OVERLOADED_MEMBER_WEEKS"))
                .body("effects.size()", is(0))
                .extract()
                .path("id");
        lead().get("/api/v1/reviews/" + next + "/report.csv")
                .then()
                .body(containsString("effects before,,,,,ESTIMATE_RATIO,1.5,ratio"));
    }
}
