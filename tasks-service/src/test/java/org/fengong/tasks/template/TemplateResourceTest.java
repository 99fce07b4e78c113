package org.fengong.tasks.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.TEMPLATES;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.close;
import static org.fengong.tasks.Company.department;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.object;
import static org.fengong.tasks.Company.skill;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TemplateResourceTest {
    private static final String ROLES = "\"roles\": [{\"name\": \"Author\", \"effortMinutes\": 60}]";

    /** @param more fields that replace or join those of the usual template of two tasks, the second after the first */
    private static String body(Team team, String more) {
        return object("""
                {"teamId": "%s", "key": "%s", "name": "Press release", "tasks": [
                 {"key": "approval", "title": "Have it approved", "importance": 2, "dueDays": -2, %s,
                  "dependsOn": [{"task": "text"}]},
                 {"key": "text", "title": "Write it", "importance": 4, "startDays": -14, "dueDays": -7, %s}]}""".formatted(team.id(), newKey(), ROLES, ROLES))
                .setAll(object(more))
                .toString();
    }

    private static String tasks(String... tasks) {
        return "{\"tasks\": [%s]}".formatted(String.join(",", tasks));
    }

    private static String task(String key, String more) {
        return "{\"key\": \"%s\", \"title\": \"A task\", \"importance\": 3, \"dueDays\": 0, %s%s}"
                .formatted(key, ROLES, more);
    }

    private static Response create(Team team, String more) {
        return lead(team).body(body(team, more)).post(TEMPLATES);
    }

    private static Thing template(Team team, String more) {
        var answer = create(team, more);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static String request(Team team, String more) {
        return object("{\"teamId\": \"%s\", \"date\": \"2027-03-16\", \"keyPrefix\": \"orion\"}".formatted(team.id()))
                .setAll(object(more))
                .toString();
    }

    private static Response instantiate(Team team, Object templateId, String more) {
        return lead(team).body(request(team, more)).post(TEMPLATES + "/" + templateId + "/instantiate");
    }

    private static Response patch(Team team, Thing template, String patch) {
        return lead(team)
                .contentType("application/merge-patch+json")
                .header("If-Match", template.etag())
                .body(patch)
                .patch(TEMPLATES + "/" + template.id());
    }

    private static List<String> taskKeys(Team team) {
        return lead(team).get(TASKS + "?sort=key&teamId=" + team.id()).path("items.key");
    }

    private static Thing shipped(String key) {
        var listed = admin().queryParam("key", key).queryParam("limit", 100).get(TEMPLATES);
        String id = listed.path("items.find { it.teamId == null }.id");
        return Thing.of(admin().get(TEMPLATES + "/" + id));
    }

    @Test
    void becomesTasksForADayAndAGoal() {
        var team = team();
        var goal = goal(team);
        var skillKey = newKey();
        var departmentKey = newKey();
        var skill = skill(skillKey, "content");
        var department = department(departmentKey);
        var template = template(
                team, tasks(task("approval", ", \"dependsOn\": [{\"task\": \"text\", \"lagWeeks\": 0}]"), """
                {"key": "text", "title": "Write it", "importance": 4, "startDays": -14, "dueDays": -7,
                 "contributionWeight": 0.5, "roles": [{"name": "Author", "effortMinutes": 480, "department": "%s",
                 "skills": [{"skill": "%s", "minLevel": 3, "mandatory": true}]}]}""".formatted(
                                departmentKey, skillKey)));

        var answer = instantiate(
                team, template.id(), "{\"goalId\": \"%s\", \"ownerId\": \"%s\"}".formatted(goal.id(), team.memberId()));

        answer.then()
                .statusCode(201)
                .body("templateId", equalTo(template.id().toString()))
                .body("tasks.templateTask", contains("approval", "text"))
                .body("tasks.key", contains("orion-approval", "orion-text"))
                .body("leftOut", empty());
        String text = answer.path("tasks[1].taskId");
        admin().get(TASKS + "/" + text)
                .then()
                .body("goalId", equalTo(goal.id().toString()))
                .body("ownerId", equalTo(team.memberId().toString()))
                .body("status", equalTo("OPEN"))
                .body("importance", is(4))
                .body("contributionWeight", is(0.5f))
                .body("earliestStart", equalTo("2027-03-02"))
                .body("dueDate", equalTo("2027-03-09"))
                .body("roles[0].departmentId", equalTo(department.toString()))
                .body("roles[0].skills[0].skillId", equalTo(skill.toString()))
                .body("roles[0].skills[0].weight", is(1))
                .body("priority.waitingTasks", is(1));
        admin().get(TASKS + "/" + answer.path("tasks[0].taskId"))
                .then()
                .body("earliestStart", nullValue())
                .body("dueDate", equalTo("2027-03-16"))
                .body("dependsOn.taskId", contains(text))
                .body("dependsOn.lagWeeks", contains(0));
        var events = OutboxRows.of(UUID.fromString(text));
        assertThat(events).extracting(OutboxRows.Row::type).containsExactly("fengong.tasks.task-created.v1");
        EventContracts.assertFits(events.get(0).type(), events.get(0).data());
    }

    @ParameterizedTest
    @CsvSource({"product-launch, 14", "webinar, 9", "newsletter, 6", "market-study, 8"})
    void comesWithTheProductAndFitsACompanyThatHasNoneOfItsSkills(String key, int count) {
        var team = team();
        var template = shipped(key);
        template.answer().then().body("tasks", hasSize(count)).body("teamId", nullValue());

        instantiate(team, template.id(), "{\"leaveOutUnknown\": true, \"draft\": true}")
                .then()
                .statusCode(201)
                .body("tasks", hasSize(count))
                .body("leftOut", not(empty()));

        assertThat(taskKeys(team)).hasSize(count).allMatch(made -> made.startsWith("orion-"));
        lead(team)
                .get(TASKS + "?status=DRAFT&limit=100&teamId=" + team.id())
                .then()
                .body("items", hasSize(count));
    }

    @Test
    void refusesWhatTheCompanyDoesNotHaveUnlessItMayBeLeftOut() {
        var team = team();
        var unknown = newKey();
        var template = template(team, tasks(task("a", ""), """
                {"key": "b", "title": "B", "importance": 1, "dueDays": 0, "roles": [{"name": "Author", "effortMinutes": 60,
                 "department": "%s", "skills": [{"skill": "%s", "minLevel": 3, "mandatory": true}]}]}""".formatted(unknown, unknown)));

        assertRefused(
                422,
                "unknown-skill",
                "tasks[1].roles[0].skills[0].skill",
                () -> instantiate(team, template.id(), "{}"));
        skill(unknown, "content");
        assertRefused(
                422,
                "unknown-department",
                "tasks[1].roles[0].department",
                () -> instantiate(team, template.id(), "{}"));
        assertThat(taskKeys(team)).isEmpty();

        instantiate(team, template.id(), "{\"leaveOutUnknown\": true}")
                .then()
                .statusCode(201)
                .body("leftOut.templateTask", contains("b"))
                .body("leftOut[0].department", equalTo(unknown))
                .body("leftOut[0].skill", nullValue());
    }

    @Test
    void becomesAllItsTasksOrNone() {
        var team = team();
        Company.task(team, "{\"key\": \"orion-text\"}");
        var template = template(team, tasks(task("first", ""), task("text", "")));

        assertRefused(409, "task-key-taken", () -> instantiate(team, template.id(), "{}"));

        assertThat(taskKeys(team)).containsExactly("orion-text");
    }

    @Test
    void becomesTasksOnceHowOftenTheRequestIsRepeated() throws Exception {
        var team = team();
        var template = template(team, "{}");
        var idempotencyKey = newKey();

        var answers = Together.send(java.util.Collections.nCopies(
                3,
                () -> lead(team)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(request(team, "{}"))
                        .post(TEMPLATES + "/" + template.id() + "/instantiate")));
        var repeated = lead(team)
                .header("Idempotency-Key", idempotencyKey)
                .body(request(team, "{}"))
                .post(TEMPLATES + "/" + template.id() + "/instantiate");

        assertThat(answers).extracting(Response::statusCode).containsAnyOf(201).isSubsetOf(201, 409);
        repeated.then().statusCode(201).header("Idempotency-Replayed", is("true"));
        assertThat(taskKeys(team)).hasSize(2);
    }

    @Test
    void letsOneOfTwoInstantiationsWithOnePrefixThrough() throws Exception {
        var team = team();
        var template = template(team, "{}");

        var answers = Together.send(
                List.of(() -> instantiate(team, template.id(), "{}"), () -> instantiate(team, template.id(), "{}")));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(taskKeys(team)).hasSize(2);
    }

    @Test
    void isCreatedReadListedChangedAndDeletedByItsLead() {
        var team = team();
        var template = template(team, "{\"description\": \"For *small* news.\"}");
        template.answer()
                .then()
                .header("Location", containsString(TEMPLATES + "/" + template.id()))
                .header("ETag", notNullValue())
                .body("description", equalTo("For *small* news."))
                .body("tasks.key", contains("approval", "text"));
        member(team.memberId())
                .queryParam("teamId", team.id())
                .get(TEMPLATES)
                .then()
                .body("items.id", contains(template.id().toString()))
                .body("items[0].taskCount", is(2));
        member(team.memberId())
                .queryParam("sort", "name")
                .get(TEMPLATES)
                .then()
                .body("items.key", hasItems("product-launch", "webinar", "newsletter", "market-study", template.key()))
                .body("items", hasSize(5));

        var patched = patch(team, template, "{\"name\": \"News\", \"description\": null}");
        patched.then().statusCode(200).body("name", equalTo("News")).body("version", is(2));
        assertRefused(412, "stale-version", () -> patch(team, template, "{\"name\": \"Old news\"}"));
        assertRefused(428, "if-match-required", () -> lead(team).delete(TEMPLATES + "/" + template.id()));
        assertRefused(
                412,
                "stale-version",
                () -> lead(team).header("If-Match", template.etag()).delete(TEMPLATES + "/" + template.id()));
        lead(team)
                .header("If-Match", patched.header("ETag"))
                .delete(TEMPLATES + "/" + template.id())
                .then()
                .statusCode(204);

        assertRefused(404, "template-not-found", () -> lead(team).get(TEMPLATES + "/" + template.id()));
    }

    @Test
    void isCommandedByTheLeadAndUnknownToOtherTeams() {
        var team = team();
        var template = template(team, "{}");
        var stranger = team();
        var path = TEMPLATES + "/" + template.id();

        assertRefused(404, "template-not-found", () -> lead(stranger).get(path));
        assertRefused(404, "template-not-found", () -> patch(stranger, template, "{\"name\": \"Mine\"}"));
        assertRefused(404, "template-not-found", () -> instantiate(stranger, template.id(), "{}"));
        assertRefused(
                404,
                "template-not-found",
                () -> lead(stranger).header("If-Match", template.etag()).delete(path));
        lead(stranger).queryParam("teamId", team.id()).get(TEMPLATES).then().body("items", empty());
        assertRefused(
                422,
                "unknown-team",
                "teamId",
                () -> lead(stranger).body(body(team, "{}")).post(TEMPLATES));
        assertRefused(
                422,
                "unknown-team",
                "teamId",
                () -> lead(team).body(request(stranger, "{}")).post(path + "/instantiate"));
        var colleague = TestTokens.lead(team.colleagueId());
        assertRefused(
                403, "not-team-lead", () -> as(colleague).body(body(team, "{}")).post(TEMPLATES));
        assertRefused(
                403,
                "not-team-lead",
                () -> as(colleague).body(request(team, "{}")).post(path + "/instantiate"));
        assertRefused(
                403,
                "forbidden",
                () -> member(team.memberId()).body(request(team, "{}")).post(path + "/instantiate"));
        close(team);
        assertRefused(409, "team-closed", () -> instantiate(team, template.id(), "{}"));
        assertRefused(409, "team-closed", () -> create(team, "{}"));
    }

    @Test
    void staysAsItCameWithTheProduct() {
        var team = team();
        var template = shipped("webinar");

        assertRefused(403, "template-shipped", () -> patch(team, template, "{\"name\": \"Mine\"}"));
        assertRefused(
                403,
                "template-shipped",
                () -> admin().header("If-Match", template.etag()).delete(TEMPLATES + "/" + template.id()));
    }

    @Test
    void takesAKeyOnceInATeam() {
        var team = team();
        var template = template(team, "{}");
        var sameKey = "{\"key\": \"%s\"}".formatted(template.key());

        assertRefused(409, "template-key-taken", "key", () -> create(team, sameKey));
        template(team(), sameKey);
        template(team, "{\"key\": \"webinar\"}");
    }

    @Test
    void refusesTasksThatDoNotGoTogether() {
        var team = team();
        var template = template(team, "{}");
        var waitsFor = ", \"dependsOn\": [{\"task\": \"%s\"}]";
        var skill = "{\"skill\": \"seo\", \"minLevel\": 1, \"mandatory\": true}";
        var cases = java.util.Map.of(
                tasks(task("a", ""), task("a", "")),
                "template-task-twice tasks[1].key",
                tasks(task("a", waitsFor.formatted("b"))),
                "unknown-template-task tasks[0].dependsOn[0].task",
                tasks(task("a", waitsFor.formatted("b")), task("b", waitsFor.formatted("a"))),
                "dependency-cycle tasks",
                tasks(task("a", waitsFor.formatted("a"))),
                "dependency-cycle tasks",
                tasks(
                        task("a", ""),
                        task("b", ", \"dependsOn\": [{\"task\": \"a\"}, {\"task\": \"a\", \"lagWeeks\": 2}]")),
                "dependency-twice tasks[1].dependsOn[1].task",
                tasks(task("a", ", \"startDays\": 1")),
                "due-before-start tasks[0].dueDays",
                tasks(
                        ("{\"key\": \"a\", \"title\": \"A\", \"importance\": 1, \"dueDays\": 0, \"roles\": [{\"name\": \"B\","
                                        + " \"effortMinutes\": 1, \"skills\": [%s, %s]}]}")
                                .formatted(skill, skill)),
                "skill-twice tasks[0].roles[0].skills[1].skill");
        cases.forEach((more, what) -> {
            var slug = what.split(" ")[0];
            var field = what.split(" ")[1];
            assertRefused(422, slug, field, () -> create(team, more));
            assertRefused(422, slug, field, () -> patch(team, template, more));
        });
        assertRefused(
                422,
                "team-is-fixed",
                "teamId",
                () -> patch(team, template, "{\"teamId\": \"%s\"}".formatted(team().id())));
    }

    @Test
    void namesTheTasksOfACircleInTheirOrder() {
        var waitsFor = ", \"dependsOn\": [{\"task\": \"%s\"}]";

        create(
                        team(),
                        tasks(
                                task("z", waitsFor.formatted("a")),
                                task("a", waitsFor.formatted("b")),
                                task("b", waitsFor.formatted("c")),
                                task("c", waitsFor.formatted("a"))))
                .then()
                .statusCode(422)
                .body("cycle", contains("a", "b", "c", "a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\": \"red\"}                                                        | colour",
                "{\"teamId\": null}                                                           | teamId",
                "{\"key\": \"A B\"}                                                           | key",
                "{\"name\": \" \"}                                                            | name",
                "{\"tasks\": []}                                                              | tasks",
                "{\"tasks\": [null]}                                                          | tasks[0]",
                "{\"tasks\": [{}]}                                                            | tasks[0].dueDays",
                "{\"tasks\": [{\"key\": \"this-key-is-longer-than-it-may-be\"}]}              | tasks[0].key",
                "{\"tasks\": [{\"dueDays\": 731}]}                                            | tasks[0].dueDays",
                "{\"tasks\": [{\"startDays\": -731}]}                                         | tasks[0].startDays",
                "{\"tasks\": [{\"importance\": 6}]}                                           | tasks[0].importance",
                "{\"tasks\": [{\"roles\": [{\"effortMinutes\": 0}]}]}                         | tasks[0].roles[0].effortMinutes",
                "{\"tasks\": [{\"roles\": [{\"department\": \"Sales!\"}]}]}                   | tasks[0].roles[0].department",
                "{\"tasks\": [{\"roles\": [{\"skills\": [{\"minLevel\": 9}]}]}]}              | tasks[0].roles[0].skills[0].minLevel",
                "{\"tasks\": [{\"dependsOn\": [{\"lagWeeks\": 27}]}]}                         | tasks[0].dependsOn[0].lagWeeks",
            })
    void refusesWhatIsNoTemplate(String more, String field) {
        var team = team();

        assertRefused(400, "invalid-request", field, () -> create(team, more));

        lead(team).queryParam("teamId", team.id()).get(TEMPLATES).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"date\": null}                                      | date",
                "{\"date\": \"16.03.2027\"}                            | date",
                "{\"teamId\": null}                                    | teamId",
                "{\"keyPrefix\": null}                                 | keyPrefix",
                "{\"keyPrefix\": \"Orion\"}                            | keyPrefix",
                "{\"keyPrefix\": \"a-prefix-of-more-than-thirty-ch\"}  | keyPrefix",
                "{\"draft\": \"yes\"}                                  | draft",
                "{\"colour\": \"red\"}                                 | colour",
            })
    void refusesAnInstantiationThatIsNone(String more, String field) {
        var team = team();
        var template = template(team, "{}");

        assertRefused(400, "invalid-request", field, () -> instantiate(team, template.id(), more));
        assertThat(taskKeys(team)).isEmpty();
    }

    @Test
    void refusesAGoalOrOwnerOfAnotherTeamAndAnUnknownTemplate() {
        var team = team();
        var template = template(team, "{}");
        var foreign = goal(team());

        assertRefused(
                422,
                "unknown-goal",
                "goalId",
                () -> instantiate(team, template.id(), "{\"goalId\": \"%s\"}".formatted(foreign.id())));
        assertRefused(
                422,
                "unknown-owner",
                "ownerId",
                () -> instantiate(team, template.id(), "{\"ownerId\": \"%s\"}".formatted(UUID.randomUUID())));
        assertRefused(404, "template-not-found", () -> instantiate(team, UUID.randomUUID(), "{}"));
        assertThat(taskKeys(team)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=version", "limit=0", "cursor=x", "teamId=x", "colour=red"})
    void refusesAQueryThatItDoesNotUnderstand(String query) {
        assertRefused(400, "invalid-request", query.split("=")[0], () -> admin().get(TEMPLATES + "?" + query));
    }
}
