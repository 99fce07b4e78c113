package org.fengong.tasks.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.department;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.skill;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.fengong.tasks.Company.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3: whose time the open tasks ask for. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class DemandResourceTest {
    private static final String DEMAND = "/api/v1/demand";

    /** Monday of week 1 to Sunday of week 2, far enough ahead to be in the future of every run. */
    private static final String TWO_WEEKS_OF_2040 = "\"earliestStart\": \"2040-01-02\", \"dueDate\": \"2040-01-15\"";

    @AfterEach
    void letTheClockBe() {
        TestClock.ahead(Duration.ZERO);
    }

    @Test
    void addsUpWhatTheOpenRolesAskFor() {
        var team = team();
        var writing = skill("content");
        var editing = skill("content");
        var sales = department();
        var goal = goal(team);
        task(team, """
                {%s, "importance": 5, "goalId": "%s", "roles": [
                 {"name": "Author", "effortMinutes": 601,
                  "skills": [{"skillId": "%s", "minLevel": 3, "mandatory": true},
                             {"skillId": "%s", "minLevel": 1, "mandatory": false}]},
                 {"name": "Reviewer", "effortMinutes": 100, "departmentId": "%s"}]}""".formatted(TWO_WEEKS_OF_2040, goal.id(), writing, editing, sales));

        lead(team)
                .queryParam("teamId", team.id())
                .queryParam("from", "2040-W01")
                .queryParam("weeks", 3)
                .get(DEMAND)
                .then()
                .statusCode(200)
                .body("teamId", equalTo(team.id().toString()))
                .body("from", equalTo("2040-W01"))
                .body("demand.total.week", contains("2040-W01", "2040-W02", "2040-W03"))
                .body("demand.total.minutes", contains(351, 350, 0))
                .body("demand.bySkill.of", containsInAnyOrder(writing.toString(), editing.toString()))
                .body("demand.bySkill[0].weeks.minutes", contains(301, 300, 0))
                .body("demand.bySkill[1].weeks.minutes", contains(301, 300, 0))
                .body("demand.byField.of", contains("content"))
                .body("demand.byField[0].weeks.minutes", contains(301, 300, 0))
                .body("demand.byDepartment.of", contains(sales.toString()))
                .body("demand.byDepartment[0].weeks.minutes", contains(50, 50, 0))
                .body("demand.byImportance.of", contains(5))
                .body("demand.byGoal.of", contains(goal.id().toString()));
    }

    @Test
    void leavesOutDraftsAndClosedTasksAndWhatIsDone() {
        var team = team();
        task(team, "{%s, \"draft\": true}".formatted(TWO_WEEKS_OF_2040));
        var cancelled = task(team, "{%s}".formatted(TWO_WEEKS_OF_2040));
        lead(team)
                .body("{\"reason\": \"Called off.\"}")
                .post(TASKS + "/{id}/cancel", cancelled.id())
                .then()
                .statusCode(200);
        var completed = task(team, "{%s}".formatted(TWO_WEEKS_OF_2040));
        lead(team).post(TASKS + "/{id}/complete", completed.id()).then().statusCode(200);
        var begun = task(team, "{%s}".formatted(TWO_WEEKS_OF_2040));
        lead(team)
                .post(TASKS + "/{id}/roles/{roleId}/complete", begun.id(), begun.roleId(0))
                .then()
                .statusCode(200);
        lead(team)
                .body("""
                        {"roleId": "%s", "memberId": "%s", "date": "2026-01-02", "minutes": 60}""".formatted(begun.roleId(1), team.memberId()))
                .post(TASKS + "/{id}/work-logs", begun.id())
                .then()
                .statusCode(201);

        lead(team)
                .queryParam("teamId", team.id())
                .queryParam("from", "2040-W01")
                .queryParam("weeks", 2)
                .get(DEMAND)
                .then()
                .body("demand.total.minutes", contains(120, 120));
    }

    @Test
    void startsWithTheCurrentWeekOfTheTeamAndShowsEight() {
        var team = team("Pacific/Kiritimati");
        task(team, "{\"dueDate\": \"2026-01-05\"}");
        TestClock.ahead(Duration.ofDays(21));
        var inThreeWeeks =
                Weeks.of(LocalDate.now(ZoneId.of("Pacific/Kiritimati")).plusDays(21));

        var answer = lead(team).queryParam("teamId", team.id()).get(DEMAND);

        answer.then()
                .statusCode(200)
                .body("demand.total", hasSize(8))
                .body("demand.total.minutes", contains(900, 0, 0, 0, 0, 0, 0, 0));
        assertThat(answer.<String>path("from"))
                .isIn(inThreeWeeks.toString(), inThreeWeeks.plusWeeks(1).toString());
    }

    @Test
    void takesUpToHalfAYear() {
        var team = team();

        lead(team)
                .queryParam("teamId", team.id())
                .queryParam("weeks", 26)
                .get(DEMAND)
                .then()
                .statusCode(200)
                .body("demand.total", hasSize(26))
                .body("demand.total.minutes", everyItem(is(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "weeks=0, weeks",
        "weeks=-1, weeks",
        "weeks=27, weeks",
        "weeks=500, weeks",
        "weeks=abc, weeks",
        "weeks=99999999999, weeks",
        "from=2026-W54, from",
        "from=2025-W53, from",
        "from=2026-12-01, from",
        "from=%2B999999999-W01, from",
        "until=2026-W50, until",
    })
    void refusesAPeriodThatMakesNoSense(String query, String field) {
        var team = team();

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> lead(team).urlEncodingEnabled(false).get(DEMAND + "?teamId=" + team.id() + "&" + query));
    }

    @Test
    void asksForATeam() {
        assertRefused(400, "invalid-request", "teamId", () -> admin().get(DEMAND));
        assertRefused(400, "invalid-request", "teamId", () -> admin().get(DEMAND + "?teamId=growth"));
    }

    @Test
    void isForTheEyesOfTheTeam() {
        var team = team();
        var path = DEMAND + "?teamId=" + team.id();

        member(team.memberId()).get(path).then().statusCode(200);
        as(TestTokens.viewer()).get(path).then().statusCode(200);
        assertRefused(404, "team-not-found", () -> lead(team()).get(path));
        assertRefused(404, "team-not-found", () -> admin().get(DEMAND + "?teamId=" + UUID.randomUUID()));
    }

    @Test
    void asksTheDatabaseAsOftenForManyTasksAsForOne() {
        var team = team();
        task(team);
        var forOne = queries(team);
        for (int i = 0; i < 10; i++) {
            task(team);
        }

        assertThat(queries(team)).isEqualTo(forOne);
    }

    private long queries(Team team) {
        return Statements.countedIn(() ->
                lead(team).queryParam("teamId", team.id()).get(DEMAND).then().statusCode(200));
    }
}
