package org.fengong.review.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
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
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class ReviewSettingsResourceTest {
    private KnownFacts facts;

    @BeforeEach
    void aTeam() {
        facts = KnownFacts.ofTeam();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private RequestSpecification lead() {
        return as(TestTokens.lead(facts.leadId));
    }

    private String path() {
        return "/api/v1/teams/" + facts.teamId + "/review-settings";
    }

    private String etag() {
        return lead().get(path()).header("ETag");
    }

    private static String thresholds(String kind, double warning, double critical) {
        return "{\"thresholds\": {\"%s\": {\"warning\": %s, \"critical\": %s}}}".formatted(kind, warning, critical);
    }

    private Response put(String body) {
        return lead().header("If-Match", etag()).body(body).put(path());
    }

    private void assertUnchanged() {
        lead().get(path()).then().body("thresholds", anEmptyMap()).body("version", is(1));
    }

    @Test
    void tellsWhatIsDocumentedUntilSomethingElseIsPut() {
        lead().get(path())
                .then()
                .statusCode(200)
                .body("thresholds", anEmptyMap())
                .body("documented.OVERLOAD.warning", is(0.0f))
                .body("documented.OVERLOAD.critical", is(0.2f))
                .body("documented.SINGLE_HOLDER.critical", is(0.0f))
                .body("version", is(1));

        put(thresholds("OVERLOAD", 0.1, 0.4))
                .then()
                .statusCode(200)
                .body("thresholds.OVERLOAD.warning", is(0.1f))
                .body("thresholds.REWORK", nullValue())
                .body("version", is(2));
        put("{\"thresholds\": {}}").then().statusCode(200).body("thresholds", anEmptyMap());
    }

    @Test
    void decidesWhatTheNextReviewFinds() {
        var week = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC))).minusWeeks(1);
        facts.load(facts.member("Anna"), week, 2500, 2400); // 100 minutes, 4 % too much
        var body = "{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}";

        put(thresholds("OVERLOAD", 0.05, 0.1)).then().statusCode(200);
        lead().body(body.formatted(facts.teamId, week, week))
                .post("/api/v1/reviews")
                .then()
                .statusCode(201)
                .body("findings.kind", not(hasItem("OVERLOAD")));

        put(thresholds("OVERLOAD", 0.01, 0.03)).then().statusCode(200);
        lead().body(body.formatted(facts.teamId, week.minusWeeks(1), week))
                .post("/api/v1/reviews")
                .then()
                .statusCode(201)
                .body("findings.find { it.kind == 'OVERLOAD' }.severity", is("SEVERE"))
                .body("findings.find { it.kind == 'OVERLOAD' }.threshold.property", is("thresholds[OVERLOAD].critical"))
                .body("findings.find { it.kind == 'OVERLOAD' }.threshold.value", is(0.03f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OVERLOAD      | -1   | 0.2  | 400 | invalid-request     | thresholds[OVERLOAD].warning",
                "OVERLOAD      | 0.1  | -1   | 400 | invalid-request     | thresholds[OVERLOAD].critical",
                "OVERLOAD      | 0.1  | 1e9  | 400 | invalid-request     | thresholds[OVERLOAD].critical",
                "OVERLOAD      | 0.3  | 0.2  | 422 | thresholds-reversed | thresholds[OVERLOAD].warning",
                "LOW_SKILL_FIT | 0.3  | 0.5  | 422 | thresholds-reversed | thresholds[LOW_SKILL_FIT].warning",
                "SINGLE_HOLDER | 0    | 1    | 422 | thresholds-reversed | thresholds[SINGLE_HOLDER].warning"
            })
    void refusesThresholdsThatMakeNoSense(
            String kind, double warning, double critical, int status, String slug, String field) {
        assertRefused(status, slug, field, () -> put(thresholds(kind, warning, critical)));

        assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"thresholds\": {\"OVERLOAD\": {\"warning\": 0.1}}}                      | thresholds[OVERLOAD].critical",
                "{\"thresholds\": {\"OVERLOAD\": null}}                                    | thresholds[OVERLOAD]",
                "{}                                                                        | thresholds",
                "{\"thresholds\": {}, \"mood\": 1}                                           | mood"
            })
    void refusesWhatIsNotComplete(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> put(body));

        assertUnchanged();
    }

    @Test
    void refusesAKindThatIsNone() {
        assertRefused(400, "invalid-request", () -> put(thresholds("MOOD", 0.1, 0.2)));

        assertUnchanged();
    }

    @Test
    void isChangedByWhoHasReadIt() {
        assertRefused(
                428,
                "if-match-required",
                () -> lead().body(thresholds("REWORK", 0.1, 0.2)).put(path()));
        var first = etag();
        put(thresholds("REWORK", 0.1, 0.2)).then().statusCode(200);

        assertRefused(
                412,
                "stale-version",
                () -> lead().header("If-Match", first)
                        .body(thresholds("REWORK", 0.2, 0.3))
                        .put(path()));
        lead().get(path()).then().body("thresholds.REWORK.warning", is(0.1f));
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        var known = etag();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> change = () -> lead().header("If-Match", known)
                    .body(thresholds("REWORK", 0.1, 0.2))
                    .put(path())
                    .statusCode();
            var statuses = new java.util.ArrayList<Integer>();
            for (var future : pool.invokeAll(Collections.nCopies(8, change))) {
                statuses.add(future.get());
            }
            assertThat(statuses).containsOnly(200, 412);
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void isForTheLeadToChangeAndForTheTeamToRead() {
        var member = facts.member("Anna");

        as(TestTokens.member(member)).get(path()).then().statusCode(200);
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.member(member))
                        .header("If-Match", etag())
                        .body(thresholds("REWORK", 0.1, 0.2))
                        .put(path()));
        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.lead(member))
                        .header("If-Match", etag())
                        .body(thresholds("REWORK", 0.1, 0.2))
                        .put(path()));
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.lead(UUID.randomUUID())).get(path()));
        assertThat(given().get(path()).statusCode()).isEqualTo(401);
        assertUnchanged();
    }
}
