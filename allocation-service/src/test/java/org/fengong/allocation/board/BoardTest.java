package org.fengong.allocation.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann is asked to write two flyers; the third asks for more than she can. */
@QuarkusTest
@TestProfile(BoardTest.FewStreams.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class BoardTest {
    public static class FewStreams implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.board.streams", "2");
        }
    }

    private static final String BOARD = "/api/v1/teams/{id}/board";
    private static final String PAGE = "/pages/teams/{id}/board";
    private static final String EVENTS = PAGE + "/events";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final KnownFacts team = KnownFacts.ofTeam();
    private final List<InputStream> opened = new CopyOnWriteArrayList<>();
    private UUID ann;
    private UUID tooHard;
    private UUID plan;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team.offersItsPlans();
        ann = team.member("Ann <b>Bo</b>", 3);
        team.task(600, WEEK);
        team.task(300, WEEK.plusWeeks(1));
        tooHard = team.task(480, WEEK, t -> {
            t.put("title", "Win the prize");
            ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 5);
        });
        plan = published(team, 2);
    }

    @AfterEach
    void close() throws IOException {
        for (var stream : opened) {
            stream.close();
        }
    }

    private Response board() {
        return leadOf(team).get(BOARD, team.teamId);
    }

    private Response page(String query) {
        return leadOf(team).accept("text/html").get(PAGE + query, team.teamId);
    }

    private Response offers() {
        return leadOf(team).queryParam("teamId", team.teamId).get("/api/v1/offers");
    }

    @Test
    void hasTheNumbersOfLoadsOffersAndThePlan() {
        var weeks = "members.collectEntries { [it.memberId, it.weeks.collect {"
                + " [it.week, it.capacityMinutes, it.loadMinutes, it.loadRatio] }] }";
        var loads = leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("weeks", 2)
                .get("/api/v1/loads");

        var board = board();

        board.then()
                .statusCode(200)
                .body("teamName", is("Brand"))
                .body("weeks", contains(WEEK.toString(), WEEK.plusWeeks(1).toString()))
                .body("members.memberId", contains(ann.toString()))
                .body("members[0].weeks.loadMinutes.sum()", is(900))
                .body("members[0].weeks.elsewhereMinutes.sum()", is(0))
                .body("members[0].weeks.roles.flatten().minutes.sum()", is(900))
                .body("members[0].weeks[0].roles[0].taskTitle", is("Write the flyer"))
                .body("members[0].weeks[0].roles[0].roleName", is("Author"))
                .body("members[0].weeks[0].roles[0].status", is("OFFERED"))
                .body("unassigned.taskId", contains(tooHard.toString()))
                .body("unassigned[0].effortMinutes", is(480))
                .body("unassigned[0].reason", is("NO_ONE_HOLDS_SKILL"))
                .body("unassigned[0].reasonText", containsString("nearest is Ann"));
        assertThat(board.<Map<?, ?>>path(weeks)).isEqualTo(loads.<Map<?, ?>>path(weeks));
        assertThat(
                        board.<Map<?, ?>>path(
                                "members.weeks.flatten().roles.flatten().collectEntries { [it.assignmentId, [it.offerStatus, it.respondBy]] }"))
                .hasSize(2)
                .isEqualTo(offers().<Map<?, ?>>path(
                                "items.collectEntries { [it.assignmentId, [it.status, it.respondBy]] }"));
        for (var figure : List.of("id", "value", "bound", "gap", "publishedAt")) {
            assertThat(board.<Object>path("plan." + figure))
                    .isEqualTo(Planning.read(plan).path(figure));
        }
    }

    @Test
    void tellsTheMinutesOfOtherTeamsWithoutTheirTasks() {
        var other = KnownFacts.ofTeam();
        other.shares(team, ann, 100);
        other.holdsToo(ann, other.skillId, 3);
        other.task(240, WEEK, t -> t.put("title", "Secret"));
        published(other, 1);

        board().then().body("members[0].weeks.elsewhereMinutes", contains(240, 0));
        page("?lang=en").then().body(containsString("and 4 h for other teams"), not(containsString("Secret")));
    }

    @Test
    void knowsRolesThatWereGivenBackOrAreNew() {
        var offer = UUID.fromString(offers().path("items[0].id"));
        as(TestTokens.member(ann))
                .body("{\"reason\": \"At the fair.\"}")
                .post("/api/v1/offers/{id}/decline", offer)
                .then()
                .statusCode(200);
        team.completes(tooHard);

        board().then().body("unassigned", hasSize(1)).body("unassigned[0]", not(hasKey("reason")));
        page("?lang=en").then().body(containsString("or was given back"));
    }

    @Test
    void isThereBeforeAnyPlanAndAnyMember() {
        var fresh = KnownFacts.ofTeam();

        leadOf(fresh)
                .get(BOARD, fresh.teamId)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("plan")))
                .body("members", empty())
                .body("unassigned", empty());
        leadOf(fresh)
                .accept("text/html")
                .get(PAGE, fresh.teamId)
                .then()
                .statusCode(200)
                .body(containsString("No plan has been published yet."));
    }

    @Test
    void isAPageWithTheSameNumbersThatRunsItsOwnScriptAlone() throws IOException {
        var board = board();

        var page = page("?lang=en");

        page.then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", containsString("script-src 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(containsString("Ann &lt;b&gt;Bo&lt;/b&gt;"), not(containsString("<b>Bo")))
                .body(containsString("nearest is Ann"), containsString("offered, answer by"))
                .body(not(containsString(" style=")), not(containsString("<script src")));
        for (var ratio : board.<List<Number>>path("members[0].weeks.loadRatio")) {
            assertThat(page.asString()).contains(Math.round(100 * ratio.doubleValue()) + " %");
        }
        for (var figure : List.of("value", "bound")) {
            assertThat(page.asString())
                    .contains("<dd>%,d</dd>"
                            .formatted(board.<Number>path("plan." + figure).longValue()));
        }
        Files.writeString(Path.of("target/board-en.html"), page.asString());
        Files.writeString(
                Path.of("target/board-zh-TW.html"), page("?lang=zh-TW").asString());
    }

    @Test
    void isWrittenInTheReadersLanguage() {
        page("?lang=zh-TW").then().header("Content-Language", "zh-TW").body(containsString("沒有人具備所需等級的技能"));
        leadOf(team)
                .accept("text/html")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get(PAGE, team.teamId)
                .then()
                .header("Content-Language", "zh-CN")
                .header("Vary", containsString("Accept-Language"))
                .body(containsString("没有人具备所需等级的技能"));
        assertRefused(400, "invalid-request", "lang", () -> leadOf(team).get(PAGE + "?lang=fr", team.teamId));
        page("?lang=fr").then().statusCode(400).body(containsString("<h1>This page cannot be shown</h1>"));
    }

    @Test
    void isForThoseWhoMayReadTheTeam() {
        for (var token : List.of(TestTokens.member(ann), TestTokens.viewer(), TestTokens.admin())) {
            as(token).get(BOARD, team.teamId).then().statusCode(200);
        }
        for (var path : List.of(BOARD, PAGE, EVENTS)) {
            assertRefused(
                    404,
                    "team-not-found",
                    () -> as(TestTokens.lead(UUID.randomUUID())).accept("*/*").get(path, team.teamId));
            assertRefused(
                    404, "team-not-found", () -> leadOf(team).accept("*/*").get(path, UUID.randomUUID()));
            assertThat(given().get(path, team.teamId).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void asksTheDatabaseNoMoreForMoreWork() {
        var forFew = Statements.countedIn(() -> board().then().statusCode(200));
        for (int i = 0; i < 4; i++) {
            team.member("Ben " + i, 2);
            team.task(120, WEEK);
            team.task(480, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 5));
        }
        published(team, 2);

        var forMany = Statements.countedIn(
                () -> board().then().body("members", hasSize(5)).body("unassigned", hasSize(5)));

        assertThat(forMany).isEqualTo(forFew).isLessThanOrEqualTo(22);
    }

    @Test
    void tellsOfEachChangeToAsManyAsItMay() {
        var first = follow();
        await().until(() -> first.get() > 0);
        var second = follow();
        await().until(() -> second.get() > 0);
        assertRefused(503, "too-many-streams", () -> leadOf(team).accept("*/*").get(EVENTS, team.teamId))
                .header("Retry-After", "5");
        var before = first.get();

        as(TestTokens.member(ann))
                .post("/api/v1/offers/{id}/accept", UUID.fromString(offers().path("items[0].id")))
                .then()
                .statusCode(200);

        await().until(() -> first.get() > before);
        board().then().body("members[0].weeks.flatten().roles.flatten().status", hasItem("ACTIVE"));
    }

    /** How many changes the lead has heard of. */
    private AtomicInteger follow() {
        var heard = new AtomicInteger();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s"
                        .formatted(RestAssured.port, EVENTS.replace("{id}", team.teamId.toString()))))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + TestTokens.lead(team.leadId))
                .build();
        var answer = CLIENT.sendAsync(request, BodyHandlers.ofInputStream());
        Meanwhile.run(() -> {
            var body = answer.join().body();
            opened.add(body);
            try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> line.matches("event: ?changed")).forEach(line -> heard.incrementAndGet());
            } catch (IOException | UncheckedIOException e) {
                assertThat(heard.get()).isPositive(); // closed by the test
            }
        });
        return heard;
    }
}
