package org.fengong.tasks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.department;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.skill;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.fengong.tasks.imports.Importing.IMPORTS;
import static org.fengong.tasks.imports.Importing.XLSX;
import static org.fengong.tasks.imports.Importing.over;
import static org.fengong.tasks.imports.Importing.refused;
import static org.fengong.tasks.imports.Importing.start;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.tasks.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskImportTest {
    private static final String HEADER = "team,key,title,importance,dueDate,role,effortMinutes,skills\n";

    private Company.Team team;
    private String teamKey;
    private String skillKey;

    @BeforeEach
    void scene() {
        teamKey = newKey();
        team = team("Europe/Lisbon", teamKey);
        skillKey = newKey();
        skill(skillKey, "content");
    }

    private String row(String key, String more) {
        return "%s,%s,Write %s,3,2040-06-29,Author,600,%s\n".formatted(teamKey, key, key, more);
    }

    private Response tasksOfTeam() {
        return admin().queryParam("teamId", team.id()).queryParam("limit", 100).get(TASKS);
    }

    private Response read(String key) {
        UUID id = UUID.fromString(admin().queryParam("teamId", team.id())
                .queryParam("key", key)
                .get(TASKS)
                .path("items[0].id"));
        return admin().get(TASKS + "/" + id);
    }

    private static void assertCounts(
            Response imported, String status, int created, int updated, int unchanged, int refused) {
        imported.then()
                .body("status", is(status))
                .body("created", is(created))
                .body("updated", is(updated))
                .body("unchanged", is(unchanged))
                .body("refused", is(refused))
                .body("finishedAt", notNullValue());
    }

    @Test
    void makesTasksOfRowsAndTellsOfEach() {
        var departmentKey = newKey();
        var department = department(departmentKey);
        var goal = goal(team);
        var csv = "team,key,title,description,goal,keyResult,contributionWeight,importance,earliestStart,dueDate,"
                + "together,draft,dependsOn,role,effortMinutes,department,spanWeeks,skills,campaign,labels\n"
                + "%1$s,brief,撰寫簡報,\"a, \"\"b\"\"\n- c\",%2$s,Cost of one,0.50,4,2040-06-01,2040-06-29,true,,,Author,600,%3$s,2,%4$s:3,Spring, Blog ;行銷;\n"
                        .formatted(teamKey, goal.key(), departmentKey, skillKey)
                + "%1$s,brief,,,,,,,,,,,,Editor,300,,,%4$s:2?*3,,\n".formatted(teamKey, "", "", skillKey)
                + "%s,blog,Blog,,,,,3,,2040-07-29,,TRUE,brief:0,Author,60,,,,,\n".formatted(teamKey);

        var imported = over(start(lead(team), "tasks", csv));

        assertCounts(imported, "COMPLETED", 3, 0, 0, 0);
        var brief = read("brief");
        brief.then()
                .body("title", is("撰寫簡報"))
                .body("description", is("a, \"b\"\n- c"))
                .body("campaign", is("Spring"))
                .body("labels", contains("Blog", "行銷"))
                .body("ownerId", is(team.leadId().toString()))
                .body("goalId", is(goal.id().toString()))
                .body("keyResultId", is(goal.keyResultId(1).toString()))
                .body("contributionWeight", equalTo(0.5f))
                .body("status", is("OPEN"))
                .body("together", is(true))
                .body("roles.name", contains("Author", "Editor"))
                .body("roles[0].departmentId", is(department.toString()))
                .body("roles[0].spanWeeks", is(2))
                .body("roles[0].skills[0].mandatory", is(true))
                .body("roles[1].skills[0].minLevel", is(2))
                .body("roles[1].skills[0].mandatory", is(false))
                .body("roles[1].skills[0].weight", is(3))
                .body("priority.goalPoints", is(10))
                .body("priority.waitingTasks", is(1));
        read("blog").then().body("status", is("DRAFT")).body("dependsOn[0].lagWeeks", is(0));
        var events = OutboxRows.of(UUID.fromString(brief.path("id")));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).type()).isEqualTo("fengong.tasks.task-created.v1");
        assertThat(events.get(0).data().get("actor").asText())
                .isEqualTo(team.leadId().toString());
        EventContracts.assertFits(events.get(0).type(), events.get(0).data());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var csv = HEADER + row("a", skillKey + ":3") + row("b", "");
        over(start(lead(team), "tasks", csv));
        var events = OutboxRows.count();

        var again = over(start(lead(team), "tasks", csv));

        assertCounts(again, "COMPLETED", 0, 0, 2, 0);
        assertThat(OutboxRows.count()).isEqualTo(events);
        read("a").then().body("version", is(1));
    }

    @Test
    void changesWhatTheFileSaysAndLeavesTheRest() {
        over(start(lead(team), "tasks", HEADER + row("a", skillKey + ":3") + row("b", "")));
        var before = read("a");

        var changed = over(start(
                lead(team), "tasks", "team,key,dueDate\n%1$s,a,2040-12-24\n%1$s,b,2040-06-29\n".formatted(teamKey)));

        assertCounts(changed, "COMPLETED", 0, 1, 1, 0);
        var after = read("a");
        after.then()
                .body("dueDate", is("2040-12-24"))
                .body("title", is("Write a"))
                .body("version", is(2))
                .body("roles", equalTo(before.path("roles")));
        var events = OutboxRows.of(UUID.fromString(after.path("id")));
        assertThat(events).extracting(OutboxRows.Row::type).last().isEqualTo("fengong.tasks.task-changed.v1");
        assertThat(events.get(1).data().get("version").asInt()).isEqualTo(2);
    }

    @Test
    void rolesThatKeepTheirNameKeepTheirWork() {
        var task = task(team, "{\"key\": \"a\"}");
        var csv = "team,key,role,effortMinutes\n%1$s,a,Editor,300\n%1$s,a,Proof-reader,60\n".formatted(teamKey);

        var imported = over(start(lead(team), "tasks", csv));

        assertCounts(imported, "COMPLETED", 0, 2, 0, 0);
        read("a")
                .then()
                .body("roles.name", contains("Editor", "Proof-reader"))
                .body("roles[0].roleId", is(task.roleId(1).toString()));
    }

    @Test
    void oneBadRowOfTenThousandKeepsAllFromBeingStored() {
        var csv = HEADER
                + IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i -> row("t-" + i, i == 7_777 ? "no-such-skill:3" : skillKey + ":3"))
                        .collect(Collectors.joining());
        var events = OutboxRows.count();

        var imported = over(start(lead(team), "tasks", csv));

        assertCounts(imported, "REFUSED", 9_999, 0, 0, 1);
        imported.then().body("rows", is(10_000)).body("rowsDone", is(10_000));
        var refused = refused(imported);
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0))
                .containsEntry("row", 7_778)
                .containsEntry("key", teamKey + "/t-7777")
                .hasToString(refused.get(0).toString());
        assertThat(refused.get(0).get("violations").toString())
                .contains("field=skills")
                .contains("unknown skill no-such-skill");
        tasksOfTeam().then().body("items", hasSize(0));
        assertThat(OutboxRows.count()).isEqualTo(events);
    }

    @Test
    void storesTheGoodRowsWhenAskedTo() {
        var csv = HEADER + row("a", "") + row("b", "no-such-skill:3") + row("c", "");

        var imported = over(start(lead(team), "tasks", csv, "mode", "VALID_ROWS"));

        assertCounts(imported, "COMPLETED", 2, 0, 0, 1);
        tasksOfTeam().then().body("items.key", hasItems("a", "c")).body("items", hasSize(2));
    }

    @Test
    void aDryRunStoresNothing() {
        var csv = HEADER + row("a", "") + row("b", "no-such-skill:3");

        var imported = over(start(lead(team), "tasks", csv, "dryRun", "true", "mode", "VALID_ROWS"));

        assertCounts(imported, "COMPLETED", 1, 0, 0, 1);
        tasksOfTeam().then().body("items", hasSize(0));
    }

    @Test
    void answersEachBadRowWithItsColumn() {
        var stranger = newKey();
        team("Europe/Lisbon", stranger);
        var csv =
                "team,key,title,importance,dueDate,earliestStart,role,effortMinutes,department,skills,owner,goal,dependsOn\n"
                        + teamKey + ",a,A,9,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",b,B,many,2040-13-29,,Author,600,,,,,\n"
                        + teamKey + ",c,C,3,2040-06-29,2040-07-29,Author,600,,,,,\n"
                        + teamKey + ",d,D,3,2040-06-29,,Author,0,nowhere,writing,someone,no-goal,later\n"
                        + stranger + ",e,E,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",,F,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",g,G,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",later,H,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",g,G,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",i,I,3,2040-06-29,,Author,600,,,,,\n"
                        + teamKey + ",i,J,3,2040-06-29,,Editor,0,,,,,\n";

        var imported = over(start(lead(team), "tasks", csv));

        var fields = refused(imported).stream()
                .collect(Collectors.toMap(
                        r -> (Integer) r.get("row"),
                        r -> ((java.util.List<?>) r.get("violations"))
                                .stream()
                                        .map(v -> ((java.util.Map<?, ?>) v)
                                                .get("field")
                                                .toString())
                                        .sorted()
                                        .toList()));
        assertThat(fields.get(2)).containsExactly("importance");
        assertThat(fields.get(3)).containsExactly("dueDate", "importance");
        assertThat(fields.get(4)).containsExactly("dueDate");
        assertThat(fields.get(5)).containsExactly("department", "dependsOn", "goal", "owner", "skills");
        assertThat(fields.get(6)).as("a team that the lead does not lead").containsExactly("team");
        assertThat(fields.get(7)).containsExactly("key");
        assertThat(fields.get(10)).as("the same key again").containsExactly("key");
        assertThat(fields.get(12)).containsExactly("title");
        assertThat(fields.get(11)).as("another row of the task is wrong").isEmpty();
        assertThat(fields).hasSize(9);
    }

    @Test
    void refusesAFileWhoseColumnsAreWrong() {
        assertRefused(
                        400,
                        "unreadable-table",
                        "rows[1].colour",
                        () -> start(lead(team), "tasks", "team,key,colour\nx,y,z\n"))
                .body("row", is(1))
                .body("column", is("colour"))
                .body("detail", startsWith("The file cannot be read at row 1, column colour: unknown column"));
        assertRefused(400, "unreadable-table", "rows[1].key", () -> start(lead(team), "tasks", "team\nx\n"));
        assertRefused(400, "invalid-request", "kind", () -> start(lead(team), "colours", "team\nx\n"));
        assertRefused(400, "invalid-request", "mode", () -> start(lead(team), "tasks", HEADER, "mode", "SOME"));
        assertRefused(400, "unreadable-table", () -> start(lead(team), "tasks", XLSX, "team,key\nx,y\n".getBytes()));
    }

    @Test
    void refusesTooManyRowsAndTooLargeBodies() {
        var csv = "team,key\n" + "t,k\n".repeat(100_001);
        assertRefused(413, "table-too-large", () -> start(lead(team), "tasks", csv));
        assertRefused(413, "request-too-large", () -> start(lead(team), "tasks", "text/csv", new byte[65 << 20]));
        assertRefused(
                415,
                "unsupported-media-type",
                () -> lead(team).queryParam("kind", "tasks").body("{}").post(IMPORTS));
    }

    @Test
    void isForLeadsOfTheirOwnTeamsAndForThoseWhoMayDoEverything() {
        var csv = HEADER + row("a", "");
        assertRefused(403, "forbidden", () -> start(member(team.memberId()), "tasks", csv));
        var other = team();
        assertCounts(over(start(lead(other), "tasks", csv)), "REFUSED", 0, 0, 0, 1);
        assertCounts(
                over(start(as(TestTokens.narrowedLead(team.leadId(), other.id())), "tasks", csv)),
                "REFUSED",
                0,
                0,
                0,
                1);
        assertCounts(over(start(as(TestTokens.service()), "tasks", csv)), "COMPLETED", 1, 0, 0, 0);
        assertCounts(over(start(admin(), "tasks", csv)), "COMPLETED", 0, 0, 1, 0);
    }

    @Test
    void anImportIsSeenByWhoAskedForIt() {
        var id = over(start(lead(team), "tasks", HEADER + row("a", ""))).<String>path("id");

        lead(team).get(IMPORTS + "/" + id).then().statusCode(200).header("ETag", notNullValue());
        assertRefused(404, "import-not-found", () -> lead(team()).get(IMPORTS + "/" + id));
        assertRefused(404, "import-not-found", () -> lead(team()).get(IMPORTS + "/" + id + "/rows"));
        assertRefused(404, "import-not-found", () -> lead(team()).post(IMPORTS + "/" + id + "/cancel"));
    }

    @Test
    void repeatsTheAnswerToARetryAndRefusesAnotherFile() {
        var idempotencyKey = newKey();
        var csv = HEADER + row("a", "");
        var first = start(lead(team).header("Idempotency-Key", idempotencyKey), "tasks", csv);

        var second = start(lead(team).header("Idempotency-Key", idempotencyKey), "tasks", csv);

        second.then()
                .statusCode(202)
                .header("Idempotency-Replayed", is("true"))
                .header("Location", is(first.header("Location")))
                .body("id", is(first.<String>path("id")));
        assertRefused(
                422,
                "idempotency-key-reused",
                () -> start(lead(team).header("Idempotency-Key", idempotencyKey), "tasks", csv + row("b", "")));
    }

    @Test
    void listsWhatCanBeImported() {
        lead(team)
                .get(IMPORTS + "/kinds")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("tasks", "goals"))
                .body("items.find { it.kind == 'tasks' }.columns.name", hasItem("skills"))
                .body("next", nullValue());
    }

    @Test
    void whatIsOverIsNotCancelled() {
        var imported = over(start(lead(team), "tasks", HEADER + row("a", "")));

        assertRefused(409, "import-over", () -> lead(team).post(IMPORTS + "/" + imported.path("id") + "/cancel"));
    }
}
