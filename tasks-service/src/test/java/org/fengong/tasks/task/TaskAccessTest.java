package org.fengong.tasks.task;

import static io.restassured.RestAssured.given;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;

/** Who may do what with a task. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskAccessTest {
    private static final String LOG =
            "{\"roleId\": \"%s\", \"memberId\": \"%s\", \"date\": \"2026-01-05\", \"minutes\": 30}";

    /** What members do who have a role. */
    private static List<Function<RequestSpecification, Response>> blocking(Thing task) {
        var path = TASKS + "/" + task.id();
        return List.of(
                r -> r.body("{\"reason\": \"No pictures.\"}").post(path + "/block"), r -> r.post(path + "/unblock"));
    }

    /** Everything that a token may try with a task that it has not to do with. */
    private static List<Function<RequestSpecification, Response>> everything(Team team, Thing task) {
        var path = TASKS + "/" + task.id();
        var role = path + "/roles/" + task.roleId(0);
        return List.of(
                r -> r.get(path),
                r -> r.get(path + "/work-logs"),
                r -> r.contentType("application/merge-patch+json")
                        .header("If-Match", task.etag())
                        .body("{\"importance\": 1}")
                        .patch(path),
                r -> r.post(path + "/open"),
                r -> r.post(path + "/complete"),
                r -> r.body("{\"reason\": \"Mine now.\"}").post(path + "/cancel"),
                r -> r.post(path + "/reopen"),
                r -> r.post(path + "/accept"),
                r -> r.body("{\"reason\": \"Mine now.\"}").post(path + "/return"),
                r -> r.post(role + "/complete"),
                r -> r.header("If-Match", task.etag())
                        .body("{\"estimateToCompleteMinutes\": 1}")
                        .put(role + "/estimate"),
                r -> r.body(LOG.formatted(task.roleId(0), team.memberId())).post(path + "/work-logs"));
    }

    @Test
    void isNotThereForThoseOfAnotherTeam() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.ASSIGNED, team);
        var stranger = team();

        for (var attempt : Stream.concat(everything(team, task).stream(), blocking(task).stream())
                .toList()) {
            assertRefused(404, "task-not-found", () -> attempt.apply(lead(stranger)));
            assertRefused(
                    404,
                    "task-not-found",
                    () -> attempt.apply(as(TestTokens.narrowedLead(team.leadId(), stranger.id()))));
            assertRefused(
                    404,
                    "task-not-found",
                    () -> attempt.apply(as(TestTokens.service()).header("Fengong-Actor", stranger.leadId())));
        }
        assertRefused(
                422,
                "unknown-team",
                "teamId",
                () -> lead(stranger).body(taskBody(team, "{}")).post(TASKS));
        readTask(task).answer().then().body("version", equalTo(task.answer().path("version")));
    }

    @Test
    void isReadByTheMembersAndCommandedByTheLead() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.ASSIGNED, team);
        // in the team, with the role of lead, but leads another one
        var colleague = TestTokens.lead(team.colleagueId());
        var attempts = everything(team, task);

        for (var read : attempts.subList(0, 2)) {
            read.apply(as(colleague)).then().statusCode(200);
            read.apply(as(TestTokens.viewer())).then().statusCode(200);
            read.apply(as(TestTokens.service())).then().statusCode(200);
        }
        for (var command : attempts.subList(2, attempts.size())) {
            assertRefused(403, "not-team-lead", () -> command.apply(as(colleague)));
            assertRefused(403, "not-team-lead", () -> command.apply(as(TestTokens.service())));
            assertRefused(403, "forbidden", () -> command.apply(as(TestTokens.viewer())));
        }
        assertRefused(
                403,
                "not-team-lead",
                () -> as(colleague).body(taskBody(team, "{}")).post(TASKS));
        readTask(task).answer().then().body("version", equalTo(task.answer().path("version")));
    }

    @Test
    void isChangedByNoMember() {
        var team = team();
        var task = task(team, "{\"ownerId\": \"%s\"}".formatted(team.memberId()));
        var owner = TestTokens.member(team.memberId());

        assertRefused(
                403, "forbidden", () -> as(owner).body(taskBody(team, "{}")).post(TASKS));
        assertRefused(
                403,
                "forbidden",
                () -> as(owner)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", task.etag())
                        .body("{\"importance\": 5}")
                        .patch(TASKS + "/" + task.id()));
        for (var command : List.of("open", "reopen")) {
            assertRefused(403, "forbidden", () -> as(owner).post(TASKS + "/{id}/{c}", task.id(), command));
        }
        assertRefused(
                403,
                "forbidden",
                () -> as(owner).body("{\"reason\": \"No.\"}").post(TASKS + "/{id}/cancel", task.id()));
    }

    @Test
    void obeysAdministratorsAndServicesThatActForTheLead() {
        var team = team();
        var task = task(team);

        as(TestTokens.service())
                .header("Fengong-Actor", team.leadId())
                .contentType("application/merge-patch+json")
                .header("If-Match", task.etag())
                .body("{\"importance\": 5}")
                .patch(TASKS + "/" + task.id())
                .then()
                .statusCode(200)
                .body("importance", is(5));
        admin().post(TASKS + "/{id}/complete", task.id()).then().statusCode(200);
    }

    @Test
    void obeysALeadWhoseTokenCoversTheTeam() {
        var team = team();
        var task = task(team);

        as(TestTokens.narrowedLead(team.leadId(), UUID.randomUUID(), team.id()))
                .post(TASKS + "/{id}/complete", task.id())
                .then()
                .statusCode(200);
    }

    @Test
    void isForNobodyWithoutAToken() {
        var team = team();
        var task = task(team);

        for (var attempt : everything(team, task)) {
            assertRefused(401, "unauthenticated", () -> attempt.apply(given().contentType(ContentType.JSON)));
        }
        member(UUID.randomUUID()).get(TASKS).then().statusCode(200).body("items.size()", is(0));
        assertRefused(404, "task-not-found", () -> patch(team(), task, "{\"importance\": 1}"));
    }
}
