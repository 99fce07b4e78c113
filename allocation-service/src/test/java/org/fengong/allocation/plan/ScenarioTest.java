package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.body;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be: plans that are compared and never published (S4, P5). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class ScenarioTest {
    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private Response ask(int weeks, String scenario) {
        return leadOf(team)
                .body(body(weeks, ", \"scenario\": " + scenario, team.teamId))
                .post(PLANS);
    }

    private UUID solved(int weeks, String scenario) {
        var plan = Planning.solved(ask(weeks, scenario));
        plan.then().body("status", is("DRAFT")).body("kind", is("SCENARIO"));
        return UUID.fromString(plan.path("id"));
    }

    private static String without(UUID member) {
        return "{\"withoutMembers\": [\"%s\"]}".formatted(member);
    }

    private String extraTask(int effortMinutes) {
        return """
                {"extraTasks": [{"title": "Fair stand", "importance": 5, "dueWeek": "%s",
                  "roles": [{"name": "Builder", "effortMinutes": %d, "skills": [{"skillId": "%s", "minLevel": 2}]}]}]}""".formatted(WEEK.plusWeeks(1), effortMinutes, team.skillId);
    }

    private Response compare(UUID plan, UUID with) {
        return leadOf(team).queryParam("with", with).get(PLANS + "/{id}/comparison", plan);
    }

    @Test
    void saysWhatWouldBeWithoutAMember() {
        var task = team.task(600, WEEK);
        var inForce = published(team, 2);
        var ben = team.member("Ben", 2);

        var scenario = solved(2, without(ann));

        Planning.read(scenario).then().body("scenario.withoutMembers", contains(ann.toString()));
        Planning.assignments(scenario)
                .then()
                .body("assigned.memberId", contains(ben.toString()))
                .body("assigned[0].alternatives", empty());
        compare(scenario, inForce)
                .then()
                .statusCode(200)
                .body("plan.kind", is("SCENARIO"))
                .body("with.kind", is("PLAN"))
                .body("roles[0].change", is("OTHER_MEMBER"))
                .body("roles[0].before.memberName", is("Ann"))
                .body("roles[0].after.memberName", is("Ben"));
        assignmentsOf(task).then().body("items.memberId", contains(ann.toString()));
    }

    @Test
    void givesRunningWorkOfAMissingMemberToOthers() {
        var task = team.task(600, WEEK);
        published(team, 2);
        team.logs(task, ann, 100);
        var ben = team.member("Ben", 2);

        Planning.assignments(solved(2, without(ann)))
                .then()
                .body("assigned.memberId", contains(ben.toString()))
                .body("assigned[0].fixed", is(false))
                .body("assigned[0].weeks.minutes.sum()", is(500));
    }

    @Test
    void saysWhatWouldBeWithFurtherTasks() {
        team.task(600, WEEK);
        var real = draft(team, 2);

        var scenario = solved(2, extraTask(900));

        Planning.read(scenario)
                .then()
                .body("assignedRoles", is(2))
                .body("scenario.extraTasks.title", contains("Fair stand"))
                .body("scenario.extraTasks.effortMinutes", contains(900));
        Planning.assignments(scenario)
                .then()
                .body("assigned.taskTitle", hasItem("Fair stand"))
                .body("assigned.find { it.taskTitle == 'Fair stand' }.roleName", is("Builder"))
                .body("assigned.find { it.taskTitle == 'Fair stand' }.skills[0].name", is("Copywriting"))
                .body("assigned.find { it.taskTitle == 'Fair stand' }.weeks.minutes.sum()", is(900));
        compare(scenario, real)
                .then()
                .body("counts.added", is(1))
                .body("roles[0].taskTitle", is("Fair stand"))
                .body("roles[0].after.minutes", is(900));
        // what was supposed is nowhere else
        Planning.read(draft(team, 2)).then().body("assignedRoles", is(1)).body("scenario", nullValue());
    }

    @Test
    void saysWhoWouldLackForTheFurtherTask() {
        Planning.assignments(solved(1, extraTask(5000)))
                .then()
                .body("unassigned.taskTitle", contains("Fair stand"))
                .body("unassigned[0].reason", is("NO_CAPACITY_BEFORE_HORIZON_END"));
    }

    private static String effort(UUID role, int minutes) {
        return "{\"roleId\": \"%s\", \"remainingMinutes\": %d}".formatted(role, minutes);
    }

    private static String efforts(String... efforts) {
        return "{\"efforts\": [%s]}".formatted(String.join(", ", efforts));
    }

    @Test
    void saysWhatWouldBeWithOtherEfforts() {
        var flyer = team.task(600, WEEK);
        var blog = team.task(600, WEEK);
        published(team, 2);
        team.logs(flyer, ann, 100);
        var real = draft(team, 2);

        var scenario = solved(2, efforts(effort(team.roleOf(flyer), 900), effort(team.roleOf(blog), 0)));

        Planning.read(scenario).then().body("scenario.efforts.remainingMinutes", contains(900, 0));
        Planning.assignments(scenario)
                .then()
                .body("assigned.roleId", contains(team.roleOf(flyer).toString()))
                .body("assigned[0].weeks.minutes.sum()", is(900));
        compare(scenario, real)
                .then()
                .statusCode(200)
                .body("members.find { it.memberId == '%s' }.differenceMinutes".formatted(ann), is(900 - 1100));
        // what was supposed is nowhere else
        Planning.assignments(draft(team, 2)).then().body("assigned.weeks.minutes.flatten().sum()", is(1100));
    }

    @Test
    void supposesTheEffortOfAKnownRoleOnce() {
        var role = team.roleOf(team.task(600, WEEK));
        var strangers = KnownFacts.ofTeam();
        var others = strangers.roleOf(strangers.task(600, WEEK));

        assertRefused(422, "unknown-role", "scenario.efforts[0].roleId", () -> ask(1, efforts(effort(others, 60))));
        assertRefused(
                422,
                "role-twice",
                "scenario.efforts[1].roleId",
                () -> ask(1, efforts(effort(role, 60), effort(role, 90))));
    }

    @Test
    void isAnotherPolicyOrHorizonWithoutAnythingSupposed() {
        team.task(600, WEEK);
        var real = draft(team, 2);

        var scenario = Planning.solved(leadOf(team)
                .body(body(3, ", \"policyKey\": \"keep-stable\", \"scenario\": {}", team.teamId))
                .post(PLANS));

        scenario.then().body("kind", is("SCENARIO")).body("policyKey", is("keep-stable"));
        compare(UUID.fromString(scenario.path("id")), real)
                .then()
                .body("samePolicy", is(false))
                .body("plan.weeks", is(3))
                .body("with.weeks", is(2));
    }

    @Test
    void isNeitherPublishedNorTold() {
        team.task(600, WEEK);
        var scenario = solved(1, "{}");

        assertRefused(409, "plan-is-scenario", () -> publish(team, scenario));

        Planning.read(scenario).then().body("status", is("DRAFT")).body("solvedAt", notNullValue());
        assertThat(OutboxRows.of(scenario)).isEmpty();
        leadOf(team).post(PLANS + "/{id}/cancel", scenario).then().statusCode(200);
    }

    @Test
    void listsScenariosAndPlansApart() {
        var real = draft(team, 1);
        var scenario = solved(1, "{}");

        for (var one : List.of(List.of("PLAN", real), List.of("SCENARIO", scenario))) {
            leadOf(team)
                    .queryParam("kind", one.get(0))
                    .get(PLANS)
                    .then()
                    .body("items.id", contains(one.get(1).toString()));
        }
        leadOf(team).get(PLANS).then().body("items", hasSize(2));
        assertRefused(
                400,
                "invalid-request",
                "kind",
                () -> leadOf(team).queryParam("kind", "DREAM").get(PLANS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"withoutMembers\": [null]} | scenario.withoutMembers[0]",
                "{\"withoutMembers\": [\"Ann\"]} | scenario.withoutMembers[0]",
                "{\"without\": []} | scenario.without",
                "{\"extraTasks\": [null]} | scenario.extraTasks[0]",
                "{\"efforts\": [null]} | scenario.efforts[0]",
                "{\"efforts\": [{\"remainingMinutes\": 60}]} | scenario.efforts[0].roleId",
                "{\"efforts\": [{\"roleId\": \"$\"}]} | scenario.efforts[0].remainingMinutes",
                "{\"efforts\": [{\"roleId\": \"$\", \"remainingMinutes\": -1}]} | scenario.efforts[0].remainingMinutes",
                "{\"efforts\": [{\"roleId\": \"$\", \"remainingMinutes\": 120001}]} | scenario.efforts[0].remainingMinutes",
                "{\"extraTasks\": [{\"title\": \" \", \"importance\": 3, \"dueWeek\": \"2026-W49\", \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1}]}]} | scenario.extraTasks[0].title",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 6, \"dueWeek\": \"2026-W49\", \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1}]}]} | scenario.extraTasks[0].importance",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1}]}]} | scenario.extraTasks[0].dueWeek",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"dueWeek\": \"2026-W49\", \"roles\": []}]} | scenario.extraTasks[0].roles",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"dueWeek\": \"2026-W49\", \"roles\": [{\"name\": \"A\", \"effortMinutes\": 0}]}]} | scenario.extraTasks[0].roles[0].effortMinutes",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"dueWeek\": \"2026-W49\", \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1, \"skills\": [{\"skillId\": \"$\", \"minLevel\": 6}]}]}]} | scenario.extraTasks[0].roles[0].skills[0].minLevel",
                "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"dueWeek\": \"2026-W49\", \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1, \"skills\": [{\"minLevel\": 2}]}]}]} | scenario.extraTasks[0].roles[0].skills[0].skillId"
            })
    void namesTheFieldThatIsWrong(String scenario, String field) {
        assertRefused(400, "invalid-request", field, () -> ask(1, scenario.replace("$", team.skillId.toString())));
    }

    @Test
    void refusesWhatIsNotKnown() {
        var stranger = KnownFacts.ofTeam().member("Zoe", 3);
        var extra = "{\"extraTasks\": [{\"title\": \"T\", \"importance\": 3, \"dueWeek\": \"2026-W49\","
                + " \"roles\": [{\"name\": \"A\", \"effortMinutes\": 1%s}]}]}";
        var role = "scenario.extraTasks[0].roles[0]";

        assertRefused(422, "unknown-member", "scenario.withoutMembers[0]", () -> ask(1, without(stranger)));
        assertRefused(
                422,
                "unknown-skill",
                role + ".skills[0].skillId",
                () -> ask(
                        1,
                        extra.formatted(", \"skills\": [{\"skillId\": \"%s\", \"minLevel\": 1}]"
                                .formatted(UUID.randomUUID()))));
        assertRefused(
                422,
                "unknown-department",
                role + ".departmentId",
                () -> ask(1, extra.formatted(", \"departmentId\": \"%s\"".formatted(UUID.randomUUID()))));
        var skill = "{\"skillId\": \"%s\", \"minLevel\": 1}".formatted(team.skillId);
        assertRefused(
                422,
                "skill-twice",
                role + ".skills[1].skillId",
                () -> ask(1, extra.formatted(", \"skills\": [%s, %s]".formatted(skill, skill))));
    }

    @Test
    void refusesMoreThanAScenarioMaySuppose() {
        var member = "\"" + ann + "\"";

        assertRefused(
                400,
                "invalid-request",
                "scenario.withoutMembers",
                () -> ask(1, "{\"withoutMembers\": [%s]}".formatted((member + ", ").repeat(100) + member)));
    }

    @Test
    void isAskedForByTheLeadAlone() {
        var request = body(1, ", \"scenario\": {}", team.teamId);

        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.lead(ann)).body(request).post(PLANS));
        assertRefused(
                403, "forbidden", () -> as(TestTokens.member(ann)).body(request).post(PLANS));
        var id = solved(1, "{}");
        as(TestTokens.member(ann)).get(PLANS + "/{id}", id).then().statusCode(200);
        assertRefused(
                404,
                "plan-not-found",
                () -> as(TestTokens.member(UUID.randomUUID())).get(PLANS + "/{id}", id));
    }
}
