package org.fengong.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.GOALS;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.TEMPLATES;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.testing.LocalStack;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;

/** Who changed what, when and why. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class ChangeHistoryTest {
    @Inject
    ChangeHistory history;

    @Test
    void tellsWhoChangedWhichFieldsOfATaskWhenAndWhy() {
        var team = team();
        var task = task(team);
        patch(team, task, "{\"importance\": 5, \"labels\": [\"press\"]}").then().statusCode(200);
        lead(team)
                .body("{\"reason\": \"Called off.\"}")
                .post(TASKS + "/{id}/cancel", task.id())
                .then()
                .statusCode(200);

        lead(team)
                .get(TASKS + "/{id}/history", task.id())
                .then()
                .statusCode(200)
                .body("items.action", contains("cancelled", "changed", "created"))
                .body("items.version", contains(3, 2, 1))
                .body("items[0].reason", equalTo("Called off."))
                .body("items[0].actor", equalTo(team.leadId().toString()))
                .body("items[0].at", notNullValue())
                .body("items[0].changes.field", containsInAnyOrder("status", "cancelReason"))
                .body("items[0].changes.find { it.field == 'status' }.before", equalTo("OPEN"))
                .body("items[0].changes.find { it.field == 'status' }.after", equalTo("CANCELLED"))
                .body("items[1].changes.field", containsInAnyOrder("importance", "labels[0]"))
                .body("items[1].changes.find { it.field == 'importance' }.before", equalTo("3"))
                .body("items[1].changes.find { it.field == 'importance' }.after", equalTo("5"))
                .body("items[1].changes.find { it.field == 'labels[0]' }.before", nullValue())
                .body("items[2].changes.field", hasItem("title"));
    }

    @Test
    void tellsOfWorkWithItsOwnActor() {
        var team = team();
        var task = task(team);
        var log = "{\"roleId\": \"%s\", \"memberId\": \"%s\", \"date\": \"2026-01-05\", \"minutes\": %d}";
        for (int minutes : new int[] {30, 60}) {
            lead(team)
                    .body(log.formatted(task.roleId(0), team.memberId(), minutes))
                    .post(TASKS + "/{id}/work-logs", task.id())
                    .then()
                    .statusCode(201);
        }

        lead(team)
                .queryParam("limit", 1)
                .get(TASKS + "/{id}/history", task.id())
                .then()
                .body("items.action", contains("worked-on"))
                .body("items[0].changes.field", contains("roles[0].loggedMinutes"))
                .body("items[0].changes.before", contains("30"))
                .body("items[0].changes.after", contains("90"))
                .body("next", notNullValue());
    }

    @Test
    void tellsOfGoalsAndTheirMeasurements() {
        var team = team();
        var goal = goal(team);
        lead(team)
                .body("{\"value\": 160, \"measuredOn\": \"2026-11-17\"}")
                .post(GOALS + "/{id}/key-results/{k}/measurements", goal.id(), goal.keyResultId(0))
                .then()
                .statusCode(200);

        member(team.memberId())
                .get(GOALS + "/{id}/history", goal.id())
                .then()
                .statusCode(200)
                .body("items.action", contains("measured", "created"))
                .body("items[0].changes.field", contains("keyResults[0].current", "keyResults[0].progress"))
                .body("items[0].changes.after", contains("160", "0.5"));
    }

    @Test
    void tellsOfTemplatesAndForgetsThoseThatAreDeleted() {
        var team = team();
        var answer = lead(team).body("""
                        {"teamId": "%s", "key": "press", "name": "Press release",
                         "tasks": [{"key": "text", "title": "Write", "importance": 4, "dueDays": 0,
                                    "roles": [{"name": "Author", "effortMinutes": 60}]}]}""".formatted(team.id())).post(TEMPLATES);
        answer.then().statusCode(201);
        var template = Thing.of(answer);
        var changed = lead(team)
                .contentType("application/merge-patch+json")
                .header("If-Match", template.etag())
                .body("{\"name\": \"News\"}")
                .patch(TEMPLATES + "/" + template.id());
        changed.then().statusCode(200);

        lead(team)
                .get(TEMPLATES + "/{id}/history", template.id())
                .then()
                .statusCode(200)
                .body("items.action", contains("changed", "created"))
                .body("items[0].changes.field", contains("name"))
                .body("items[0].changes.before", contains("Press release"));
        lead(team)
                .header("If-Match", changed.header("ETag"))
                .delete(TEMPLATES + "/" + template.id())
                .then()
                .statusCode(204);
        assertThat(history.of(template.id(), null, null).items()).isEmpty();
    }

    @Test
    void isNotThereForThoseOfAnotherTeam() {
        var team = team();
        var task = task(team);
        var goal = goal(team);
        var stranger = team();

        assertRefused(404, "task-not-found", () -> lead(stranger).get(TASKS + "/{id}/history", task.id()));
        assertRefused(404, "goal-not-found", () -> lead(stranger).get(GOALS + "/{id}/history", goal.id()));
    }

    @Test
    void forgetsOneThingAndNothingElse() {
        var team = team();
        var task = task(team);
        var other = task(team);

        QuarkusTransaction.requiringNew().run(() -> history.forget(task.id()));

        lead(team).get(TASKS + "/{id}/history", task.id()).then().body("items", empty());
        lead(team).get(TASKS + "/{id}/history", other.id()).then().body("items", hasSize(1));
        patch(team, task, "{\"importance\": 5}").then().statusCode(200);
        lead(team)
                .get(TASKS + "/{id}/history", task.id())
                .then()
                .body("items.version", contains(2))
                .body("items[0].changes", empty());
    }
}
