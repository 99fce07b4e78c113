package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.close;
import static org.fengong.tasks.Company.department;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.skill;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.fengong.tasks.TasksTopics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskResourceTest {
    private static Response create(Team team, String more) {
        return lead(team).body(taskBody(team, more)).post(TASKS);
    }

    private static OutboxRows.Row lastEvent(UUID taskId) {
        var events = OutboxRows.of(taskId);
        return events.get(events.size() - 1);
    }

    @Test
    void createsATaskWithAllThatItNeedsAndTellsOfIt() {
        var team = team();
        var skill = skill("content");
        var department = department();
        var goal = goal(team);
        var before = task(team);
        var key = newKey();

        var answer = create(team, """
                {"key": "%s", "ownerId": "%s", "goalId": "%s", "keyResultId": "%s", "description": "With *pictures*.",
                 "contributionWeight": 0.8, "importance": 5, "earliestStart": "2026-11-30", "dueDate": "2026-12-11",
                 "together": true, "allowSameMember": true,
                 "roles": [{"name": "Author", "effortMinutes": 720, "departmentId": "%s", "spanWeeks": 2,
                            "skills": [{"skillId": "%s", "minLevel": 3, "mandatory": true}]}],
                 "dependsOn": [{"taskId": "%s"}]}""".formatted(
                        key, team.memberId(), goal.id(), goal.keyResultId(1), department, skill, before.id()));

        var task = Thing.of(answer);
        answer.then()
                .statusCode(201)
                .header("Location", containsString(TASKS + "/" + task.id()))
                .header("ETag", containsString("\"1."))
                .body("key", equalTo(key))
                .body("status", equalTo("OPEN"))
                .body("ownerId", equalTo(team.memberId().toString()))
                .body("goalId", equalTo(goal.id().toString()))
                .body("contributionWeight", is(0.8f))
                .body("earliestStart", equalTo("2026-11-30"))
                .body("together", is(true))
                .body("roles.spanWeeks", contains(2))
                .body("roles[0].loggedMinutes", is(0))
                .body("roles[0].skills.weight", contains(1))
                .body("dependsOn.taskId", contains(before.id().toString()))
                .body("dependsOn.lagWeeks", contains(1))
                .body("startedAt", nullValue());
        assertThat(readTask(task).answer().asString()).isEqualTo(answer.asString());
        var event = lastEvent(task.id());
        assertThat(event.topic()).isEqualTo(TasksTopics.TASK);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-created.v1");
        assertThat(event.data().get("actor").asText()).isEqualTo(team.leadId().toString());
        assertThat(event.data().at("/roles/0/skills/0/skillId").asText()).isEqualTo(skill.toString());
        assertThat(event.data().at("/dependsOn/0/lagWeeks").asInt()).isEqualTo(1);
        assertThat(event.data().has("description")).isFalse();
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void givesAClosedTeamNoNewTasksAndLetsItFinishWhatItHas() {
        var team = team();
        var before = task(team, "{\"draft\": true}");
        close(team);

        assertRefused(409, "team-closed", () -> create(team, "{}"));
        lead(team).post(TASKS + "/" + before.id() + "/open").then().statusCode(200);
    }

    @Test
    void createsADraftThatIsOpenedLater() {
        var team = team();

        var draft = task(team, "{\"draft\": true}");

        draft.answer().then().body("status", equalTo("DRAFT"));
        var event = lastEvent(draft.id());
        assertThat(event.data().get("status").asText()).isEqualTo("DRAFT");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void belongsToWhoCreatesItWhenInTheTeamElseToTheLead() {
        var team = team();

        task(team).answer().then().body("ownerId", equalTo(team.leadId().toString()));
        admin().body(taskBody(team, "{}"))
                .post(TASKS)
                .then()
                .statusCode(201)
                .body("ownerId", equalTo(team.leadId().toString()));
    }

    @Test
    void keepsAddsAndTakesAwayRoles() {
        var team = team();
        var task = task(team);

        patch(team, task, """
                        {"title": "寫上市部落格", "roles": [
                         {"roleId": "%s", "name": "Editor", "effortMinutes": 360},
                         {"name": "Artist", "effortMinutes": 120, "skills": [{"skillId": "%s", "minLevel": 2, "mandatory": false, "weight": 3}]}]}""".formatted(task.roleId(1), skill("brand")))
                .then()
                .statusCode(200)
                .header("ETag", containsString("\"2."))
                .body("title", equalTo("寫上市部落格"))
                .body("roles.name", contains("Editor", "Artist"))
                .body("roles[0].roleId", equalTo(task.roleId(1).toString()))
                .body("roles[0].effortMinutes", is(360))
                .body("roles[1].roleId", not(equalTo(task.roleId(0).toString())));

        var event = lastEvent(task.id());
        assertThat(event.type()).isEqualTo("fengong.tasks.task-changed.v1");
        assertThat(event.data().get("roles")).hasSize(2);
        assertThat(event.data().has("previousStatus")).isFalse();
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void tellsOfTheStatusThatAChangeOfRolesBringsWithIt() {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        patch(team, task, """
                        {"roles": [{"roleId": "%s", "name": "Author", "effortMinutes": 600}, {"name": "Artist", "effortMinutes": 60}]}""".formatted(task.roleId(0)))
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("roles[0].assigneeId", equalTo(team.memberId().toString()));

        var event = lastEvent(task.id());
        assertThat(event.data().get("previousStatus").asText()).isEqualTo("ASSIGNED");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void takesAwayWhatAPatchSetsToNullAndInsistsOnWhatATaskNeeds() {
        var team = team();
        var goal = goal(team);
        var task = task(team, "{\"goalId\": \"%s\", \"description\": \"Soon.\"}".formatted(goal.id()));

        assertRefused(400, "invalid-request", "dueDate", () -> patch(team, task, "{\"dueDate\": null}"));
        patch(team, task, "{\"goalId\": null, \"description\": null, \"ownerId\": null}")
                .then()
                .statusCode(200)
                .body("goalId", nullValue())
                .body("description", nullValue())
                .body("ownerId", equalTo(team.leadId().toString()));
    }

    @Test
    void changesStatusAndProgressOnlyAtTheirOwnAddresses() {
        var team = team();
        var task = task(team);
        for (var field : List.of("status", "version", "id", "completedAt", "draft")) {
            assertRefused(400, "invalid-request", field, () -> patch(team, task, "{\"%s\": true}".formatted(field)));
        }
        assertRefused(
                400,
                "invalid-request",
                "roles[0].loggedMinutes",
                () -> patch(
                        team, task, "{\"roles\": [{\"name\": \"A\", \"effortMinutes\": 1, \"loggedMinutes\": 1}]}"));
    }

    @Test
    void refusesToTakeAwayARoleOnWhichWorkWasLogged() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.IN_PROGRESS, team);

        assertRefused(
                409,
                "role-has-logged-work",
                () -> patch(
                        team,
                        task,
                        "{\"roles\": [{\"roleId\": \"%s\", \"name\": \"Editor\", \"effortMinutes\": 300}]}"
                                .formatted(task.roleId(1))));

        readTask(task).answer().then().body("roles", hasSize(2));
    }

    @Test
    void refusesAChangeOfAnOldVersionOrOfNone() {
        var team = team();
        var task = task(team);
        patch(team, task, "{\"importance\": 4}").then().statusCode(200);

        assertRefused(412, "stale-version", () -> patch(team, task, "{\"importance\": 5}"))
                .body("currentVersion", is(2));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> lead(team)
                        .contentType("application/merge-patch+json")
                        .body("{\"importance\": 5}")
                        .patch(TASKS + "/" + task.id()));
        readTask(task).answer().then().body("importance", is(4)).body("version", is(2));
    }

    @Test
    void letsOneOfManyChangesOfTheSameVersionThrough() throws Exception {
        var team = team();
        var task = task(team);
        var requests = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> patch(team, task, "{\"title\": \"Title %d\"}".formatted(i)))
                .toList();

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 412);
        assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(1);
        assertThat(OutboxRows.of(task.id())).hasSize(2);
    }

    @Test
    void refusesAKeyThatIsTakenInTheTeam() {
        var team = team();
        var taken = task(team);
        var other = task(team);
        var sameKey = "{\"key\": \"%s\"}".formatted(taken.key());

        assertRefused(409, "task-key-taken", "key", () -> create(team, sameKey));
        assertRefused(409, "task-key-taken", "key", () -> patch(team, other, sameKey));
        create(team(), sameKey).then().statusCode(201);
    }

    @Test
    void givesAKeyToOneOfManyWhoAskForItTogether() throws Exception {
        var team = team();
        var key = newKey();
        var requests = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> create(team, "{\"key\": \"%s\"}".formatted(key)))
                .toList();

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.statusCode() == 409)
                .allSatisfy(a -> a.then().body("type", equalTo("urn:fengong:problem:task-key-taken")));
        lead(team).queryParam("key", key).get(TASKS).then().body("items", hasSize(1));
    }

    @Test
    void repeatsTheAnswerToARetryAndRefusesTheKeyWithAnotherBody() {
        var team = team();
        var idempotencyKey = newKey();
        var body = taskBody(team, "{\"contributionWeight\": 0.50, \"description\": \"Once.\"}");

        var first =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(TASKS);
        var second =
                lead(team).header("Idempotency-Key", idempotencyKey).body(body).post(TASKS);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(OutboxRows.of(Thing.of(first).id())).hasSize(1);
        assertRefused(
                422,
                "idempotency-key-reused",
                "Idempotency-Key",
                () -> lead(team)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(taskBody(team, "{}"))
                        .post(TASKS));
    }

    @Test
    void refusesWhatItRefersToWhenNobodyKnowsIt() {
        var team = team();
        var task = task(team);
        var unknown = UUID.randomUUID();
        var foreignGoal = goal(team());
        var skills = """
                {"roles": [{"name": "Author", "effortMinutes": 60},
                           {"name": "Artist", "effortMinutes": 60, "skills": [
                            {"skillId": "%s", "minLevel": 1, "mandatory": true},
                            {"skillId": "%s", "minLevel": 1, "mandatory": true}]}]}""".formatted(skill("brand"), unknown);
        var references = Map.of(
                "{\"ownerId\": \"%s\"}".formatted(unknown),
                "owner ownerId",
                "{\"goalId\": \"%s\"}".formatted(unknown),
                "goal goalId",
                "{\"goalId\": \"%s\"}".formatted(foreignGoal.id()),
                "goal goalId",
                "{\"goalId\": \"%s\", \"keyResultId\": \"%s\"}"
                        .formatted(goal(team).id(), foreignGoal.keyResultId(0)),
                "key-result keyResultId",
                "{\"roles\": [{\"name\": \"A\", \"effortMinutes\": 60, \"departmentId\": \"%s\"}]}".formatted(unknown),
                "department roles[0].departmentId",
                skills,
                "skill roles[1].skills[1].skillId",
                "{\"roles\": [{\"name\": \"A\", \"effortMinutes\": 60, \"roleId\": \"%s\"}]}".formatted(unknown),
                "role roles[0].roleId");
        references.forEach((more, what) -> {
            var slug = "unknown-" + what.split(" ")[0];
            var field = what.split(" ")[1];
            assertRefused(422, slug, field, () -> create(team, more)).header("Retry-After", equalTo("1"));
            assertRefused(422, slug, field, () -> patch(team, task, more));
        });

        lead(team).queryParam("teamId", team.id()).get(TASKS).then().body("items.version", contains(1));
    }

    @Test
    void refusesRulesThatFieldsBreakTogether() {
        var team = team();
        var task = task(team);
        var skill = skill("brand");
        var rules = Map.of(
                "{\"earliestStart\": \"2026-12-12\", \"dueDate\": \"2026-12-11\"}",
                "due-before-start dueDate",
                "{\"keyResultId\": \"%s\"}".formatted(UUID.randomUUID()),
                "key-result-without-goal keyResultId",
                """
                {"roles": [{"name": "Author", "effortMinutes": 60, "skills": [
                 {"skillId": "%s", "minLevel": 1, "mandatory": true},
                 {"skillId": "%s", "minLevel": 2, "mandatory": true}]}]}""".formatted(skill, skill),
                "skill-twice roles[0].skills[0].skillId");
        rules.forEach((more, what) -> {
            var slug = what.split(" ")[0];
            var field = what.split(" ")[1];
            assertRefused(422, slug, field, () -> create(team, more));
            assertRefused(422, slug, field, () -> patch(team, task, more));
        });
        assertRefused(
                422, "team-is-fixed", "teamId", () -> patch(team, task, "{\"teamId\": \"%s\"}".formatted(team().id())));

        lead(team).queryParam("teamId", team.id()).get(TASKS).then().body("items.version", contains(1));
    }

    @Test
    void staysChangeableWhenItsKeyResultIsTakenOutOfTheGoal() {
        var team = team();
        var goal = goal(team);
        var task =
                task(team, "{\"goalId\": \"%s\", \"keyResultId\": \"%s\"}".formatted(goal.id(), goal.keyResultId(1)));
        patch(team, goal, "{\"keyResults\": []}").then().statusCode(200).body("keyResults", empty());

        patch(team, task, "{\"importance\": 5}").then().statusCode(200).body("importance", is(5));
    }

    @Test
    void answers404ToAnIdThatIsNoTask() {
        var unknown = UUID.randomUUID();

        assertRefused(404, "task-not-found", () -> admin().get(TASKS + "/" + unknown));
        assertRefused(404, "task-not-found", () -> admin().post(TASKS + "/" + unknown + "/open"));
        assertRefused(404, "not-found", () -> admin().get(TASKS + "/blog"));
    }
}
