package org.fengong.review.review;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class AdjustmentResourceTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC)));

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    DataSource dataSource;

    private final KnownFacts facts = KnownFacts.ofTeam();
    private UUID reviewId;
    private UUID adjustmentId;

    @BeforeEach
    void openReviewWithOneAdjustment() {
        AllocationStandIn.reset();
        circuits.resetAll();
        facts.unbalancedLoad(NOW.minusWeeks(2), NOW.minusWeeks(1));
        var opened = open(NOW.minusWeeks(2), NOW.minusWeeks(1));
        opened.then().statusCode(201).body("adjustments", hasSize(1));
        reviewId = UUID.fromString(opened.path("id"));
        adjustmentId = UUID.fromString(opened.path("adjustments[0].id"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private RequestSpecification lead() {
        return as(TestTokens.lead(facts.leadId));
    }

    private Response open(YearWeek from, YearWeek to) {
        return lead().body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, from, to))
                .post("/api/v1/reviews");
    }

    private String path(String command) {
        return "/api/v1/reviews/%s/adjustments/%s/%s".formatted(reviewId, adjustmentId, command);
    }

    private Response accept() {
        return lead().post(path("accept"));
    }

    private Response review() {
        return lead().get("/api/v1/reviews/" + reviewId);
    }

    private List<String> events() {
        return OutboxRows.of(reviewId).stream().map(OutboxRows.Row::type).toList();
    }

    private RequestPatternBuilder planRequests() {
        return postRequestedFor(urlEqualTo("/api/v1/plans"))
                .withHeader("Idempotency-Key", equalTo(adjustmentId.toString()))
                .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()));
    }

    @Test
    void asksForAPlanAndTellsWhoDecided() {
        var planId = UUID.randomUUID();
        AllocationStandIn.startsPlan(planId);

        accept().then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", is("ACCEPTED"))
                .body("planId", is(planId.toString()))
                .body("decidedBy", is(facts.leadId.toString()))
                .body("decidedAt", notNullValue());

        AllocationStandIn.SERVER.verify(1, planRequests());
        var events = OutboxRows.of(reviewId);
        assertThat(events()).endsWith("fengong.review.adjustment-decided.v1", "fengong.review.review-completed.v1");
        var decided = events.get(events.size() - 2);
        EventContracts.assertFits(decided.type(), decided.data());
        assertThat(decided.data().path("planId").asText()).isEqualTo(planId.toString());
        assertThat(decided.data().path("actor").asText()).isEqualTo(facts.leadId.toString());
        assertThat(decided.data().path("version").asLong()).isEqualTo(2);
        EventContracts.assertFits(
                "fengong.review.review-completed.v1",
                events.get(events.size() - 1).data());
        review().then().body("status", is("COMPLETED")).body("adjustments[0].status", is("ACCEPTED"));
    }

    @Test
    void anAdministratorDecidesInTheNameOfTheLead() {
        AllocationStandIn.startsPlan(UUID.randomUUID());

        as(TestTokens.admin()).post(path("accept")).then().statusCode(200).body("decidedBy", is("an-admin"));

        AllocationStandIn.SERVER.verify(1, planRequests());
    }

    @Test
    void holdsNoTransactionWhileAllocationThinks() {
        var open = new CopyOnWriteArrayList<Long>();
        AllocationStandIn.startsPlan(UUID.randomUUID());
        AllocationStandIn.whileAnswering(() -> open.add(openTransactions()));

        accept().then().statusCode(200);

        assertThat(open).containsExactly(0L);
    }

    @Test
    void staysProposedWhileAllocationIsAwayAndLeadsToOnePlanWhenRepeated() {
        AllocationStandIn.refuses(503, "database-unavailable", "The database is away.");

        accept().then()
                .statusCode(503)
                .header("Retry-After", "7")
                .contentType("application/problem+json")
                .body("type", is("urn:fengong:problem:allocation-unavailable"));

        review().then().body("status", is("OPEN")).body("adjustments[0].status", is("PROPOSED"));
        assertThat(events()).doesNotContain("fengong.review.adjustment-decided.v1");
        AllocationStandIn.startsPlan(UUID.randomUUID());
        accept().then().statusCode(200);
        AllocationStandIn.SERVER.verify(4, planRequests());
    }

    @ParameterizedTest
    @CsvSource({
        "409, plan-already-solving, 409, replan-conflict",
        "422, unknown-team, 422, replan-rejected",
        "404, team-not-found, 422, replan-rejected"
    })
    void passesOnWhyAllocationRefuses(int status, String slug, int answered, String problem) {
        AllocationStandIn.refuses(status, slug, "Not like this.");

        accept().then()
                .statusCode(answered)
                .body("type", is("urn:fengong:problem:" + problem))
                .body("detail", containsString("Not like this."))
                .body("allocationProblem.type", is("urn:fengong:problem:" + slug));

        review().then().body("adjustments[0].status", is("PROPOSED"));
        assertThat(events()).doesNotContain("fengong.review.adjustment-decided.v1");
    }

    @Test
    void isDecidedOnce() {
        var planId = UUID.randomUUID();
        AllocationStandIn.startsPlan(planId);
        accept().then().statusCode(200);
        var before = events();

        accept().then()
                .statusCode(409)
                .body("type", is("urn:fengong:problem:adjustment-already-decided"))
                .body("decision", is("ACCEPTED"))
                .body("planId", is(planId.toString()));
        lead().body("{\"reason\": \"No.\"}").post(path("decline")).then().statusCode(409);

        assertThat(events()).isEqualTo(before);
        AllocationStandIn.SERVER.verify(1, planRequests());
    }

    @Test
    void repeatsItsAnswerForARepeatedKey() {
        AllocationStandIn.startsPlan(UUID.randomUUID());
        var first = lead().header("Idempotency-Key", "a").post(path("accept"));

        var second = lead().header("Idempotency-Key", "a").post(path("accept"));

        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        lead().header("Idempotency-Key", "b").post(path("accept")).then().statusCode(409);
        AllocationStandIn.SERVER.verify(1, planRequests());
    }

    @Test
    void twoWhoAcceptAtOnceGetOnePlanAndOneDecision() throws Exception {
        AllocationStandIn.startsPlan(UUID.randomUUID());
        var pool = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<Response>();
        try {
            for (var future : pool.invokeAll(Collections.<Callable<Response>>nCopies(8, this::accept))) {
                answers.add(future.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(1);
        assertThat(events().stream().filter(type -> type.endsWith("adjustment-decided.v1")))
                .hasSize(1);
        // one key for all of them: allocation-service answers the same plan
        assertThat(AllocationStandIn.SERVER.findAll(planRequests()))
                .hasSameSizeAs(AllocationStandIn.SERVER.findAll(postRequestedFor(urlEqualTo("/api/v1/plans"))));
    }

    @Test
    void isDeclinedWithAReason() {
        lead().body("{\"reason\": \"The launch is over.\"}")
                .post(path("decline"))
                .then()
                .statusCode(200)
                .body("status", is("DECLINED"))
                .body("reason", is("The launch is over."));

        AllocationStandIn.SERVER.verify(0, postRequestedFor(urlEqualTo("/api/v1/plans")));
        var decided = OutboxRows.of(reviewId).stream()
                .filter(row -> row.type().endsWith("adjustment-decided.v1"))
                .findFirst()
                .orElseThrow();
        EventContracts.assertFits(decided.type(), decided.data());
        assertThat(decided.data().path("reason").asText()).isEqualTo("The launch is over.");
        review().then().body("status", is("COMPLETED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | reason",
                "{\"reason\": \" \"} | reason",
                "{\"reason\": 7} | reason",
                "{\"reason\": \"No.\", \"mood\": 1} | mood"
            })
    void refusesADeclineWithoutAGoodReason(String body, String field) {
        lead().body(body).post(path("decline")).then().statusCode(400).body("violations.field", hasItem(field));

        review().then().body("adjustments[0].status", is("PROPOSED"));
    }

    @Test
    void refusesAnotherReasonUnderTheSameKey() {
        lead().header("Idempotency-Key", "k").body("{\"reason\": \"No.\"}").post(path("decline"));

        lead().header("Idempotency-Key", "k")
                .body("{\"reason\": \"Never.\"}")
                .post(path("decline"))
                .then()
                .statusCode(422)
                .body("type", is("urn:fengong:problem:idempotency-key-reused"));
        lead().header("Idempotency-Key", "k")
                .body("{\"reason\": \"No.\"}")
                .post(path("decline"))
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void isNotThereForForeignLeadsAndNotForMembersToDecide() {
        var stranger = TestTokens.lead(UUID.randomUUID());
        var member = facts.member("Cleo");

        as(stranger)
                .post(path("accept"))
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:adjustment-not-found"));
        as(TestTokens.lead(member)).post(path("accept")).then().statusCode(403);
        as(TestTokens.member(member)).post(path("accept")).then().statusCode(403);
        as(TestTokens.viewer()).post(path("accept")).then().statusCode(403);
        given().post(path("accept")).then().statusCode(401);
        adjustmentId = UUID.randomUUID();
        accept().then().statusCode(404).body("type", is("urn:fengong:problem:adjustment-not-found"));
    }

    @Test
    void theNextReviewTellsWhatItDid() {
        var planId = UUID.randomUUID();
        AllocationStandIn.startsPlan(planId);
        accept().then().statusCode(200);

        var later = open(NOW, NOW);

        // before: 2500 and 500 of 2400, variation 0.67, two overloaded weeks; now nobody has load
        later.then()
                .statusCode(201)
                .body("effects.size()", is(1))
                .body("effects[0].adjustmentId", is(adjustmentId.toString()))
                .body("effects[0].reviewId", is(reviewId.toString()))
                .body("effects[0].planId", is(planId.toString()))
                .body("effects[0].indicator", is("OVERLOADED_MEMBER_WEEKS"))
                .body("effects[0].before", is(2.0f))
                .body("effects[0].after", is(0.0f))
                .body("effects[0].improved", is(true));
    }

    private long openTransactions() {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and state = 'idle in transaction'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
