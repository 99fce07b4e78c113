package org.fengong.tasks.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.GOALS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.close;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.goalBody;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readGoal;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.fengong.tasks.TasksTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S2: the team's goals and how far it is. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class GoalResourceTest {
    private static Response measure(Team team, Thing goal, UUID keyResultId, String body) {
        return lead(team).body(body).post(GOALS + "/{id}/key-results/{k}/measurements", goal.id(), keyResultId);
    }

    private static OutboxRows.Row lastEvent(Thing goal) {
        var events = OutboxRows.of(goal.id());
        return events.get(events.size() - 1);
    }

    @Test
    void createsAGoalAndTellsOfIt() {
        var team = team();
        var key = newKey();

        var answer = lead(team)
                .body(goalBody(team, "{\"key\": \"%s\", \"weight\": 40}".formatted(key)))
                .post(GOALS);

        var goal = Thing.of(answer);
        answer.then()
                .statusCode(201)
                .header("Location", containsString(GOALS + "/" + goal.id()))
                .header("ETag", containsString("\"1."))
                .body("key", equalTo(key))
                .body("weight", is(40))
                .body("from", equalTo("2026-10-01"))
                .body("keyResults.title", contains("Sign-ups a week", "Cost of one"))
                .body("keyResults.current", contains(120, 30.5f));
        assertThat(readGoal(goal).answer().asString()).isEqualTo(answer.asString());
        var event = lastEvent(goal);
        assertThat(event.topic()).isEqualTo(TasksTopics.GOAL);
        assertThat(event.type()).isEqualTo("fengong.tasks.goal-created.v1");
        assertThat(event.data().get("actor").asText()).isEqualTo(team.leadId().toString());
        assertThat(event.data().at("/keyResults/1/target").decimalValue()).isEqualByComparingTo("20");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void changesWhatThePatchNamesAndTellsOfTheNewVersion() {
        var team = team();
        var goal = goal(team);

        patch(team, goal, """
                        {"title": "更多註冊", "weight": 90, "to": "2027-01-31",
                         "keyResults": [{"keyResultId": "%s", "title": "Sign-ups", "unit": "people", "baseline": 100, "target": 300}]}""".formatted(goal.keyResultId(0)))
                .then()
                .statusCode(200)
                .header("ETag", containsString("\"2."))
                .body("title", equalTo("更多註冊"))
                .body("key", equalTo(goal.key()))
                .body("keyResults.keyResultId", contains(goal.keyResultId(0).toString()))
                .body("keyResults.current", contains(120));

        var event = lastEvent(goal);
        assertThat(event.type()).isEqualTo("fengong.tasks.goal-changed.v1");
        assertThat(event.data().get("version").asLong()).isEqualTo(2);
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void refusesAChangeOfAnOldVersionOrOfNone() {
        var team = team();
        var goal = goal(team);
        patch(team, goal, "{\"weight\": 20}").then().statusCode(200);

        assertRefused(412, "stale-version", () -> patch(team, goal, "{\"weight\": 30}"))
                .body("currentVersion", is(2));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> lead(team)
                        .contentType("application/merge-patch+json")
                        .body("{\"weight\": 30}")
                        .patch(GOALS + "/" + goal.id()));
        readGoal(goal).answer().then().body("weight", is(20)).body("version", is(2));
    }

    @Test
    void measuresAKeyResultAndTellsTheValueBefore() {
        var team = team();
        var goal = goal(team);
        measure(team, goal, goal.keyResultId(0), "{\"value\": 148, \"measuredOn\": \"2026-11-17\"}")
                .then()
                .statusCode(200)
                .body("keyResults.current", contains(148, 30.5f));

        measure(team, goal, goal.keyResultId(0), "{\"value\": 160.25, \"measuredOn\": \"2026-11-24\"}")
                .then()
                .statusCode(200)
                .body("version", is(3));

        var event = lastEvent(goal);
        assertThat(event.type()).isEqualTo("fengong.tasks.key-result-measured.v1");
        assertThat(event.data().get("keyResultId").asText())
                .isEqualTo(goal.keyResultId(0).toString());
        assertThat(event.data().get("measuredOn").asText()).isEqualTo("2026-11-24");
        assertThat(event.data().at("/previous/current").asInt()).isEqualTo(148);
        assertThat(event.data().at("/keyResults/0/current").decimalValue()).isEqualByComparingTo("160.25");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void givesEachMeasurementItsOwnVersionEvenWhenTheValueIsTheSame() {
        var team = team();
        var goal = goal(team);
        measure(team, goal, goal.keyResultId(0), "{\"value\": 148, \"measuredOn\": \"2026-11-17\"}");

        measure(team, goal, goal.keyResultId(0), "{\"value\": 148, \"measuredOn\": \"2026-11-24\"}")
                .then()
                .statusCode(200)
                .body("version", is(3));

        assertThat(OutboxRows.of(goal.id()))
                .extracting(row -> row.data().get("version").asLong())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void measuresUpToTodayInTheTeamsTimeZone() {
        // 25 hours apart: when it is today in the one, it is tomorrow at the earliest in the other
        var todayInTheEast = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var body = "{\"value\": 148, \"measuredOn\": \"%s\"}".formatted(todayInTheEast);
        var east = team("Pacific/Kiritimati");
        var eastern = goal(east);
        var west = team("Pacific/Pago_Pago");
        var western = goal(west);

        measure(east, eastern, eastern.keyResultId(0), body).then().statusCode(200);
        assertRefused(
                422,
                "measured-in-the-future",
                "measuredOn",
                () -> measure(west, western, western.keyResultId(0), body));
        readGoal(western).answer().then().body("version", is(1));
    }

    @Test
    void givesAClosedTeamNoNewGoals() {
        var team = team();
        var before = goal(team);
        close(team);

        assertRefused(
                409, "team-closed", () -> lead(team).body(goalBody(team, "{}")).post(GOALS));
        measure(team, before, before.keyResultId(0), "{\"value\": 148, \"measuredOn\": \"2026-11-17\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesToMeasureWhatIsNotOfTheGoal() {
        var team = team();
        var goal = goal(team);
        var ofAnother = goal(team).keyResultId(0);
        var body = "{\"value\": 148, \"measuredOn\": \"2026-11-17\"}";

        assertRefused(404, "key-result-not-found", () -> measure(team, goal, UUID.randomUUID(), body));
        assertRefused(404, "key-result-not-found", () -> measure(team, goal, ofAnother, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"measuredOn\": \"2026-11-17\"}                                  | value",
                "{\"value\": 148}                                                  | measuredOn",
                "{\"value\": \"148\", \"measuredOn\": \"2026-11-17\"}              | value",
                "{\"value\": 1234567890123, \"measuredOn\": \"2026-11-17\"}        | value",
                "{\"value\": 0.00001, \"measuredOn\": \"2026-11-17\"}              | value",
                "{\"value\": 1e999999, \"measuredOn\": \"2026-11-17\"}             | value",
                "{\"value\": 148, \"measuredOn\": \"24.11.2026\"}                  | measuredOn",
                "{\"value\": 148, \"measuredOn\": \"+999999999-11-24\"}            | measuredOn",
                "{\"value\": 148, \"measuredOn\": \"2026-11-17\", \"note\": \"x\"} | note",
            })
    void refusesWhatIsNoMeasurement(String body, String field) {
        var team = team();
        var goal = goal(team);

        assertRefused(400, "invalid-request", field, () -> measure(team, goal, goal.keyResultId(0), body));

        readGoal(goal).answer().then().body("version", is(1)).body("keyResults.current", contains(120, 30.5f));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\": \"red\"}             | colour",
                "{\"teamId\": null}                | teamId",
                "{\"teamId\": \"growth\"}          | teamId",
                "{\"key\": \"More Sign-ups\"}      | key",
                "{\"key\": 7}                      | key",
                "{\"title\": \"  \"}               | title",
                "{\"title\": \"no\\u0000thing\"}   | title",
                "{\"title\": [\"a\"]}              | title",
                "{\"from\": \"2026-10-32\"}        | from",
                "{\"to\": null}                    | to",
                "{\"to\": \"+999999999-12-31\"}    | to",
                "{\"to\": 20261231}                | to",
                "{\"weight\": 0}                   | weight",
                "{\"weight\": 101}                 | weight",
                "{\"weight\": 10.5}                | weight",
                "{\"weight\": \"10\"}              | weight",
                "{\"keyResults\": {}}              | keyResults",
                "{\"keyResults\": [null]}          | keyResults[0]",
                "{\"keyResults\": [{\"title\": \"a\", \"unit\": \"b\", \"baseline\": 1}]}                     | keyResults[0].target",
                "{\"keyResults\": [{\"title\": \"a\", \"unit\": \"b\", \"baseline\": 1, \"target\": \"2\"}]}  | keyResults[0].target",
                "{\"keyResults\": [{\"title\": \"a\", \"unit\": \"b\", \"baseline\": 1, \"target\": 2.00001}]} | keyResults[0].target",
                "{\"keyResults\": [{\"title\": \"a\", \"unit\": \" \", \"baseline\": 1, \"target\": 2}]}      | keyResults[0].unit",
                "{\"keyResults\": [{\"title\": \"a\", \"unit\": \"b\", \"baseline\": 1, \"target\": 2, \"current\": 2}]} | keyResults[0].current",
            })
    void refusesWhatIsNoGoal(String more, String field) {
        var team = team();
        var goal = goal(team);

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> lead(team).body(goalBody(team, more)).post(GOALS));
        assertRefused(400, "invalid-request", field, () -> patch(team, goal, more));

        lead(team).queryParam("teamId", team.id()).get(GOALS).then().body("items.version", contains(1));
    }

    @ParameterizedTest
    @CsvSource({"title, 201", "key, 61"})
    void refusesTextThatIsTooLong(String field, int length) {
        var team = team();

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> lead(team)
                        .body(goalBody(team, "{\"%s\": \"%s\"}".formatted(field, "a".repeat(length))))
                        .post(GOALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"key\": \"a\", \"key\": \"b\"}", "{} {}"})
    void refusesABodyThatIsNoObject(String body) {
        assertRefused(400, "invalid-request", () -> lead(team()).body(body).post(GOALS));
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        var team = team();
        var goal = goal(team);

        assertRefused(
                422,
                "goal-ends-before-it-starts",
                "to",
                () -> lead(team)
                        .body(goalBody(team, "{\"to\": \"2026-09-30\"}"))
                        .post(GOALS));
        assertRefused(422, "goal-ends-before-it-starts", "to", () -> patch(team, goal, "{\"from\": \"2027-01-01\"}"));
    }

    @Test
    void staysWithItsTeam() {
        var team = team();
        var goal = goal(team);

        assertRefused(
                422, "team-is-fixed", "teamId", () -> patch(team, goal, "{\"teamId\": \"%s\"}".formatted(team().id())));
    }

    @Test
    void refusesAKeyThatIsTakenInTheTeam() {
        var team = team();
        var taken = goal(team);
        var other = goal(team);
        var sameKey = "{\"key\": \"%s\"}".formatted(taken.key());

        assertRefused(
                409,
                "goal-key-taken",
                "key",
                () -> lead(team).body(goalBody(team, sameKey)).post(GOALS));
        assertRefused(409, "goal-key-taken", "key", () -> patch(team, other, sameKey));
        var elsewhere = team();
        lead(elsewhere).body(goalBody(elsewhere, sameKey)).post(GOALS).then().statusCode(201);
    }

    @Test
    void givesAKeyToOneOfManyWhoAskForItTogether() throws Exception {
        var team = team();
        var key = newKey();
        var requests = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> lead(team)
                        .body(goalBody(team, "{\"key\": \"%s\"}".formatted(key)))
                        .post(GOALS))
                .toList();

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.statusCode() == 409)
                .allSatisfy(a -> a.then().body("type", equalTo("urn:fengong:problem:goal-key-taken")));
        lead(team).queryParam("key", key).get(GOALS).then().body("items", hasSize(1));
    }

    @Test
    void repeatsTheAnswerToARetryAndRefusesTheKeyWithAnotherBody() {
        var team = team();
        var idempotencyKey = newKey();
        var body = goalBody(team, "{}");

        var first =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(GOALS);
        var second =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(GOALS);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(OutboxRows.of(Thing.of(first).id())).hasSize(1);
        assertRefused(
                422,
                "idempotency-key-reused",
                "Idempotency-Key",
                () -> lead(team)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(goalBody(team, "{}"))
                        .post(GOALS));
    }

    @Test
    void asksToTryAgainWhenTheTeamIsNotKnownYet() {
        var unknown = new Team(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        assertRefused(
                        422,
                        "unknown-team",
                        "teamId",
                        () -> admin().body(goalBody(unknown, "{}")).post(GOALS))
                .header("Retry-After", equalTo("1"));
    }

    @Test
    void isNotThereForThoseOfAnotherTeam() {
        var team = team();
        var goal = goal(team);
        var stranger = team();

        assertRefused(404, "goal-not-found", () -> lead(stranger).get(GOALS + "/" + goal.id()));
        assertRefused(404, "goal-not-found", () -> patch(stranger, goal, "{\"weight\": 1}"));
        assertRefused(
                404,
                "goal-not-found",
                () -> measure(stranger, goal, goal.keyResultId(0), "{\"value\": 1, \"measuredOn\": \"2026-11-17\"}"));
        assertRefused(
                422,
                "unknown-team",
                "teamId",
                () -> lead(stranger).body(goalBody(team, "{}")).post(GOALS));
        lead(stranger)
                .queryParam("teamId", team.id())
                .get(GOALS)
                .then()
                .statusCode(200)
                .body("items", empty());
        assertRefused(
                404,
                "goal-not-found",
                () -> as(TestTokens.narrowedLead(team.leadId(), stranger.id())).get(GOALS + "/" + goal.id()));
    }

    @Test
    void isReadByTheMembersAndCommandedByTheLead() {
        var team = team();
        var goal = goal(team);

        member(team.memberId()).get(GOALS + "/" + goal.id()).then().statusCode(200);
        as(TestTokens.viewer()).get(GOALS + "/" + goal.id()).then().statusCode(200);
        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.lead(team.memberId()))
                        .body(goalBody(team, "{}"))
                        .post(GOALS));
        assertRefused(
                403,
                "forbidden",
                () -> member(team.memberId()).body(goalBody(team, "{}")).post(GOALS));
        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.service()).body(goalBody(team, "{}")).post(GOALS));
        as(TestTokens.service())
                .header("Fengong-Actor", team.leadId())
                .body(goalBody(team, "{}"))
                .post(GOALS)
                .then()
                .statusCode(201);
    }

    @Test
    void pagesInTheWantedOrderWithoutGapOrRepetition() {
        var team = team();
        for (var weight : List.of(30, 10, 50, 20, 10)) {
            lead(team)
                    .body(goalBody(team, "{\"weight\": %d}".formatted(weight)))
                    .post(GOALS)
                    .then()
                    .statusCode(201);
        }
        var weights = new ArrayList<Integer>();
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = lead(team)
                    .queryParam("teamId", team.id())
                    .queryParam("sort", "-weight")
                    .queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(GOALS);
            page.then().statusCode(200);
            weights.addAll(page.path("items.weight"));
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(weights).containsExactly(50, 30, 20, 10, 10);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void findsByKeyAndShowsEachCallerTheOwnTeams() {
        var team = team();
        var goal = goal(team);
        var other = goal(team());

        lead(team)
                .queryParam("key", goal.key())
                .get(GOALS)
                .then()
                .body("items.id", contains(goal.id().toString()));
        member(team.memberId())
                .get(GOALS)
                .then()
                .body("items.id", hasItem(goal.id().toString()))
                .body("items.id", not(hasItem(other.id().toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=0, limit",
        "limit=101, limit",
        "colour=red, colour",
        "sort=title, sort",
        "cursor=xyz, cursor",
        "teamId=growth, teamId",
    })
    void refusesAQueryThatItDoesNotUnderstand(String query, String field) {
        assertRefused(400, "invalid-request", field, () -> admin().get(GOALS + "?" + query));
    }

    @Test
    void answers404ToAnIdThatIsNoGoal() {
        assertRefused(404, "goal-not-found", () -> admin().get(GOALS + "/" + UUID.randomUUID()));
    }
}
