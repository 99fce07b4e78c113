package org.fengong.allocation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** The shortest ways, all by the public API, to the plans that a test needs but is not about. */
public final class Planning {
    public static final String PLANS = "/api/v1/plans";

    /** The current week of the tests, whole from its Monday on. */
    public static final YearWeek WEEK = Weeks.of(LocalDate.now(ZoneOffset.UTC)).plusWeeks(2);

    private Planning() {}

    public static void itIsMonday() {
        itIs(WEEK, DayOfWeek.MONDAY);
    }

    /** Moves business time to eight o'clock of that day. */
    public static void itIs(YearWeek week, DayOfWeek day) {
        var then = week.atDay(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
        TestClock.ahead(Duration.between(Instant.now(), then));
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification leadOf(KnownFacts team) {
        return as(TestTokens.lead(team.leadId));
    }

    /** @param more further fields, each after a comma */
    public static String body(int weeks, String more, UUID... teamIds) {
        return "{\"teamIds\": [%s], \"weeks\": %d%s}"
                .formatted(
                        Arrays.stream(teamIds).map(id -> "\"" + id + "\"").collect(Collectors.joining(", ")),
                        weeks,
                        more);
    }

    public static Response ask(KnownFacts team, int weeks) {
        return leadOf(team).body(body(weeks, "", team.teamId)).post(PLANS);
    }

    public static Response read(UUID planId) {
        return as(TestTokens.admin()).get(PLANS + "/{id}", planId);
    }

    /** The plan when the engine has done with it. */
    public static Response solved(Response asked) {
        asked.then().statusCode(202);
        var id = UUID.fromString(asked.path("id"));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> read(id).<String>path("status"), not(is("SOLVING")));
        return read(id);
    }

    /** A plan of the team that waits to be published. */
    public static UUID draft(KnownFacts team, int weeks) {
        return draft(team, weeks, "");
    }

    /** @param more further fields of the request, each after a comma */
    public static UUID draft(KnownFacts team, int weeks, String more) {
        var plan = solved(leadOf(team).body(body(weeks, more, team.teamId)).post(PLANS));
        plan.then().body("status", is("DRAFT"));
        return UUID.fromString(plan.path("id"));
    }

    public static Response publish(KnownFacts team, UUID planId) {
        return leadOf(team).post(PLANS + "/{id}/publish", planId);
    }

    /** A plan of the team that is in force. */
    public static UUID published(KnownFacts team, int weeks) {
        var id = draft(team, weeks);
        publish(team, id).then().statusCode(200).body("status", is("PUBLISHED"));
        return id;
    }

    public static Response assignments(UUID planId) {
        return as(TestTokens.admin()).get(PLANS + "/{id}/assignments", planId);
    }

    /** Assignments of the task that ever were, the oldest first. */
    public static Response assignmentsOf(UUID taskId) {
        return as(TestTokens.admin()).queryParam("taskId", taskId).get("/api/v1/assignments");
    }

    /** The minutes of a member's week as GET /loads tells them. */
    public static int loadMinutes(UUID memberId, YearWeek week) {
        List<Integer> minutes = as(TestTokens.admin())
                .queryParam("memberId", memberId)
                .queryParam("from", week.toString())
                .queryParam("weeks", 1)
                .get("/api/v1/loads")
                .path("members[0].weeks.loadMinutes");
        return minutes.get(0);
    }
}
