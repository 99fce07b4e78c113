package org.fengong.tasks.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.GOALS;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.goalBody;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readGoal;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;

/** S2, P1: goals that are part of others, who is accountable for them, and how far they are. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class GoalTreeTest {
    private static Thing part(Team team, Thing parent, String key) {
        var answer = admin().body(
                        goalBody(team, "{\"parentGoalId\": \"%s\", \"key\": \"%s\"}".formatted(parent.id(), key)))
                .post(GOALS);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static Response move(Team team, Thing goal, UUID parentId) {
        return patch(team, readGoal(goal), "{\"parentGoalId\": \"%s\"}".formatted(parentId));
    }

    private static Response measure(Team team, Thing goal, int index, int value) {
        return lead(team)
                .body("{\"value\": %d, \"measuredOn\": \"2026-11-17\"}".formatted(value))
                .post(GOALS + "/{id}/key-results/{k}/measurements", goal.id(), goal.keyResultId(index));
    }

    @Test
    void tellsOfParentOwnerAndProgress() {
        var team = team();
        var root = goal(team);
        var body =
                goalBody(team, "{\"parentGoalId\": \"%s\", \"ownerId\": \"%s\"}".formatted(root.id(), team.memberId()));

        var goal = Thing.of(lead(team).body(body).post(GOALS));

        goal.answer()
                .then()
                .statusCode(201)
                .body("parentGoalId", equalTo(root.id().toString()))
                .body("ownerId", equalTo(team.memberId().toString()))
                .body("keyResults.progress", contains(0, 0))
                .body("progress", is(0));
        var event = OutboxRows.of(goal.id()).get(0);
        assertThat(event.data().get("parentGoalId").asText())
                .isEqualTo(root.id().toString());
        assertThat(event.data().get("ownerId").asText())
                .isEqualTo(team.memberId().toString());
        assertThat(event.data().get("progress").decimalValue()).isZero();
        EventContracts.assertFits(event.type(), event.data());
        patch(team, goal, "{\"parentGoalId\": null, \"ownerId\": null}")
                .then()
                .statusCode(200)
                .body("parentGoalId", nullValue())
                .body("ownerId", nullValue());
    }

    @Test
    void isMeasuredByItsOwnerToo() {
        var team = team();
        var goal = Thing.of(lead(team)
                .body(goalBody(team, "{\"ownerId\": \"%s\"}".formatted(team.memberId())))
                .post(GOALS));
        var path = GOALS + "/" + goal.id() + "/key-results/" + goal.keyResultId(0) + "/measurements";
        var body = "{\"value\": 160, \"measuredOn\": \"2026-11-17\"}";

        member(team.memberId())
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .body("keyResults.progress", contains(0.5f, 0))
                .body("progress", is(0.25f));
        assertRefused(
                403,
                "not-team-lead",
                () -> member(team.colleagueId()).body(body).post(path));
        assertRefused(
                404,
                "goal-not-found",
                () -> member(team().memberId()).body(body).post(path));
        var event = OutboxRows.of(goal.id()).get(1);
        assertThat(event.data().get("progress").decimalValue()).isEqualByComparingTo("0.25");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void refusesAnOwnerWhoIsNotInTheTeam() {
        var team = team();
        var goal = goal(team);
        var stranger = "{\"ownerId\": \"%s\"}".formatted(team().memberId());

        assertRefused(
                422,
                "unknown-owner",
                "ownerId",
                () -> lead(team).body(goalBody(team, stranger)).post(GOALS));
        assertRefused(422, "unknown-owner", "ownerId", () -> patch(team, goal, stranger));
    }

    @Test
    void refusesAParentThatTheCallerDoesNotSee() {
        var team = team();
        var goal = goal(team);
        var foreign = goal(team()).id();

        assertRefused(422, "unknown-goal", "parentGoalId", () -> move(team, goal, foreign));
        assertRefused(422, "unknown-goal", "parentGoalId", () -> move(team, goal, UUID.randomUUID()));
        assertRefused(
                400, "invalid-request", "parentGoalId", () -> patch(team, goal, "{\"parentGoalId\": \"growth\"}"));
    }

    @Test
    void refusesACycleAndNamesIt() {
        var team = team();
        var root = goal(team);
        var middle = part(team, root, "middle");
        var leaf = part(team, middle, "leaf");

        assertRefused(422, "goal-cycle", "parentGoalId", () -> move(team, root, leaf.id()))
                .body("cycle", contains(root.key(), "leaf", "middle", root.key()));
        assertRefused(422, "goal-cycle", "parentGoalId", () -> move(team, root, root.id()))
                .body("cycle", contains(root.key(), root.key()));
        readGoal(root).answer().then().body("version", is(1)).body("parentGoalId", nullValue());
    }

    @Test
    void letsNoTwoChangesCloseACycleTogether() throws Exception {
        for (int i = 0; i < 5; i++) {
            var team = team();
            var one = goal(team);
            var other = goal(team);

            var answers = Together.send(
                    List.<Callable<Response>>of(() -> move(team, one, other.id()), () -> move(team, other, one.id())));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void hasAtMostFiveLevels() {
        var team = team();
        var lowest = goal(team);
        for (int level = 2; level <= 5; level++) {
            lowest = part(team, lowest, "level-" + level);
        }
        var fifth = lowest.id();
        var root = goal(team);
        part(team, root, "part");

        assertRefused(
                422,
                "goal-too-deep",
                "parentGoalId",
                () -> lead(team)
                        .body(goalBody(team, "{\"parentGoalId\": \"%s\"}".formatted(fifth)))
                        .post(GOALS));
        assertRefused(422, "goal-too-deep", "parentGoalId", () -> move(team, root, fifth));
    }

    @Test
    void rollsUpProgressAndTasksOverTeamsAndHidesWhatIsNotForTheCaller() {
        var team = team();
        var other = team();
        var root = goal(team);
        var own = part(team, root, "a-own");
        var foreign = part(other, root, "b-foreign");
        measure(team, own, 0, 200);
        measure(other, foreign, 0, 160);
        task(team, "{\"goalId\": \"%s\"}".formatted(root.id()));
        var completed = task(team, "{\"goalId\": \"%s\"}".formatted(own.id()));
        lead(team).post(TASKS + "/{id}/complete", completed.id()).then().statusCode(200);
        task(other, "{\"goalId\": \"%s\"}".formatted(foreign.id()));
        task(other, "{\"goalId\": \"%s\", \"draft\": true}".formatted(foreign.id()));

        admin().queryParam("teamId", team.id())
                .get(GOALS + "/tree")
                .then()
                .statusCode(200)
                .body("items.id", contains(root.id().toString()))
                .body("items[0].openTasks", is(2))
                .body("items[0].completedTasks", is(1))
                // key results (10 · 0 + 10 · 0), parts 10 · 0.5 + 10 · 0.25, over weights 40
                .body("items[0].progress", is(0.1875f))
                .body("items[0].parts.key", contains("a-own", "b-foreign"))
                .body("items[0].parts.progress", contains(0.5f, 0.25f))
                .body("items[0].parts.openTasks", contains(0, 1))
                .body("items[0].parts.weight", contains(10, 10));
        lead(team)
                .queryParam("teamId", team.id())
                .get(GOALS + "/tree")
                .then()
                .body("items[0].openTasks", is(2))
                .body("items[0].progress", is(0.1875f))
                .body("items[0].parts.key", contains("a-own"));
        lead(other)
                .queryParam("teamId", other.id())
                .get(GOALS + "/tree")
                .then()
                .body("items.key", contains("b-foreign"))
                .body("items[0].parts", empty());
        readGoal(root).answer().then().body("progress", is(0.1875f));
        lead(other)
                .queryParam("teamId", team.id())
                .get(GOALS + "/tree")
                .then()
                .statusCode(200)
                .body("items", empty());
        assertRefused(400, "invalid-request", "teamId", () -> admin().get(GOALS + "/tree"));
    }

    @Test
    void readsALargeTreeWithAsManyQueriesAsASmallOne() {
        var small = team();
        part(small, goal(small), "part");
        var large = team();
        for (int i = 0; i < 3; i++) {
            var middle = part(large, goal(large), "middle-" + i);
            part(large, middle, "leaf-" + i);
            task(large, "{\"goalId\": \"%s\"}".formatted(middle.id()));
        }

        assertThat(queriesOfTree(large)).isEqualTo(queriesOfTree(small));
        assertThat(queriesOfList(large)).isEqualTo(queriesOfList(small));
    }

    private static long queriesOfTree(Team team) {
        return Statements.countedIn(() -> lead(team)
                .queryParam("teamId", team.id())
                .get(GOALS + "/tree")
                .then()
                .statusCode(200));
    }

    private static long queriesOfList(Team team) {
        return Statements.countedIn(() ->
                lead(team).queryParam("teamId", team.id()).get(GOALS).then().statusCode(200));
    }

    @Test
    void listsThePartsOfAGoalAndTheGoalsOfAnOwner() {
        var team = team();
        var root = goal(team);
        part(team, root, "part");
        patch(team, root, "{\"ownerId\": \"%s\"}".formatted(team.memberId()))
                .then()
                .statusCode(200);

        lead(team).queryParam("parentGoalId", root.id()).get(GOALS).then().body("items.key", contains("part"));
        lead(team).queryParam("ownerId", team.memberId()).get(GOALS).then().body("items.key", contains(root.key()));
    }

    @Test
    void listsWhatWasMeasuredWhenAndByWhom() {
        var team = team();
        var goal = goal(team);
        measure(team, goal, 0, 130);
        measure(team, goal, 1, 28);
        measure(team, goal, 0, 140);
        var path = GOALS + "/" + goal.id() + "/measurements";

        var first = lead(team)
                .queryParam("limit", 2)
                .queryParam("sort", "measuredAt")
                .get(path);
        first.then()
                .statusCode(200)
                .body("items.value", contains(130, 28))
                .body("items.measuredOn", contains("2026-11-17", "2026-11-17"))
                .body("items[0].actor", equalTo(team.leadId().toString()));
        lead(team)
                .queryParam("limit", 2)
                .queryParam("sort", "measuredAt")
                .queryParam("cursor", first.<String>path("next"))
                .get(path)
                .then()
                .body("items.value", contains(140))
                .body("next", nullValue());
        lead(team)
                .queryParam("keyResultId", goal.keyResultId(0))
                .queryParam("sort", "-measuredAt")
                .get(path)
                .then()
                .body("items.value", contains(140, 130));
        assertRefused(404, "goal-not-found", () -> lead(team()).get(path));
        assertRefused(
                400,
                "invalid-request",
                "sort",
                () -> lead(team).queryParam("sort", "value").get(path));
    }
}
