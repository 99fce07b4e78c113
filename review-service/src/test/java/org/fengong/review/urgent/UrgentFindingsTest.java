package org.fengong.review.urgent;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** What cannot wait for a review. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class UrgentFindingsTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(ZoneOffset.UTC));

    @Inject
    UrgentFindings findings;

    private final KnownFacts facts = KnownFacts.ofTeam();
    private UUID anna;

    @Inject
    CircuitBreakerMaintenance circuits;

    @BeforeEach
    void aMember() {
        AllocationStandIn.reset();
        circuits.resetAll();
        anna = facts.member("Anna");
    }

    private Response read() {
        return given().auth()
                .oauth2(TestTokens.lead(facts.leadId))
                .get("/api/v1/teams/{id}/urgent-findings", facts.teamId);
    }

    private List<OutboxRows.Row> told() {
        return OutboxRows.of(facts.teamId);
    }

    @Test
    void opensAnOverloadOnceAndResolvesIt() {
        var task = UUID.randomUUID();
        facts.load(anna, NOW.plusWeeks(1), 2700, 2400);
        facts.overload(anna, NOW.plusWeeks(1), task, false);

        findings.look();
        findings.look();

        read().then()
                .statusCode(200)
                .body("items.kind", contains("OVERLOAD"))
                .body("items[0].evidence.memberId", contains(anna.toString(), anna.toString()))
                .body("items[0].evidence[0].value", is(300.0f))
                .body("items[0].evidence[1].taskId", is(task.toString()))
                .body("items[0].proposedPolicy.maxLoadRatio", is(1.0f))
                .body("names." + anna, is("Anna"));
        assertThat(told()).hasSize(1);
        EventContracts.assertFits(told().get(0).type(), told().get(0).data());
        assertThat(told().get(0).topic()).isEqualTo("fengong.review.finding.v1");

        facts.overload(anna, NOW.plusWeeks(1), task, true);
        findings.look();
        read().then().body("items", empty());
        facts.overload(anna, NOW.plusWeeks(1), task, false);
        findings.look();
        read().then().body("items.kind", contains("OVERLOAD"));
        assertThat(told()).hasSize(2);
    }

    @Test
    void tellsAnAbsenceAndAGoalApart() {
        facts.isAway(anna, Weeks.monday(NOW.plusWeeks(1)));
        facts.overload(anna, NOW.plusWeeks(1), UUID.randomUUID(), false);
        var goal = facts.goalWithKeyResult(NOW.minusWeeks(9), NOW, 10);

        findings.look();

        read().then()
                .body("items.kind", containsInAnyOrder("ABSENCE_ON_WORK", "GOAL_AT_RISK"))
                .body("items.find { it.kind == 'GOAL_AT_RISK' }.evidence[0].goalId", is(goal.toString()))
                .body("names." + goal, is("Win the north"));
        assertThat(told()).hasSize(2).allSatisfy(row -> EventContracts.assertFits(row.type(), row.data()));
    }

    @Test
    void leavesWhatIsOverOrOfOtherTeams() {
        facts.overload(anna, NOW.minusWeeks(1), UUID.randomUUID(), false);
        facts.overload(KnownFacts.ofTeam().member("Zoe"), NOW, UUID.randomUUID(), false);

        findings.look();

        read().then().body("items", empty());
        assertThat(told()).isEmpty();
    }

    @Test
    void isForThoseWhoMayReadTheTeam() {
        given().auth()
                .oauth2(TestTokens.member(anna))
                .get("/api/v1/teams/{id}/urgent-findings", facts.teamId)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(TestTokens.lead(UUID.randomUUID()))
                .get("/api/v1/teams/{id}/urgent-findings", facts.teamId)
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:team-not-found"));
        given().get("/api/v1/teams/{id}/urgent-findings", facts.teamId).then().statusCode(401);
    }

    @Test
    void standsOnTopOfTheReportPage() {
        facts.load(anna, NOW, 2700, 2400);
        facts.overload(anna, NOW, UUID.randomUUID(), false);
        findings.look();
        var last = NOW.minusWeeks(1);
        String review = given().auth()
                .oauth2(TestTokens.lead(facts.leadId))
                .contentType("application/json")
                .body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, last, last))
                .post("/api/v1/reviews")
                .path("id");

        for (var text : List.of("What cannot wait,en", "刻不容緩的事項,zh-TW", "刻不容缓的事项,zh-CN")) {
            var page = given().auth()
                    .oauth2(TestTokens.lead(facts.leadId))
                    .accept("text/html")
                    .get("/pages/reviews/{id}?lang={lang}", review, text.split(",")[1])
                    .asString();
            assertThat(page).contains(text.split(",")[0], "Anna · " + NOW);
        }
    }

    private String anOverload() {
        facts.load(anna, NOW.plusWeeks(1), 2700, 2400);
        facts.overload(anna, NOW.plusWeeks(1), UUID.randomUUID(), false);
        findings.look();
        return read().path("items[0].id");
    }

    private RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private Response accept(String id) {
        return as(TestTokens.lead(facts.leadId))
                .post("/api/v1/teams/{team}/urgent-findings/{id}/accept", facts.teamId, id);
    }

    private Response decline(String id) {
        return as(TestTokens.lead(facts.leadId))
                .body("{\"reason\": \"Ben takes it over.\"}")
                .post("/api/v1/teams/{team}/urgent-findings/{id}/decline", facts.teamId, id);
    }

    private static void assertPlansAskedFor(int times) {
        AllocationStandIn.SERVER.verify(times, postRequestedFor(urlEqualTo("/api/v1/plans")));
    }

    @Test
    void proposesAPlanThatTheLeadAcceptsOnce() {
        var id = anOverload();
        var plan = UUID.randomUUID();
        AllocationStandIn.startsPlan(plan);
        read().then()
                .body("items[0].proposal.status", is("PROPOSED"))
                .body("items[0].proposal.weeks", is(8))
                .body("items[0].proposal.policy.maxLoadRatio", is(1.0f));
        assertThat(told().get(0).data().at("/proposal/policy/maxLoadRatio").asDouble())
                .isEqualTo(1);

        accept(id)
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("proposal.status", is("ACCEPTED"))
                .body("proposal.planId", is(plan.toString()))
                .body("proposal.decidedBy", is(facts.leadId.toString()));

        AllocationStandIn.SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/api/v1/plans"))
                        .withHeader("Idempotency-Key", equalTo(id))
                        .withHeader("Fengong-Actor", equalTo(facts.leadId.toString()))
                        .withRequestBody(
                                equalToJson("{\"teamIds\": [\"%s\"], \"weeks\": 8, \"policy\": {\"maxLoadRatio\": 1.0}}"
                                        .formatted(facts.teamId))));
        accept(id)
                .then()
                .statusCode(409)
                .body("type", is("urn:fengong:problem:finding-already-decided"))
                .body("planId", is(plan.toString()));
        decline(id).then().statusCode(409);
        assertPlansAskedFor(1);
        read().then().body("items[0].proposal.status", is("ACCEPTED"));
    }

    @Test
    void answersARepetitionAsTheFirstTime() {
        var id = anOverload();
        var plan = UUID.randomUUID();
        AllocationStandIn.startsPlan(plan);
        var key = UUID.randomUUID().toString();

        for (var replayed : new String[] {null, "true"}) {
            as(TestTokens.lead(facts.leadId))
                    .header("Idempotency-Key", key)
                    .post("/api/v1/teams/{team}/urgent-findings/{id}/accept", facts.teamId, id)
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", is(replayed))
                    .body("proposal.planId", is(plan.toString()));
        }
        assertPlansAskedFor(1);
    }

    @Test
    void isDeclinedWithAReasonAndStaysUntilItIsNoLongerSo() {
        var id = anOverload();

        decline(id)
                .then()
                .statusCode(200)
                .body("proposal.status", is("DECLINED"))
                .body("proposal.reason", is("Ben takes it over."));

        accept(id).then().statusCode(409);
        findings.look();
        read().then().body("items.id", contains(id));
        assertPlansAskedFor(0);
    }

    @Test
    void staysProposedWhenAllocationDoesNotAnswer() {
        var id = anOverload();
        AllocationStandIn.refuses(503, "database-unavailable", "The database is away.");

        accept(id).then().statusCode(503).body("type", is("urn:fengong:problem:allocation-unavailable"));

        read().then().body("items[0].proposal.status", is("PROPOSED"));
    }

    @Test
    void isDecidedByTheLeadWhileItStands() {
        var id = anOverload();
        as(TestTokens.member(anna))
                .post("/api/v1/teams/{team}/urgent-findings/{id}/accept", facts.teamId, id)
                .then()
                .statusCode(403);
        as(TestTokens.lead(UUID.randomUUID()))
                .post("/api/v1/teams/{team}/urgent-findings/{id}/accept", facts.teamId, id)
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:team-not-found"));
        accept(UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:finding-not-found"));
        var others = KnownFacts.ofTeam();
        as(TestTokens.lead(others.leadId))
                .post("/api/v1/teams/{team}/urgent-findings/{id}/accept", others.teamId, id)
                .then()
                .statusCode(404);

        facts.overload(anna, NOW.plusWeeks(1), UUID.randomUUID(), true);
        findings.look();
        accept(id).then().statusCode(409).body("type", is("urn:fengong:problem:finding-resolved"));
        decline(id).then().statusCode(409);
        assertPlansAskedFor(0);
    }

    @Test
    void isAcceptedOnceHoweverManyTryAtOnce() throws Exception {
        var id = anOverload();
        AllocationStandIn.startsPlan(UUID.randomUUID());
        var pool = Executors.newFixedThreadPool(4);
        try {
            var statuses = new ArrayList<Integer>();
            for (var future : pool.invokeAll(
                    Collections.<Callable<Integer>>nCopies(4, () -> accept(id).statusCode()))) {
                statuses.add(future.get());
            }
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
            assertThat(statuses).containsOnly(200, 409);
        } finally {
            pool.shutdown();
        }
    }
}
