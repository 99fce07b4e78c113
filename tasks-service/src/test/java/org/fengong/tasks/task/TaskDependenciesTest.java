package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tasks wait for each other, but never in a circle. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskDependenciesTest {
    private static String on(Thing... tasks) {
        return "{\"dependsOn\": [%s]}"
                .formatted(Arrays.stream(tasks)
                        .map(t -> "{\"taskId\": \"%s\"}".formatted(t.id()))
                        .collect(Collectors.joining(",")));
    }

    private static Response depend(Team team, Thing task, Thing... others) {
        return patch(team, readTask(task), on(others));
    }

    @Test
    void waitsAWeekUnlessItIsSaidOtherwise() {
        var team = team();
        var first = task(team);
        var second = task(team);
        var third = task(team);

        patch(
                        team,
                        third,
                        "{\"dependsOn\": [{\"taskId\": \"%s\"}, {\"taskId\": \"%s\", \"lagWeeks\": 0}]}"
                                .formatted(first.id(), second.id()))
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body(
                        "dependsOn.taskId",
                        contains(first.id().toString(), second.id().toString()))
                .body("dependsOn.lagWeeks", contains(1, 0));

        var event = OutboxRows.of(third.id()).get(1);
        assertThat(event.data().get("dependsOn")).hasSize(2);
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void keepsWhatItWaitsForThroughOtherChangesAndLosesItWhenToldSo() {
        var team = team();
        var first = task(team);
        var second = task(team, on(first));

        patch(team, second, "{\"importance\": 5}")
                .then()
                .statusCode(200)
                .body("dependsOn.taskId", contains(first.id().toString()));
        patch(team, readTask(second), "{\"dependsOn\": null}")
                .then()
                .statusCode(200)
                .body("dependsOn", empty());
    }

    @Test
    void neverWaitsForItself() {
        var team = team();
        var task = task(team);

        assertRefused(422, "dependency-cycle", "dependsOn", () -> depend(team, task, task))
                .body("cycle", contains(task.key(), task.key()));
    }

    @Test
    void neverWaitsForATaskThatWaitsForIt() {
        var team = team();
        var first = task(team);
        var second = task(team, on(first));

        assertRefused(422, "dependency-cycle", "dependsOn", () -> depend(team, first, second))
                .body("cycle", contains(first.key(), second.key(), first.key()));
        readTask(first).answer().then().body("dependsOn", empty()).body("version", is(1));
    }

    @Test
    void namesTheTasksOfALongerCircleInTheirOrder() {
        var team = team();
        var bystander = task(team);
        var first = task(team, on(bystander));
        var second = task(team, on(bystander, first));
        var third = task(team, on(second));

        assertRefused(422, "dependency-cycle", "dependsOn", () -> depend(team, first, bystander, third))
                .body("cycle", contains(first.key(), third.key(), second.key(), first.key()))
                .body(
                        "detail",
                        equalTo(
                                "The tasks would wait for each other: %s → %s → %s → %s. Take one of these dependencies away."
                                        .formatted(first.key(), third.key(), second.key(), first.key())));
    }

    @Test
    void mayWaitForTheSameTaskInSeveralWays() {
        var team = team();
        var first = task(team);
        var left = task(team, on(first));
        var right = task(team, on(first));

        task(team, on(left, right, first)).answer().then().body("dependsOn.size()", is(3));
    }

    @RepeatedTest(5)
    void letsOneOfTwoChangesThroughThatWouldCloseACircleTogether() throws Exception {
        var team = team();
        var first = task(team);
        var second = task(team);

        var answers =
                Together.send(List.of(() -> patch(team, first, on(second)), () -> patch(team, second, on(first))));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        assertThat(OutboxRows.of(first.id()).size() + OutboxRows.of(second.id()).size())
                .isEqualTo(3);
    }

    @Test
    void leavesNoCircleHowEverManyChangeTogether() throws Exception {
        var team = team();
        var ring = IntStream.range(0, 6).mapToObj(i -> task(team)).toList();
        var requests = IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(i -> () -> patch(team, ring.get(i), on(ring.get((i + 1) % 6))))
                .toList();

        var answers = Together.send(requests);

        assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(5);
        assertThat(answers).filteredOn(a -> a.statusCode() == 422).hasSize(1);
    }

    @Test
    void refusesADependencyThatStandsThereTwice() {
        var team = team();
        var first = task(team);
        var second = task(team);

        assertRefused(422, "dependency-twice", "dependsOn[0].taskId", () -> depend(team, second, first, first));
    }

    @Test
    void refusesATaskThatNobodyKnowsAndOneOfATeamThatTheCallerDoesNotSee() {
        var team = team();
        var task = task(team);
        var foreign = task(team());
        var unknown = "{\"dependsOn\": [{\"taskId\": \"%s\"}]}".formatted(UUID.randomUUID());

        assertRefused(422, "unknown-task", "dependsOn[0].taskId", () -> patch(team, task, unknown));
        assertRefused(422, "unknown-task", "dependsOn[0].taskId", () -> patch(team, task, on(foreign)));
        assertRefused(
                        422,
                        "unknown-task",
                        "dependsOn[0].taskId",
                        () -> lead(team).body(taskBody(team, on(foreign))).post(TASKS))
                .header("Retry-After", equalTo("1"));
    }

    @Test
    void staysChangeableByItsLeadWhenItWaitsForATaskOfAnotherTeam() {
        var team = team();
        var foreign = task(team());
        var task = task(team);
        admin().contentType("application/merge-patch+json")
                .header("If-Match", task.etag())
                .body(on(foreign))
                .patch(TASKS + "/" + task.id())
                .then()
                .statusCode(200);

        patch(team, readTask(task), "{\"importance\": 5}")
                .then()
                .statusCode(200)
                .body("dependsOn.taskId", contains(foreign.id().toString()));
    }
}
