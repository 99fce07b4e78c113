package org.fengong.review.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class ReviewResourceTest {
    private static final String REVIEWS = "/api/v1/reviews";
    private static final YearWeek NOW = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC)));
    private static final YearWeek FROM = NOW.minusWeeks(4);
    private static final YearWeek TO = NOW.minusWeeks(1);

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification leadOf(KnownFacts facts) {
        return as(TestTokens.lead(facts.leadId));
    }

    private static String body(UUID teamId, YearWeek from, YearWeek to) {
        return "{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(teamId, from, to);
    }

    private static Response open(KnownFacts facts) {
        return leadOf(facts).body(body(facts.teamId, FROM, TO)).post(REVIEWS);
    }

    @Test
    void measuresFindsAndProposes() {
        var facts = KnownFacts.ofTeam();
        var anna = facts.member("Anna");
        var ben = facts.member("Ben");
        var goal = facts.goal(FROM, TO);
        var monday = Weeks.monday(FROM);
        var task = facts.task(
                goal, monday.plusDays(4), monday.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC), 400);
        facts.work(task, anna, monday, 300);
        facts.work(task, ben, monday.plusDays(1), 100);
        facts.load(anna, FROM, 2500, 2400);

        var opened = open(facts);

        // Anna 2500 of 4 * 2400 minutes, Ben nothing: ratios 0.2604 and 0
        opened.then()
                .statusCode(201)
                .header("Location", containsString(REVIEWS + "/" + opened.<String>path("id")))
                .header("ETag", notNullValue())
                .body("status", is("OPEN"))
                .body("openedBy", is(facts.leadId.toString()))
                .body("metrics.loadBalance.coefficientOfVariation.value", is(1.0f))
                .body("metrics.loadBalance.coefficientOfVariation.unit", is("ratio"))
                .body("metrics.loadBalance.coefficientOfVariation.formula", containsString("standard deviation"))
                .body("metrics.loadBalance.giniCoefficient.value", is(0.5f))
                .body("metrics.loadBalance.maxToMeanRatio.value", is(2.0f))
                .body("metrics.loadBalance.inputs.memberId", hasItems(anna.toString(), ben.toString()))
                .body("metrics.loadBalance.inputs[0].weeks", hasSize(4))
                .body("metrics.overload.overloadedMemberWeeks.value", is(1.0f))
                .body("metrics.overload.inputs[0].overByMinutes", is(100))
                .body("metrics.overload.inputs[0].week", is(FROM.toString()))
                .body("metrics.delivery.onTimeRate.value", is(1.0f))
                .body("metrics.delivery.throughput.value", is(0.25f))
                .body("metrics.estimateRatio.value", is(1.0f))
                .body("metrics.skillFit.value", nullValue())
                .body("metrics.contributions.goals[0].goalId", is(goal.toString()))
                .body(
                        "metrics.contributions.goals[0].members.find { it.memberId == '%s' }.shareByHours"
                                .formatted(anna),
                        is(0.75f))
                .body("findings.kind", hasItems("UNBALANCED_LOAD", "OVERLOAD"))
                .body("findings.find { it.kind == 'OVERLOAD' }.evidence[0].memberId", is(anna.toString()))
                .body("findings.find { it.kind == 'OVERLOAD' }.threshold.property", containsString("overload"))
                .body("adjustments", hasSize(1))
                .body("adjustments[0].kind", is("REPLAN"))
                .body("adjustments[0].status", is("PROPOSED"))
                .body("adjustments[0].findingIds", hasItems("F1", "F2"))
                .body("names.'%s'".formatted(anna), is("Anna"))
                .body("names.'%s'".formatted(task), is("Write the flyer"))
                .body("names.'%s'".formatted(goal), is("Win the north"));

        var id = UUID.fromString(opened.path("id"));
        var events = OutboxRows.of(id);
        assertThat(events)
                .extracting(OutboxRows.Row::type)
                .containsExactly("fengong.review.review-opened.v1", "fengong.review.adjustment-proposed.v1");
        assertThat(events).extracting(OutboxRows.Row::topic).containsOnly("fengong.review.review.v1");
        events.forEach(event -> EventContracts.assertFits(event.type(), event.data()));
        leadOf(facts)
                .get(REVIEWS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", opened.header("ETag"))
                .body("metrics.loadBalance.giniCoefficient.value", is(0.5f))
                .body("findings", equalTo(opened.jsonPath().getList("findings")));
    }

    @Test
    void isCompletedAtOnceWhenNothingIsProposed() {
        var facts = KnownFacts.ofTeam();
        var anna = facts.member("Anna");
        facts.load(anna, FROM, 1000, 2400);

        var opened = open(facts);

        opened.then()
                .statusCode(201)
                .body("status", is("COMPLETED"))
                .body("completedAt", notNullValue())
                .body("findings", hasSize(0));
        var events = OutboxRows.of(UUID.fromString(opened.path("id")));
        assertThat(events)
                .extracting(OutboxRows.Row::type)
                .containsExactly("fengong.review.review-opened.v1", "fengong.review.review-completed.v1");
        assertThat(events.get(1).data().path("version").asLong())
                .isGreaterThan(events.get(0).data().path("version").asLong());
        events.forEach(event -> EventContracts.assertFits(event.type(), event.data()));
    }

    @Test
    void measuresATeamOfWhichNothingIsKnown() {
        var facts = KnownFacts.ofTeam();

        open(facts)
                .then()
                .statusCode(201)
                .body("metrics.loadBalance.giniCoefficient.value", nullValue())
                .body("metrics.loadBalance.inputs", hasSize(0))
                .body("metrics.overload.overloadedMemberWeeks.value", is(0.0f))
                .body("metrics.delivery.onTimeRate.value", nullValue());
    }

    @Test
    void takesTheCapacityOfAnIdleWeekFromTheWorkingTime() {
        var facts = KnownFacts.ofTeam();
        facts.member("Anna");

        open(facts)
                .then()
                .statusCode(201)
                .body("metrics.loadBalance.inputs[0].loadMinutes", is(0))
                .body("metrics.loadBalance.inputs[0].capacityMinutes", is(4 * 2400))
                .body("metrics.loadBalance.inputs[0].weeks[0].capacityMinutes", is(2400));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"teamId\":\"TEAM\",\"from\":\"FROM\",\"to\":\"TO\",\"mood\":1}       | 400 | invalid-request  | mood",
                "{\"teamId\":\"TEAM\",\"from\":\"FROM\",\"to\":48}                      | 400 | invalid-request  | to",
                "{\"teamId\":\"TEAM\",\"from\":\"2026-W60\",\"to\":\"TO\"}              | 400 | invalid-request  | from",
                "{\"teamId\":\"brand\",\"from\":\"FROM\",\"to\":\"TO\"}                 | 400 | invalid-request  | teamId",
                "{\"from\":\"FROM\",\"to\":\"TO\"}                                      | 400 | invalid-request  | teamId",
                "{\"teamId\":\"TEAM\",\"from\":\"FROM\"}                                | 400 | invalid-request  | to",
                "{\"teamId\":\"TEAM\",\"from\":\"TO\",\"to\":\"FROM\"}                  | 422 | period-reversed  | from",
                "{\"teamId\":\"TEAM\",\"from\":\"LONG\",\"to\":\"TO\"}                  | 422 | period-too-long  | to",
                "{\"teamId\":\"TEAM\",\"from\":\"FROM\",\"to\":\"FUTURE\"}              | 422 | period-in-future | to",
                "{\"teamId\":\"00000000-0000-7000-8000-000000000000\",\"from\":\"FROM\",\"to\":\"TO\"}"
                        + "                                                             | 422 | unknown-team     | teamId"
            })
    void refusesWhatIsWrongAndStoresNothing(String body, int status, String slug, String field) {
        var facts = KnownFacts.ofTeam();
        var eventsBefore = OutboxRows.count();

        leadOf(facts)
                .body(body.replace("TEAM", facts.teamId.toString())
                        .replace("FROM", FROM.toString())
                        .replace("TO", TO.toString())
                        .replace("LONG", TO.minusWeeks(500).toString())
                        .replace("FUTURE", NOW.plusWeeks(1).toString()))
                .post(REVIEWS)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:fengong:problem:" + slug))
                .body("violations.field", hasItem(field))
                .body("traceId", notNullValue());

        assertThat(facts.reviewCount()).isZero();
        assertThat(OutboxRows.count()).isEqualTo(eventsBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null"})
    void refusesABodyThatIsNoRequest(String body) {
        as(TestTokens.admin())
                .body(body)
                .post(REVIEWS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:fengong:problem:invalid-request"));
    }

    @Test
    void reviewsTheCurrentWeekButNoLater() {
        var facts = KnownFacts.ofTeam();

        leadOf(facts).body(body(facts.teamId, NOW, NOW)).post(REVIEWS).then().statusCode(201);
    }

    @Test
    void reviewsAsManyAs26Weeks() {
        var facts = KnownFacts.ofTeam();

        leadOf(facts)
                .body(body(facts.teamId, TO.minusWeeks(25), TO))
                .post(REVIEWS)
                .then()
                .statusCode(201);
        leadOf(facts)
                .body(body(facts.teamId, TO.minusWeeks(26), TO))
                .post(REVIEWS)
                .then()
                .statusCode(422);
    }

    @Test
    void asksForATokenAndARole() {
        var facts = KnownFacts.ofTeam();
        var request = body(facts.teamId, FROM, TO);

        given().contentType(ContentType.JSON)
                .body(request)
                .post(REVIEWS)
                .then()
                .statusCode(401)
                .body("type", is("urn:fengong:problem:unauthenticated"));
        as(TestTokens.member(facts.leadId)).body(request).post(REVIEWS).then().statusCode(403);
        as(TestTokens.viewer()).body(request).post(REVIEWS).then().statusCode(403);
        assertThat(facts.reviewCount()).isZero();
    }

    @Test
    void aForeignTeamLooksLikeOneThatIsNotThere() {
        var own = KnownFacts.ofTeam();
        var foreign = KnownFacts.ofTeam();

        var refused = leadOf(own).body(body(foreign.teamId, FROM, TO)).post(REVIEWS);
        var unknown = leadOf(own).body(body(UUID.randomUUID(), FROM, TO)).post(REVIEWS);

        for (var answer : new Response[] {refused, unknown}) {
            answer.then()
                    .statusCode(422)
                    .header("Retry-After", "1")
                    .body("type", is("urn:fengong:problem:unknown-team"));
        }
        var id = open(foreign).<String>path("id");
        leadOf(own)
                .get(REVIEWS + "/" + id)
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:review-not-found"));
        leadOf(own).get(REVIEWS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aMemberReadsButOnlyTheLeadCommands() {
        var facts = KnownFacts.ofTeam();
        var anna = facts.member("Anna");
        var id = open(facts).<String>path("id");

        as(TestTokens.member(anna)).get(REVIEWS + "/" + id).then().statusCode(200);
        as(TestTokens.lead(anna))
                .body(body(facts.teamId, FROM, NOW))
                .post(REVIEWS)
                .then()
                .statusCode(403)
                .body("type", is("urn:fengong:problem:not-team-lead"));
    }

    @Test
    void aServiceCommandsInTheNameOfALead() {
        var facts = KnownFacts.ofTeam();

        as(TestTokens.service())
                .header("Fengong-Actor", facts.leadId)
                .body(body(facts.teamId, FROM, TO))
                .post(REVIEWS)
                .then()
                .statusCode(201)
                .body("openedBy", is(facts.leadId.toString()));
    }

    @Test
    void reviewsAPeriodOnce() {
        var facts = KnownFacts.ofTeam();
        open(facts).then().statusCode(201);

        open(facts).then().statusCode(409).body("type", is("urn:fengong:problem:review-already-exists"));

        assertThat(facts.reviewCount()).isEqualTo(1);
    }

    @Test
    void letsOneOfManyOpenersWin() throws Exception {
        var facts = KnownFacts.ofTeam();

        var answers = together(() -> open(facts));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers.stream().filter(a -> a.statusCode() == 201)).hasSize(1);
        assertThat(facts.reviewCount()).isEqualTo(1);
    }

    @Test
    void repeatsItsAnswerForARepeatedKey() {
        var facts = KnownFacts.ofTeam();
        facts.unbalancedLoad(FROM, TO);
        var key = UUID.randomUUID().toString();
        var request = body(facts.teamId, FROM, TO);
        var first = leadOf(facts).header("Idempotency-Key", key).body(request).post(REVIEWS);

        var second = leadOf(facts).header("Idempotency-Key", key).body(request).post(REVIEWS);

        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        assertThat(OutboxRows.of(UUID.fromString(first.path("id")))).hasSize(2);
        leadOf(facts)
                .header("Idempotency-Key", key)
                .body(body(facts.teamId, FROM, NOW))
                .post(REVIEWS)
                .then()
                .statusCode(422)
                .body("type", is("urn:fengong:problem:idempotency-key-reused"));
    }

    @Test
    void listsInPagesWhatTheCallerMayRead() {
        var facts = KnownFacts.ofTeam();
        var other = KnownFacts.ofTeam();
        open(other).then().statusCode(201);
        for (int back = 1; back <= 3; back++) {
            leadOf(facts)
                    .body(body(facts.teamId, NOW.minusWeeks(back), NOW.minusWeeks(back)))
                    .post(REVIEWS)
                    .then()
                    .statusCode(201);
        }

        var first = leadOf(facts).queryParam("limit", 2).get(REVIEWS);

        first.then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2))
                .body(
                        "items.from",
                        equalTo(List.of(
                                NOW.minusWeeks(3).toString(), NOW.minusWeeks(2).toString())))
                .body("items[0].metrics.overloadedMemberWeeks", is(0));
        leadOf(facts)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(REVIEWS)
                .then()
                .body("items.from", equalTo(List.of(NOW.minusWeeks(1).toString())))
                .body("next", nullValue());
        as(TestTokens.viewer())
                .queryParam("teamId", other.teamId)
                .get(REVIEWS)
                .then()
                .body("items.teamId", equalTo(List.of(other.teamId.toString())));
        leadOf(facts).queryParam("teamId", other.teamId).get(REVIEWS).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"colour,red", "limit,abc", "limit,0", "teamId,brand", "sort,metrics", "cursor,nonsense"})
    void refusesAQueryThatMakesNoSense(String parameter, String value) {
        as(TestTokens.admin())
                .queryParam(parameter, value)
                .get(REVIEWS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(parameter))
                .body("violations.in", not(hasItem("body")));
    }

    private static List<Response> together(Callable<Response> request) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = new ArrayList<Response>();
            for (var future : pool.invokeAll(Collections.nCopies(8, request))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
