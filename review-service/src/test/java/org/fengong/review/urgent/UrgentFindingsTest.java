package org.fengong.review.urgent;

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
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** What cannot wait for a review. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class UrgentFindingsTest {
    private static final YearWeek NOW = Weeks.of(LocalDate.now(ZoneOffset.UTC));

    @Inject
    UrgentFindings findings;

    private final KnownFacts facts = KnownFacts.ofTeam();
    private UUID anna;

    @BeforeEach
    void aMember() {
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
}
