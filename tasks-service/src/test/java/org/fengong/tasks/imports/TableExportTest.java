package org.fengong.tasks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.GOALS;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.department;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.skill;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.fengong.tasks.imports.Importing.XLSX;
import static org.fengong.tasks.imports.Importing.over;
import static org.fengong.tasks.imports.Importing.refused;
import static org.fengong.tasks.imports.Importing.start;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.tasks.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TableExportTest {
    private Company.Team team;
    private String teamKey;

    @BeforeEach
    void scene() {
        teamKey = newKey();
        team = team("Europe/Lisbon", teamKey);
    }

    private Response export(String path, String format) {
        var answer = lead(team)
                .queryParam("teamId", team.id())
                .queryParam("format", format)
                .get(path + "/export");
        answer.then().statusCode(200);
        return answer;
    }

    private void manifoldTasks() {
        var skill = skill("content");
        var department = department();
        var goal = goal(team);
        // the one that waits has the key that comes first
        var first = task(team, "{\"key\": \"z-brief\"}");
        task(team, """
                {"key": "a-blog", "title": "=1+1 行銷企劃", "description": "- \\"quoted\\", 中文; x\\r\\nsecond\\n\\tthird",
                 "goalId": "%s", "keyResultId": "%s", "contributionWeight": 0.50, "earliestStart": "2040-01-02",
                 "together": true, "allowSameMember": true, "draft": true, "ownerId": "%s",
                 "campaign": "Spring 2040", "labels": ["Blog", "行銷, 內容; \\\\x"],
                 "dependsOn": [{"taskId": "%s", "lagWeeks": 3}],
                 "roles": [{"name": "@Author", "effortMinutes": 600, "departmentId": "%s", "spanWeeks": 2,
                            "skills": [{"skillId": "%s", "minLevel": 3, "mandatory": false, "weight": 4}]},
                           {"name": "Twin", "effortMinutes": 60}, {"name": "Twin", "effortMinutes": 60}]}""".formatted(goal.id(), goal.keyResultId(1), team.memberId(), first.id(), department, skill));
        var done = task(team, "{\"key\": \"done\"}");
        lead(team).post(TASKS + "/" + done.id() + "/complete").then().statusCode(200);
        var other = task(team, "{\"key\": \"cancelled\", \"description\": \"'=2\"}");
        lead(team)
                .body("{\"reason\": \"No.\"}")
                .post(TASKS + "/" + other.id() + "/cancel")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv,9", "xlsx," + XLSX + ",9"})
    void exportedTasksAreImportedUnchanged(String format, String mediaType, int rows) {
        manifoldTasks();
        var exported = export(TASKS, format);
        assertThat(exported.contentType()).startsWith(mediaType);
        assertThat(exported.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"tasks-%s.%s\"".formatted(teamKey, format));
        var events = OutboxRows.count();

        var imported = over(start(lead(team), "tasks", mediaType, exported.asByteArray()));

        assertThat(refused(imported)).isEmpty();
        imported.then().body("status", is("COMPLETED")).body("rows", is(rows)).body("unchanged", is(rows));
        assertThat(OutboxRows.count()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv", "xlsx," + XLSX})
    void exportedGoalsAreImportedUnchanged(String format, String mediaType) {
        var goal = goal(team);
        patch(team, goal, """
                        {"title": "+20 % 註冊, \\"all\\"", "weight": 30,
                         "keyResults": [{"title": "One", "unit": "pcs", "baseline": 0, "target": 1, "weight": 70},
                                        {"title": "Two", "unit": "pcs", "baseline": 0, "target": 2}]}""").then().statusCode(200);
        lead(team).body(Company.goalBody(team, "{\"keyResults\": []}")).post(GOALS);
        var exported = export(GOALS, format);

        var imported = over(start(lead(team), "goals", mediaType, exported.asByteArray()));

        assertThat(refused(imported)).isEmpty();
        imported.then().body("status", is("COMPLETED")).body("unchanged", is(3));
    }

    @Test
    void anotherTeamCanTakeWhatWasExported() {
        var brief = task(team, "{\"key\": \"z-brief\"}");
        task(team, "{\"key\": \"a-blog\", \"dependsOn\": [{\"taskId\": \"%s\"}]}".formatted(brief.id()));
        var otherKey = newKey();
        var other = team("Europe/Lisbon", otherKey);
        var csv = new String(export(TASKS, "csv").asByteArray(), StandardCharsets.UTF_8)
                .replace(teamKey, otherKey)
                .replace(team.leadId().toString(), "");

        var imported = over(start(lead(other), "tasks", csv));

        assertThat(refused(imported)).isEmpty();
        imported.then().body("created", is(4));
        admin().queryParam("teamId", other.id())
                .queryParam("sort", "key")
                .get(TASKS)
                .then()
                .body("items.key", contains("a-blog", "z-brief"));
    }

    @Test
    void goalsAreMadeChangedAndRefused() {
        var csv = "team,key,title,from,to,weight,keyResult,unit,baseline,target\n"
                + teamKey + ",more,More sign-ups,2026-10-01,2026-12-31,40,Sign-ups,a week,120,200.5\n"
                + teamKey + ",more,,,,,Cost,EUR,-1,20\n"
                + teamKey + ",bare,Bare,2026-10-01,2026-12-31,,,,,\n";
        over(start(lead(team), "goals", csv)).then().body("created", is(3));
        var goal = admin().queryParam("teamId", team.id())
                .queryParam("key", "more")
                .get(GOALS);
        goal.then()
                .body("items[0].weight", is(40))
                .body("items[0].keyResults.title", contains("Sign-ups", "Cost"))
                .body("items[0].keyResults.baseline", contains(120, -1));
        var task = task(team, "{\"goalId\": \"%s\"}".formatted(goal.<String>path("items[0].id")));

        over(start(lead(team), "goals", csv.replace(",40,", ",50,")))
                .then()
                .body("updated", is(2))
                .body("unchanged", is(1));

        Company.readTask(task).answer().then().body("priority.goalPoints", is(50));
        var events = OutboxRows.of(java.util.UUID.fromString(goal.path("items[0].id")));
        assertThat(events)
                .extracting(OutboxRows.Row::type)
                .containsExactly("fengong.tasks.goal-created.v1", "fengong.tasks.goal-changed.v1");
        var wrong = over(start(lead(team), "goals", csv.replace("2026-12-31", "2026-09-30")));
        assertThat(refused(wrong)).extracting(r -> r.get("row")).isEqualTo(List.of(2, 3, 4));
        wrong.then().body("status", is("REFUSED"));
        var heavy = over(start(
                lead(team),
                "goals",
                "team,key,keyResult,keyResultWeight\n%s,more,Sign-ups,70\n%s,more,Cost,101\n"
                        .formatted(teamKey, teamKey)));
        assertThat(refused(heavy).get(1).get("violations").toString()).contains("field=keyResultWeight");
    }

    @Test
    void exportsToReadersOfTheTeamAlone() {
        assertRefused(
                404,
                "team-not-found",
                () -> lead(team()).queryParam("teamId", team.id()).get(TASKS + "/export"));
        assertRefused(
                404,
                "team-not-found",
                () -> lead(team()).queryParam("teamId", team.id()).get(GOALS + "/export"));
        assertRefused(
                400,
                "invalid-request",
                "format",
                () -> lead(team)
                        .queryParam("teamId", team.id())
                        .queryParam("format", "pdf")
                        .get(TASKS + "/export"));
    }
}
