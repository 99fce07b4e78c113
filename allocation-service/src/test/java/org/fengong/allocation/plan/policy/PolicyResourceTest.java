package org.fengong.allocation.plan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.body;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies of a team and their versions, the presets, and the plans that name them (S4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PolicyResourceTest {
    private static final String POLICIES = "/api/v1/policies";
    private static final String READ = POLICIES + "/{id}";

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private static String policy(KnownFacts team, String key) {
        return """
                {"teamId": "%s", "key": "%s", "name": "Before the launch", "weights": {"latenessWeight": 250}}""".formatted(team.teamId, key);
    }

    private Response created(String key) {
        var answer = leadOf(team).body(policy(team, key)).post(POLICIES);
        answer.then().statusCode(201);
        return answer;
    }

    private Response patch(String token, String id, String etag, String patch) {
        return as(token)
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", etag)
                .body(patch)
                .patch(READ, id);
    }

    private Response patch(Response policy, String patch) {
        return patch(TestTokens.lead(team.leadId), policy.path("id"), policy.header("ETag"), patch);
    }

    private Response plan(String more) {
        return leadOf(team).body(body(1, more, team.teamId)).post(PLANS);
    }

    @Test
    void everyTeamHasThePresetsWithUnitAndMeaning() {
        var presets = as(TestTokens.member(UUID.randomUUID())).get(POLICIES + "/presets");

        presets.then()
                .statusCode(200)
                .body("items.key", contains("balanced", "deadline-first", "develop-people", "keep-stable"))
                .body("items.preset", everyItem(is(true)))
                .body("items[1].policy.latenessWeight", is(300))
                .body("items[1].weights.find { it.key == 'latenessWeight' }.value", is(300))
                .body("items[0].weights.find { it.key == 'latenessWeight' }.value", is(100))
                .body("items[0].weights.find { it.key == 'latenessWeight' }.meaning", containsString("costs 150"))
                .body("items[0].weights.find { it.key == 'maxLoadRatio' }.unit", is("part of the week"));
        assertThat(presets.<List<List<String>>>path("items.weights.meaning"))
                .allSatisfy(meanings -> assertThat(meanings)
                        .hasSize(9)
                        .allSatisfy(meaning -> assertThat(meaning).isNotBlank()));
    }

    @Test
    void createsAPolicyThatAPlanNames() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var policy = created("launch");
        policy.then()
                .header("Location", endsWith(POLICIES + "/" + policy.path("id")))
                .body("version", is(1))
                .body("changedBy", is(team.leadId.toString()))
                .body("policy.latenessWeight", is(250))
                .body("policy.fitWeight", nullValue());

        var plan = Planning.solved(plan(", \"policyKey\": \"launch\""));

        plan.then()
                .body("status", is("DRAFT"))
                .body("policyKey", is("launch"))
                .body("policyName", is("Before the launch"))
                .body("policyVersion", is(1))
                .body("policy.latenessWeight", is(250));
    }

    @Test
    void aPlanWeighsWhatItsPolicySays() {
        team.member("Ann", 3);
        team.task(2400, WEEK);
        team.task(1200, WEEK); // ends a week late
        created("launch");

        var late = Planning.solved(plan2(", \"policyKey\": \"launch\""));
        var standard = Planning.solved(plan2(""));

        // whatever of the two is late: 2.5 times as dear
        assertThat(late.<Integer>path("costs.lateness"))
                .isPositive()
                .isEqualTo(standard.<Integer>path("costs.lateness") * 5 / 2);
        standard.then().body("policyKey", is("balanced")).body("policyVersion", is(2));
    }

    private Response plan2(String more) {
        return leadOf(team).body(body(2, more, team.teamId)).post(PLANS);
    }

    @Test
    void givesNoNameToWeightsOfThePlanAlone() {
        Planning.solved(plan(", \"policy\": {\"fitWeight\": 50}"))
                .then()
                .body("policy.fitWeight", is(50))
                .body("policyKey", nullValue())
                .body("policyVersion", nullValue());
    }

    @Test
    void everyChangeIsAVersionAndOldOnesStay() {
        var first = created("launch");
        var id = first.<String>path("id");

        var second = patch(first, "{\"weights\": {\"latenessWeight\": null, \"fitWeight\": 80}, \"name\": \"After\"}");

        second.then()
                .statusCode(200)
                .body("version", is(2))
                .body("name", is("After"))
                .body("policy.fitWeight", is(80))
                .body("policy.latenessWeight", nullValue());
        leadOf(team).get(READ, id).then().body("version", is(2)).header("ETag", is(second.header("ETag")));
        leadOf(team)
                .get(READ + "/versions/1", id)
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("name", is("Before the launch"))
                .body("policy.latenessWeight", is(250));
        leadOf(team).get(READ + "/versions", id).then().body("items.version", contains(2, 1));
        Planning.solved(plan(", \"policyKey\": \"launch\""))
                .then()
                .body("policyVersion", is(2))
                .body("policyName", is("After"));
        Planning.solved(plan(", \"policyKey\": \"launch\", \"policyVersion\": 1"))
                .then()
                .body("policyVersion", is(1))
                .body("policyName", is("Before the launch"))
                .body("policy.latenessWeight", is(250));
    }

    @Test
    void aPatchThatChangesNothingIsNoVersion() {
        var policy = created("launch");

        patch(policy, "{\"weights\": {\"latenessWeight\": 250}}")
                .then()
                .statusCode(200)
                .body("version", is(1));

        leadOf(team).get(READ + "/versions", policy.<String>path("id")).then().body("items.version", contains(1));
    }

    @RepeatedTest(3)
    void ofTwoChangesOfOneVersionOneIsMade() throws Exception {
        var policy = created("launch");

        var answers = Together.send(List.of(
                () -> patch(policy, "{\"weights\": {\"fitWeight\": 10}}"),
                () -> patch(policy, "{\"weights\": {\"fitWeight\": 20}}")));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        leadOf(team).get(READ + "/versions", policy.<String>path("id")).then().body("items.version", contains(2, 1));
    }

    @RepeatedTest(3)
    void aKeyIsTakenOnceHoweverManyAsk() throws Exception {
        var answers = Together.send(Collections.nCopies(
                3, () -> leadOf(team).body(policy(team, "launch")).post(POLICIES)));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(loser -> assertThat(loser.<String>path("type")).endsWith("policy-key-taken"));
    }

    @Test
    void refusesTheKeyOfAPreset() {
        assertRefused(
                409,
                "policy-key-taken",
                "key",
                () -> leadOf(team).body(policy(team, "balanced")).post(POLICIES));
    }

    @Test
    void teamsMayGiveTheSameKey() {
        var other = KnownFacts.ofTeam();
        created("launch");
        leadOf(other).body(policy(other, "launch")).post(POLICIES).then().statusCode(201);

        leadOf(team).queryParam("key", "launch").get(POLICIES).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\": \"a\", \"name\": \"A\", \"weights\": {}} | teamId",
                "{\"teamId\": \"$\", \"name\": \"A\", \"weights\": {}} | key",
                "{\"teamId\": \"$\", \"key\": \"Big Key\", \"name\": \"A\", \"weights\": {}} | key",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \" \", \"weights\": {}} | name",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\"} | weights",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\", \"weights\": {\"fitWeight\": -1}} | weights.fitWeight",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\", \"weights\": {\"goalWeight\": 1001}} | weights.goalWeight",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\", \"weights\": {\"maxLoadRatio\": 9}} | weights.maxLoadRatio",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\", \"weights\": {\"speed\": 9}} | weights.speed",
                "{\"teamId\": \"$\", \"key\": \"a\", \"name\": \"A\", \"weights\": {}, \"preset\": true} | preset"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRefused(
                400,
                "invalid-request",
                field,
                () -> leadOf(team)
                        .body(body.replace("$", team.teamId.toString()))
                        .post(POLICIES));
        leadOf(team).get(POLICIES).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null} | name",
                "{\"weights\": null} | weights",
                "{\"weights\": {\"fitWeight\": 5000}} | weights.fitWeight",
                "{\"key\": \"other\"} | key",
                "{\"weights\": {\"fitWeight\": \"much\"}} | weights.fitWeight"
            })
    void namesTheFieldThatAChangeGetsWrong(String patch, String field) {
        var policy = created("launch");

        assertRefused(400, "invalid-request", field, () -> patch(policy, patch));

        leadOf(team).get(READ, policy.<String>path("id")).then().body("version", is(1));
    }

    @Test
    void changesTheVersionThatTheLeadHasSeen() {
        var policy = created("launch");
        var id = policy.<String>path("id");
        patch(policy, "{\"name\": \"Newer\"}").then().statusCode(200);

        assertRefused(412, "stale-version", () -> patch(policy, "{\"name\": \"Older\"}"));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> leadOf(team)
                        .contentType(MergePatch.MEDIA_TYPE)
                        .body("{\"name\": \"Blind\"}")
                        .patch(READ, id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"policyKey\": \"no-such\" | 422 | unknown-policy | policyKey",
                ", \"policyKey\": \"balanced\", \"policyVersion\": 3 | 422 | unknown-policy | policyVersion",
                ", \"policyKey\": \"launch\", \"policyVersion\": 2 | 422 | unknown-policy | policyVersion",
                ", \"policyKey\": \"balanced\", \"policy\": {} | 422 | policy-contradicts | policyKey",
                ", \"policyVersion\": 1 | 422 | policy-contradicts | policyVersion",
                ", \"policyKey\": \"\" | 400 | invalid-request | policyKey",
                ", \"policyKey\": \"balanced\", \"policyVersion\": 0 | 400 | invalid-request | policyVersion"
            })
    void refusesAPlanWhosePolicyIsNotClear(String more, int status, String slug, String field) {
        created("launch");

        assertRefused(status, slug, field, () -> plan(more));
    }

    @Test
    void aPlanNamesNoPolicyOfAnotherTeam() {
        var other = KnownFacts.ofTeam();
        leadOf(other).body(policy(other, "theirs")).post(POLICIES).then().statusCode(201);

        assertRefused(422, "unknown-policy", "policyKey", () -> plan(", \"policyKey\": \"theirs\""));
    }

    @Test
    void letsNobodyButTheLeadCreateOrChange() {
        var ann = team.member("Ann", 3);
        var policy = created("launch");
        var id = policy.<String>path("id");
        var etag = policy.header("ETag");

        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.member(team.leadId)).body(policy(team, "b")).post(POLICIES));
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.viewer()).body(policy(team, "b")).post(POLICIES));
        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.lead(ann)).body(policy(team, "b")).post(POLICIES));
        assertRefused(
                422,
                "unknown-team",
                "teamId",
                () -> as(TestTokens.lead(UUID.randomUUID()))
                        .body(policy(team, "b"))
                        .post(POLICIES));
        assertRefused(403, "not-team-lead", () -> patch(TestTokens.lead(ann), id, etag, "{\"name\": \"Mine\"}"));
        assertRefused(
                404,
                "policy-not-found",
                () -> patch(TestTokens.lead(UUID.randomUUID()), id, etag, "{\"name\": \"Mine\"}"));
        assertRefused(
                401, "unauthenticated", () -> io.restassured.RestAssured.given().get(POLICIES));
        patch(TestTokens.admin(), id, etag, "{\"name\": \"The administrator's\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void showsAPolicyToItsTeamAlone() {
        var ann = team.member("Ann", 3);
        var id = created("launch").<String>path("id");

        for (var path : List.of(READ, READ + "/versions", READ + "/versions/1")) {
            as(TestTokens.member(ann)).get(path, id).then().statusCode(200);
            as(TestTokens.viewer()).get(path, id).then().statusCode(200);
            assertRefused(
                    404,
                    "policy-not-found",
                    () -> as(TestTokens.member(UUID.randomUUID())).get(path, id));
        }
        as(TestTokens.member(UUID.randomUUID()))
                .queryParam("teamId", team.teamId)
                .get(POLICIES)
                .then()
                .body("items", empty());
        as(TestTokens.member(ann)).get(POLICIES).then().body("items.id", contains(id));
        assertRefused(404, "policy-not-found", () -> leadOf(team).get(READ + "/versions/7", id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3000000000"})
    void refusesAVersionThatIsNone(String version) {
        var id = created("launch").<String>path("id");

        assertRefused(400, "invalid-request", "version", () -> leadOf(team).get(READ + "/versions/" + version, id));
    }

    @Test
    void answersARepeatedCreationAsBefore() {
        var key = UUID.randomUUID().toString();
        var first = leadOf(team)
                .header("Idempotency-Key", key)
                .body(policy(team, "launch"))
                .post(POLICIES);

        var again = leadOf(team)
                .header("Idempotency-Key", key)
                .body(policy(team, "launch"))
                .post(POLICIES);

        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", is(first.<String>path("id")));
    }

    @Test
    void asksTheDatabaseNoMoreForMorePolicies() {
        created("a");
        var forOne =
                Statements.countedIn(() -> leadOf(team).get(POLICIES).then().body("items", hasSize(1)));
        created("b");
        created("c");

        var forThree =
                Statements.countedIn(() -> leadOf(team).get(POLICIES).then().body("items", hasSize(3)));

        assertThat(forThree).isEqualTo(forOne);
        leadOf(team)
                .queryParam("limit", 2)
                .get(POLICIES)
                .then()
                .body("items.key", contains("a", "b"))
                .body("next", not(nullValue()));
    }
}
