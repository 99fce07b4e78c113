package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of assignments: its filters, its pages, and who sees what. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class AssignmentResourceTest {
    private static final String ASSIGNMENTS = "/api/v1/assignments";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private List<UUID> tasks(int count) {
        var tasks = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            tasks.add(team.task(100, WEEK));
        }
        return tasks;
    }

    @Test
    void filtersByTeamMemberTaskAndStatus() {
        var tasks = tasks(3);
        published(team, 1);
        team.cancels(tasks.get(0));
        team.completes(tasks.get(1));
        var cancelled = tasks.get(0).toString();

        var all = leadOf(team).queryParam("teamId", team.teamId).get(ASSIGNMENTS);
        all.then().statusCode(200).body("items", hasSize(3)).body("items.memberId", everyItem(is(ann.toString())));
        leadOf(team).queryParam("memberId", ann).get(ASSIGNMENTS).then().body("items", hasSize(3));
        leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("status", "RELEASED")
                .get(ASSIGNMENTS)
                .then()
                .body("items.taskId", contains(cancelled))
                .body("items[0].weeks", empty());
        leadOf(team).queryParam("status", "OFFERED").get(ASSIGNMENTS).then().body("items", empty());
        leadOf(team)
                .queryParam("taskId", cancelled)
                .get(ASSIGNMENTS)
                .then()
                .body("items.cause", contains("TASK_CANCELLED"));
        leadOf(team)
                .queryParam("taskId", UUID.randomUUID())
                .get(ASSIGNMENTS)
                .then()
                .body("items", empty());
    }

    @Test
    void givesEachOnceOverThePages() {
        tasks(5);
        published(team, 1);

        var seen = new ArrayList<String>();
        String cursor = null;
        for (int page = 0; page < 3; page++) {
            var request = leadOf(team).queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var answer = request.get(ASSIGNMENTS);
            seen.addAll(answer.<List<String>>path("items.id"));
            cursor = answer.path("next");
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
        assertThat(cursor).isNull();
    }

    @Test
    void showsWhatTheCallersTeamsHave() {
        tasks(1);
        published(team, 1);

        for (var token : List.of(TestTokens.member(ann), TestTokens.lead(team.leadId), TestTokens.viewer())) {
            as(token).queryParam("teamId", team.teamId).get(ASSIGNMENTS).then().body("items", hasSize(1));
        }
        as(TestTokens.member(UUID.randomUUID()))
                .queryParam("teamId", team.teamId)
                .get(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        as(TestTokens.narrowedLead(team.leadId, UUID.randomUUID()))
                .get(ASSIGNMENTS)
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "teamId, x",
        "memberId, 7",
        "taskId, x",
        "status, GONE",
        "limit, 0",
        "limit, 101",
        "cursor, x",
        "week, 2026-W49"
    })
    void namesTheParameterThatIsWrong(String parameter, String value) {
        assertRefused(
                400,
                "invalid-request",
                parameter,
                () -> leadOf(team).queryParam(parameter, value).get(ASSIGNMENTS));
    }

    @Test
    void refusesACursorOfAnotherList() {
        tasks(2);
        published(team, 1);
        var cursor = leadOf(team).queryParam("limit", 1).get(ASSIGNMENTS).<String>path("next");

        assertRefused(
                400,
                "invalid-request",
                "cursor",
                () -> leadOf(team)
                        .queryParam("memberId", ann)
                        .queryParam("cursor", cursor)
                        .get(ASSIGNMENTS));
    }

    @Test
    void asksTheDatabaseNoMoreForMoreAssignments() {
        tasks(1);
        published(team, 1);
        var forOne =
                Statements.countedIn(() -> leadOf(team).get(ASSIGNMENTS).then().body("items", hasSize(1)));
        tasks(9);
        published(team, 1);

        var forTen =
                Statements.countedIn(() -> leadOf(team).get(ASSIGNMENTS).then().body("items", hasSize(10)));

        assertThat(forTen).isEqualTo(forOne).isLessThanOrEqualTo(3);
    }
}
