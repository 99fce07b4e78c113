package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readGoal;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The priority of a task shows its parts and orders lists. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskPriorityTest {
    @AfterEach
    void resetClock() {
        TestClock.ahead(Duration.ZERO);
    }

    private static String on(Thing... tasks) {
        return "{\"dependsOn\": [%s]}"
                .formatted(String.join(
                        ",",
                        java.util.Arrays.stream(tasks)
                                .map(t -> "{\"taskId\": \"%s\"}".formatted(t.id()))
                                .toList()));
    }

    private static int waiting(Thing task) {
        return readTask(task).answer().path("priority.waitingTasks");
    }

    private static Response page(Team team, String cursor) {
        var request = lead(team)
                .queryParam("teamId", team.id())
                .queryParam("sort", "-priority")
                .queryParam("limit", 3);
        var answer = (cursor == null ? request : request.queryParam("cursor", cursor)).get(TASKS);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response command(Team team, Thing task, String command) {
        return lead(team).body("{\"reason\": \"So it is.\"}").post(TASKS + "/" + task.id() + "/" + command);
    }

    @Test
    void showsItsPartsInTheAnswerAndInTheList() {
        var team = team();
        var goal = goal(team);
        var task = task(team, "{\"importance\": 4, \"goalId\": \"%s\"}".formatted(goal.id()));
        task(team, on(task));

        readTask(task)
                .answer()
                .then()
                .body("priority.importancePoints", is(80))
                .body("priority.goalPoints", is(10))
                .body("priority.waitingTasks", is(1))
                .body("priority.waitingPoints", is(10))
                .body("priority.duePoints", lessThan(0));
        var points = readTask(task).answer().<Integer>path("priority.duePoints");
        lead(team)
                .queryParam("teamId", team.id())
                .queryParam("key", task.key())
                .get(TASKS)
                .then()
                .body("items[0].priority.value", is(100 + points));
    }

    @Test
    void keepsItsOrderOverTheDaysSoThatPagesFitTogether() {
        var team = team();
        for (int i = 0; i < 8; i++) {
            task(team, "{\"importance\": %d, \"dueDate\": \"2040-06-%02d\"}".formatted(1 + i % 5, 1 + 17 * i % 30));
        }
        var values = new ArrayList<Integer>();
        var keys = new ArrayList<String>();
        String cursor = null;
        int days = 0;
        do {
            TestClock.ahead(Duration.ofDays(days));
            var page = page(team, cursor);
            keys.addAll(page.path("items.key"));
            var ahead = days;
            page.<List<Integer>>path("items.priority.value").forEach(value -> values.add(value - ahead));
            cursor = page.path("next");
            days += 40;
        } while (cursor != null);

        assertThat(keys).hasSize(8).doesNotHaveDuplicates();
        assertThat(values).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void countsWhatWaitsAsLongAsItIsOpen() {
        var team = team();
        var task = task(team);
        var other = task(team);
        var waiting = task(team, on(task));
        assertThat(waiting(task)).isEqualTo(1);

        patch(team, waiting, on(other)).then().statusCode(200);
        assertThat(List.of(waiting(task), waiting(other))).containsExactly(0, 1);
        patch(team, readTask(waiting), on(task, other)).then().statusCode(200);
        assertThat(List.of(waiting(task), waiting(other))).containsExactly(1, 1);
        command(team, waiting, "cancel").then().statusCode(200);
        assertThat(List.of(waiting(task), waiting(other))).containsExactly(0, 0);
        command(team, waiting, "reopen").then().statusCode(200);
        assertThat(List.of(waiting(task), waiting(other))).containsExactly(1, 1);
        command(team, waiting, "complete").then().statusCode(200);

        assertThat(List.of(waiting(task), waiting(other))).containsExactly(0, 0);
        assertThat(OutboxRows.of(task.id())).hasSize(1);
        readTask(task).answer().then().body("version", is(1));
    }

    @Test
    void countsWhatIsReturnedAgain() {
        var team = team();
        var task = task(team);
        var waiting = task(team, "{\"ownerId\": \"%s\", %s".formatted(team.memberId(), on(task).substring(1)));
        command(team, waiting, "complete").then().statusCode(200);
        assertThat(waiting(task)).isZero();

        command(team, waiting, "return").then().statusCode(200);

        assertThat(waiting(task)).isEqualTo(1);
    }

    @Test
    void followsTheWeightOfItsGoal() {
        var team = team();
        var goal = goal(team);
        var task = task(team, "{\"goalId\": \"%s\"}".formatted(goal.id()));

        patch(team, goal, "{\"weight\": 70}").then().statusCode(200);
        readTask(task).answer().then().body("priority.goalPoints", is(70)).body("version", is(1));
        patch(team, readTask(task), "{\"importance\": 1}").then().body("priority.goalPoints", is(70));
        patch(team, readTask(task), "{\"goalId\": null}").then().body("priority.goalPoints", is(0));
        patch(team, readTask(task), "{\"goalId\": \"%s\"}".formatted(goal.id()))
                .then()
                .body("priority.goalPoints", is(70));
    }

    @RepeatedTest(3)
    void countsEachOfManyThatComeAndGoTogether() throws Exception {
        var team = team();
        var first = task(team);
        var second = task(team, on(first));
        var open = IntStream.range(0, 4)
                .mapToObj(i -> task(team, on(second, first)))
                .toList();
        var requests = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 4; i++) {
            var closing = open.get(i);
            requests.add(() -> command(team, closing, "complete"));
            requests.add(
                    () -> lead(team).body(taskBody(team, on(first, second))).post(TASKS));
        }
        requests.add(() -> command(team, second, "cancel"));

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).allMatch(status -> status < 300);
        assertThat(List.of(waiting(first), waiting(second))).containsExactly(4, 4);
    }

    @RepeatedTest(3)
    void knowsTheWeightOfTheGoalThatIsWeighedWhileTasksJoinIt() throws Exception {
        var team = team();
        var goal = goal(team);
        var joining = "{\"goalId\": \"%s\"}".formatted(goal.id());
        var later = task(team);
        var requests = new ArrayList<Callable<Response>>();
        requests.add(() -> patch(team, readGoal(goal), "{\"weight\": 90}"));
        requests.add(() -> patch(team, later, joining));
        for (int i = 0; i < 3; i++) {
            requests.add(() -> lead(team).body(taskBody(team, joining)).post(TASKS));
        }

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).allMatch(status -> status < 300);
        assertThat(lead(team)
                        .queryParam("goalId", goal.id())
                        .get(TASKS)
                        .<List<Integer>>path("items.priority.goalPoints"))
                .hasSize(4)
                .containsOnly(90);
    }
}
