package org.fengong.review.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
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
class ReviewScheduleResourceTest {
    private static final String EVERY_FOUR_WEEKS = "{\"cadenceWeeks\": 4, \"enabled\": true}";

    private final KnownFacts facts = KnownFacts.ofTeam();

    private RequestSpecification lead() {
        return as(TestTokens.lead(facts.leadId));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String path() {
        return "/api/v1/review-schedules/" + facts.teamId;
    }

    private Response put(String body) {
        return lead().body(body).put(path());
    }

    @Test
    void countsFromTheCurrentWeek() {
        var week = Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC)));

        put(EVERY_FOUR_WEEKS)
                .then()
                .statusCode(201)
                .body("cadenceWeeks", is(4))
                .body("enabled", is(true))
                .body("nextFrom", is(week.toString()))
                .body("nextDueWeek", is(week.plusWeeks(4).toString()));

        lead().get(path()).then().statusCode(200).body("cadenceWeeks", is(4));
    }

    @Test
    void listsTheNextMonths() {
        var listed = put("{\"cadence\": \"MONTHLY\", \"enabled\": true}");

        listed.then().statusCode(201).body("cadence", is("MONTHLY")).body("next", hasSize(4));
        for (int i = 1; i < 4; i++) {
            var before = YearWeek.parse(listed.path("next[%d].to".formatted(i - 1)));
            assertThat(listed.<String>path("next[%d].from".formatted(i)))
                    .isEqualTo(before.plusWeeks(1).toString())
                    .isEqualTo(listed.path("next[%d].dueWeek".formatted(i - 1)));
            var last = YearWeek.parse(listed.path("next[%d].to".formatted(i)));
            assertThat(last.atDay(DayOfWeek.THURSDAY).getMonth())
                    .isEqualTo(before.plusWeeks(1).atDay(DayOfWeek.THURSDAY).getMonth())
                    .isNotEqualTo(last.plusWeeks(1).atDay(DayOfWeek.THURSDAY).getMonth());
        }
    }

    @Test
    void isChangedByWhoHasReadIt() {
        var created = put(EVERY_FOUR_WEEKS);

        put("{\"cadenceWeeks\": 2, \"enabled\": false}")
                .then()
                .statusCode(428)
                .body("type", is("urn:fengong:problem:if-match-required"));
        lead().header("If-Match", created.header("ETag"))
                .body("{\"cadenceWeeks\": 2, \"enabled\": false}")
                .put(path())
                .then()
                .statusCode(200)
                .body("enabled", is(false))
                .body("nextDueWeek", nullValue());
        lead().header("If-Match", created.header("ETag"))
                .body(EVERY_FOUR_WEEKS)
                .put(path())
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"enabled\": true}", "{\"cadence\": \"WEEKLY\", \"cadenceWeeks\": 1, \"enabled\": true}"})
    void asksForOneWayToSayHowOften(String body) {
        put(body)
                .then()
                .statusCode(422)
                .body("type", is("urn:fengong:problem:cadence-unclear"))
                .body("violations.field", contains("cadence"));

        lead().get(path()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cadenceWeeks\": 0, \"enabled\": true}   | cadenceWeeks",
                "{\"cadenceWeeks\": 27, \"enabled\": true}  | cadenceWeeks",
                "{\"cadenceWeeks\": 2.5, \"enabled\": true} | cadenceWeeks",
                "{\"cadenceWeeks\": 4, \"enabled\": \"on\"} | enabled",
                "{\"cadence\": \"DAILY\", \"enabled\": true}  | cadence",
                "{\"cadenceWeeks\": 4}                      | enabled",
                "{\"cadenceWeeks\": 4, \"enabled\": true, \"day\": 1} | day"
            })
    void refusesWhatIsNoSchedule(String body, String field) {
        put(body).then().statusCode(400).body("violations.field", hasItem(field));

        lead().get(path()).then().statusCode(404).body("type", is("urn:fengong:problem:review-schedule-not-found"));
    }

    @Test
    void isNotThereForOthersAndNotForMembersToChange() {
        put(EVERY_FOUR_WEEKS);
        var member = facts.member("Anna");

        as(TestTokens.member(member)).get(path()).then().statusCode(200);
        as(TestTokens.lead(member)).body(EVERY_FOUR_WEEKS).put(path()).then().statusCode(403);
        as(TestTokens.lead(UUID.randomUUID()))
                .get(path())
                .then()
                .statusCode(404)
                .body("type", is("urn:fengong:problem:team-not-found"));
        as(TestTokens.lead(UUID.randomUUID()))
                .body(EVERY_FOUR_WEEKS)
                .put(path())
                .then()
                .statusCode(404);
        as(TestTokens.admin())
                .get("/api/v1/review-schedules/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        given().get(path()).then().statusCode(401);
    }
}
