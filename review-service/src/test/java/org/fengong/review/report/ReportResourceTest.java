package org.fengong.review.report;

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
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.review.KnownFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** Ana is overloaded in the second week of two, Bo has nothing; the weeks before were even. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class ReportResourceTest {
    private static final YearWeek LAST = Weeks.of(LocalDate.now(ZoneOffset.UTC)).minusWeeks(1);
    private static final String REVIEWS = "/api/v1/reviews";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ana;
    private UUID bo;
    private UUID goal;
    private String review;

    @BeforeEach
    void twoReviews() {
        ana = team.member("=Ana 林");
        bo = team.member("Bo <b>bold</b>");
        team.load(ana, LAST.minusWeeks(3), 1200, 2400);
        team.load(bo, LAST.minusWeeks(3), 1200, 2400);
        team.load(ana, LAST.minusWeeks(1), 1920, 2400);
        team.load(ana, LAST, 3000, 2400);
        goal = team.goal(LAST.minusWeeks(5), LAST.plusWeeks(5));
        var task = team.task(
                goal, Weeks.sunday(LAST), Weeks.monday(LAST).atStartOfDay().toInstant(ZoneOffset.UTC), 600);
        team.work(task, ana, goal, Weeks.monday(LAST), 300);
        open(LAST.minusWeeks(3), LAST.minusWeeks(2));
        review = open(LAST.minusWeeks(1), LAST).path("id");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private RequestSpecification lead() {
        return as(TestTokens.lead(team.leadId));
    }

    private Response open(YearWeek from, YearWeek to) {
        var answer = lead().body(
                        "{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(team.teamId, from, to))
                .post(REVIEWS);
        answer.then().statusCode(201);
        return answer;
    }

    private Response page(String query) {
        return lead().header("Accept", "text/html").get("/pages/reviews/" + review + query);
    }

    @Test
    void showsTheFiguresBesideThoseOfTheReviewBefore() {
        lead().get(REVIEWS + "/{id}/report", review)
                .then()
                .statusCode(200)
                .body("teamName", is("Brand"))
                .body("weeks", contains(LAST.minusWeeks(1).toString(), LAST.toString()))
                .body("figures.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.value", is(1.0f))
                .body("figures.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.previous", is(0.0f))
                .body("figures.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.improved", is(false))
                .body("figures.find { it.indicator == 'OVERLOADED_MEMBER_WEEKS' }.trend.value", contains(0.0f, 1.0f))
                .body("figures.find { it.indicator == 'SKILL_FIT' }.value", nullValue())
                .body("loads.memberId", contains(ana.toString(), bo.toString()))
                .body("goals.goalId", contains(goal.toString()))
                .body("goals[0].members.memberId", contains(ana.toString()));
    }

    @Test
    void isOneTableOfAllNumbers() throws IOException {
        var answer = lead().get(REVIEWS + "/{id}/report.csv", review);
        answer.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("review-" + LAST.minusWeeks(1)));
        var bytes = answer.asByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        var text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        List<CSVRecord> rows;
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            rows = parser.getRecords();
        }

        assertThat(rows)
                .anySatisfy(row -> assertThat(row.toMap())
                        .containsEntry("section", "loads")
                        .containsEntry("week", LAST.toString())
                        .containsEntry("member", "'=Ana 林")
                        .containsEntry("figure", "loadMinutes")
                        .containsEntry("value", "3000"))
                .anySatisfy(row -> assertThat(row.toMap())
                        .containsEntry("section", "figures")
                        .containsEntry("figure", "OVERLOADED_MEMBER_WEEKS")
                        .containsEntry("value", "1.0"));
    }

    @Test
    void leavesNoTextThatASpreadsheetRuns() {
        for (var text : List.of("=1+1", "+1", "-1", "@x", "\tx")) {
            assertThat(ReportCsv.inert(text)).isEqualTo("'" + text);
        }
        for (var text : List.of("a=b", "林", "")) {
            assertThat(ReportCsv.inert(text)).isEqualTo(text);
        }
    }

    @Test
    void isAPageThatNeedsNoScriptAndEscapesWhatPeopleWrite() throws IOException {
        var answer = page("?lang=en");

        answer.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .body(containsString("125 %"), containsString("80 %"))
                .body(containsString("Bo &lt;b&gt;bold&lt;/b&gt;"))
                .body(not(containsString("<b>bold")), not(containsString("<script")), not(containsString(" style=")));
        Files.writeString(Path.of("target/report-en.html"), answer.asString());
        Files.writeString(
                Path.of("target/report-zh-TW.html"), page("?lang=zh-TW").asString());
    }

    @Test
    void isWrittenInTheReadersLanguage() {
        page("?lang=zh-TW").then().header("Content-Language", "zh-TW").body(containsString("超出負荷"));
        lead().header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get("/pages/reviews/" + review)
                .then()
                .header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("超出负荷"));
        assertRefused(400, "invalid-request", "lang", () -> lead().get("/pages/reviews/" + review + "?lang=fr"));
    }

    @Test
    void isThereForThoseWhoMayReadTheReview() {
        as(TestTokens.viewer()).get(REVIEWS + "/{id}/report", review).then().statusCode(200);
        for (var path : List.of(REVIEWS + "/%s/report", REVIEWS + "/%s/report.csv", "/pages/reviews/%s")) {
            assertRefused(
                    404,
                    "review-not-found",
                    () -> as(TestTokens.lead(UUID.randomUUID())).get(path.formatted(review)));
            assertRefused(404, "review-not-found", () -> lead().get(path.formatted(UUID.randomUUID())));
            assertThat(given().get(path.formatted(review)).statusCode()).isEqualTo(401);
        }
    }
}
