package org.fengong.review.pulse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class PulseResourceTest {
    private static final YearWeek WEEK = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC)));
    private static final YearWeek LAST = WEEK.minusWeeks(1);

    private KnownFacts facts;
    private List<UUID> members;

    @BeforeEach
    void aTeamOfSix() {
        facts = KnownFacts.ofTeam();
        members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(facts.member("Member " + i));
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String path() {
        return "/api/v1/teams/" + facts.teamId + "/pulses";
    }

    private static String body(YearWeek week, int load, int fit, int clarity, String comment) {
        return "{\"week\": \"%s\", \"load\": %d, \"fit\": %d, \"clarity\": %d, \"comment\": \"%s\"}"
                .formatted(week, load, fit, clarity, comment);
    }

    private Response give(int member, String body) {
        return as(TestTokens.member(members.get(member))).body(body).post(path());
    }

    private Response read(String token) {
        return read(token, WEEK);
    }

    private Response read(String token, YearWeek week) {
        return as(token).queryParam("week", week.toString()).get(path());
    }

    private Response review(YearWeek from, YearWeek to) {
        return as(lead())
                .body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(facts.teamId, from, to))
                .post("/api/v1/reviews");
    }

    private String lead() {
        return TestTokens.lead(facts.leadId);
    }

    @Test
    void showsNoAveragesWhileTheWeekRunsAndCommentsToTheLeadAlone() {
        for (int i = 0; i < 6; i++) {
            give(i, body(WEEK, 1 + i % 5, 5, 3, "Meeting " + i % 2))
                    .then()
                    .statusCode(201)
                    .header("Location", containsString(path() + "?week=" + WEEK))
                    .body("memberId", is(members.get(i).toString()))
                    .body("load", is(1 + i % 5));
            // whoever watches the answers come in sees how many they are, and nothing else
            read(TestTokens.member(members.get(0)))
                    .then()
                    .statusCode(200)
                    .body("averages.members", is(i + 1))
                    .body("averages.load.value", nullValue())
                    .body("averages.fit.value", nullValue())
                    .body("averages.clarity.value", nullValue())
                    .body("comments", nullValue());
        }

        read(TestTokens.admin()).then().statusCode(200).body("comments", nullValue());
        read(TestTokens.viewer()).then().statusCode(200).body("comments", nullValue());
        read(lead())
                .then()
                .body("averages.load.value", nullValue())
                .body(
                        "comments",
                        contains("Meeting 0", "Meeting 0", "Meeting 0", "Meeting 1", "Meeting 1", "Meeting 1"))
                .body(not(containsString(members.get(0).toString())));
    }

    @Test
    void showsTheAveragesOfAWeekThatIsOverFromFiveMembersOn() {
        for (int i = 0; i < 4; i++) {
            facts.pulse(members.get(i), LAST, 1 + i, 5, 3, null);
        }
        read(lead(), LAST).then().body("averages.members", is(4)).body("averages.load.value", nullValue());

        facts.pulse(members.get(4), LAST, 5, 5, 3, null);

        read(TestTokens.member(members.get(0)), LAST)
                .then()
                .body("averages.load.value", is(3.0f))
                .body("averages.fit.value", is(5.0f));
    }

    @Test
    void takesNothingOfAWeekWhoseAveragesAreTold() {
        assertRefused(422, "pulse-week-over", "week", () -> give(0, body(LAST, 3, 3, 3, "Late")));

        read(lead(), LAST).then().body("averages.answers", is(0));
    }

    @Test
    void isPartOfTheReviewOfTheWeekWithoutTheComments() {
        for (int i = 0; i < 5; i++) {
            facts.pulse(members.get(i), LAST, 4, 3, 2, "Hush");
        }

        var review = review(LAST, LAST);

        review.then()
                .statusCode(201)
                .body("metrics.pulse.answers", is(5))
                .body("metrics.pulse.load.value", is(4.0f))
                .body("metrics.pulse.load.unit", is("points"))
                .body(not(containsString("Hush")));
        as(lead())
                .header("Accept", "text/html")
                .get("/pages/reviews/" + review.<String>path("id") + "?lang=zh-TW")
                .then()
                .statusCode(200)
                .body(containsString("5 位成員已回覆"), containsString("4／5"), not(containsString("Hush")));
        as(lead())
                .get("/api/v1/reviews/" + review.<String>path("id") + "/report.csv")
                .then()
                .statusCode(200)
                .body(containsString("pulse,,,,,load,4.0,points"));
    }

    @Test
    void aReviewThatTakesInTheCurrentWeekTellsNothingOfIt() {
        for (int i = 0; i < 5; i++) {
            facts.pulse(members.get(i), LAST, 4, 3, 2, null);
            give(i, body(WEEK, 1, 1, 1, "Now")).then().statusCode(201);
        }

        review(LAST, WEEK)
                .then()
                .statusCode(201)
                .body("metrics.pulse.answers", is(10))
                .body("metrics.pulse.load.value", is(4.0f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"week\": \"WEEK\", \"load\": 0, \"fit\": 3, \"clarity\": 3}   | load",
                "{\"week\": \"WEEK\", \"load\": 6, \"fit\": 3, \"clarity\": 3}   | load",
                "{\"week\": \"WEEK\", \"load\": 3, \"fit\": 3.5, \"clarity\": 3} | fit",
                "{\"week\": \"WEEK\", \"load\": 3, \"fit\": 3}                   | clarity",
                "{\"load\": 3, \"fit\": 3, \"clarity\": 3}                       | week",
                "{\"week\": \"WEEK\", \"load\": 3, \"fit\": 3, \"clarity\": 3, \"comment\": \"\"}        | comment",
                "{\"week\": \"WEEK\", \"load\": 3, \"fit\": 3, \"clarity\": 3, \"memberId\": \"other\"}  | memberId"
            })
    void refusesWhatIsNoPulse(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> give(0, body.replace("WEEK", WEEK.toString())));

        assertNothingStored();
    }

    @Test
    void isOfNoWeekToCome() {
        assertRefused(422, "period-in-future", "week", () -> give(0, body(WEEK.plusWeeks(1), 3, 3, 3, "Soon")));

        assertNothingStored();
    }

    @Test
    void isGivenOnceForAWeek() {
        give(0, body(WEEK, 3, 3, 3, "First")).then().statusCode(201);

        assertRefused(409, "pulse-already-given", () -> give(0, body(WEEK, 5, 5, 5, "Second")));

        read(lead()).then().body("comments", contains("First"));
    }

    @Test
    void isGivenOnceHoweverManyTryAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> give = () -> give(0, body(WEEK, 3, 3, 3, "Once")).statusCode();
            var statuses = new ArrayList<Integer>();
            for (var future : pool.invokeAll(Collections.nCopies(8, give))) {
                statuses.add(future.get());
            }
            assertThat(statuses).containsOnly(201, 409);
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void isOfAMemberOfTheTeamAlone() {
        var pulse = body(WEEK, 3, 3, 3, "Hello");

        assertRefused(403, "not-team-member", () -> as(lead()).body(pulse).post(path()));
        assertRefused(
                403, "forbidden", () -> as(TestTokens.viewer()).body(pulse).post(path()));
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.member(UUID.randomUUID())).body(pulse).post(path()));
        assertRefused(404, "team-not-found", () -> read(TestTokens.member(UUID.randomUUID())));
        assertThat(given().get(path()).statusCode()).isEqualTo(401);
        assertNothingStored();
    }

    @Test
    void asksForAWeek() {
        assertRefused(400, "invalid-request", "week", () -> as(lead()).get(path()));
        assertRefused(
                400,
                "invalid-request",
                "week",
                () -> as(lead()).queryParam("week", "today").get(path()));
    }

    private void assertNothingStored() {
        read(lead()).then().statusCode(200).body("averages.answers", is(0));
    }
}
