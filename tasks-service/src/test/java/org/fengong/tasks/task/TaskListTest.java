package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.tasks.Company.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskListTest {
    private static List<String> keys(Team team, String query) {
        var answer = lead(team).get(TASKS + "?teamId=" + team.id() + "&" + query);
        answer.then().statusCode(200);
        return answer.path("items.key");
    }

    private static String named(String key, String more) {
        return "{\"key\": \"%s\"%s}".formatted(key, more);
    }

    @Test
    void showsWhatOneNeedsToChooseATask() {
        var team = team();
        var goal = goal(team);
        var task = task(team, "{\"goalId\": \"%s\"}".formatted(goal.id()));

        lead(team)
                .queryParam("teamId", team.id())
                .get(TASKS)
                .then()
                .statusCode(200)
                .body("items.id", contains(task.id().toString()))
                .body("items[0].key", equalTo(task.key()))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].importance", is(3))
                .body("items[0].dueDate", equalTo("2040-06-29"))
                .body("items[0].goalId", equalTo(goal.id().toString()))
                .body("items[0].ownerId", equalTo(team.leadId().toString()))
                .body("items[0].remainingMinutes", is(900))
                .body("items[0].version", is(1))
                .body("next", nullValue());
    }

    @Test
    void narrowsByEachFilterAndByAllTogether() {
        var team = team();
        var goal = goal(team);
        var owned = ", \"ownerId\": \"%s\", \"goalId\": \"%s\"".formatted(team.memberId(), goal.id());
        task(team, named("a", owned + ", \"dueDate\": \"2026-12-10\""));
        task(team, named("b", owned + ", \"dueDate\": \"2026-12-11\""));
        task(team, named("c", ", \"dueDate\": \"2026-12-12\", \"draft\": true"));

        assertThat(keys(team, "goalId=" + goal.id())).containsExactly("a", "b");
        assertThat(keys(team, "ownerId=" + team.memberId())).containsExactly("a", "b");
        assertThat(keys(team, "ownerId=" + team.colleagueId())).isEmpty();
        assertThat(keys(team, "key=b")).containsExactly("b");
        assertThat(keys(team, "dueBefore=2026-12-11")).containsExactly("a");
        assertThat(keys(team, "status=DRAFT")).containsExactly("c");
        assertThat(keys(team, "status=OPEN,DRAFT")).containsExactly("a", "b", "c");
        assertThat(keys(
                        team,
                        "status=OPEN&dueBefore=2026-12-12&ownerId=%s&goalId=%s&key=a"
                                .formatted(team.memberId(), goal.id())))
                .containsExactly("a");
        assertThat(keys(team, "status=ASSIGNED,IN_PROGRESS,COMPLETED,CANCELLED"))
                .isEmpty();
    }

    @Test
    void sortsAsAsked() {
        var team = team();
        task(team, named("b", ", \"importance\": 5, \"dueDate\": \"2026-12-12\""));
        task(team, named("a", ", \"importance\": 5, \"dueDate\": \"2026-12-11\""));
        task(team, named("c", ", \"importance\": 1, \"dueDate\": \"2026-12-10\""));

        assertThat(keys(team, "")).containsExactly("c", "a", "b");
        assertThat(keys(team, "sort=-dueDate")).containsExactly("b", "a", "c");
        assertThat(keys(team, "sort=key")).containsExactly("a", "b", "c");
        assertThat(keys(team, "sort=-importance,key")).containsExactly("a", "b", "c");
        assertThat(keys(team, "sort=createdAt")).containsExactly("b", "a", "c");
        assertThat(keys(team, "sort=-createdAt")).containsExactly("c", "a", "b");
    }

    @ParameterizedTest
    @CsvSource({"-importance", "dueDate", "-createdAt", "key"})
    void pagesInEachOrderWithoutGapOrRepetition(String sort) {
        var team = team();
        for (int i = 0; i < 7; i++) {
            task(team, "{\"importance\": %d}".formatted(1 + i % 3));
        }
        var whole = keys(team, "sort=" + sort);
        var paged = new ArrayList<String>();
        String cursor = null;
        do {
            var request = lead(team)
                    .queryParam("teamId", team.id())
                    .queryParam("sort", sort)
                    .queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(TASKS);
            page.then().statusCode(200);
            paged.addAll(page.path("items.key"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(paged).hasSize(7).containsExactlyElementsOf(whole);
    }

    @Test
    void linksToTheNextPageAndRefusesItsCursorInAnotherList() {
        var team = team();
        task(team);
        task(team);

        var page = lead(team)
                .queryParam("teamId", team.id())
                .queryParam("limit", 1)
                .get(TASKS);

        page.then().header("Link", containsString("rel=\"next\""));
        String cursor = page.path("next");
        assertRefused(
                400,
                "invalid-request",
                "cursor",
                () -> lead(team)
                        .queryParam("teamId", team.id())
                        .queryParam("status", "OPEN")
                        .queryParam("cursor", cursor)
                        .get(TASKS));
    }

    @Test
    void showsEachCallerTheOwnTeams() {
        var team = team();
        var own = task(team);
        var other = task(team());

        member(team.memberId())
                .get(TASKS)
                .then()
                .body("items.id", contains(own.id().toString()));
        lead(team).get(TASKS).then().body("items.id", contains(own.id().toString()));
        as(TestTokens.narrowedLead(team.leadId())).get(TASKS).then().body("items", empty());
        lead(team())
                .queryParam("teamId", team.id())
                .get(TASKS)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(TestTokens.viewer())
                .queryParam("sort", "-createdAt")
                .queryParam("limit", 100)
                .get(TASKS)
                .then()
                .body("items.id", hasItem(own.id().toString()))
                .body("items.id", hasItem(other.id().toString()));
        as(TestTokens.service())
                .header("Fengong-Actor", team.memberId())
                .get(TASKS)
                .then()
                .body("items.id", containsInAnyOrder(own.id().toString()))
                .body("items.id", not(hasItem(other.id().toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=0, limit",
        "limit=101, limit",
        "colour=red, colour",
        "sort=title, sort",
        "sort=-, sort",
        "cursor=xyz, cursor",
        "status=LATE, status",
        "status=open, status",
        "teamId=growth, teamId",
        "goalId=1, goalId",
        "ownerId=me, ownerId",
        "dueBefore=tomorrow, dueBefore",
        "dueBefore=%2B999999999-12-31, dueBefore",
        "key=%00, key",
    })
    void refusesAQueryThatItDoesNotUnderstand(String query, String field) {
        assertRefused(
                400,
                "invalid-request",
                field,
                () -> admin().urlEncodingEnabled(false).get(TASKS + "?" + query));
    }

    @Test
    void readsAPageOfManyTasksWithAsManyQueriesAsOneOfFew() {
        var team = team();
        var first = task(team);
        for (int i = 0; i < 11; i++) {
            task(team, "{\"dependsOn\": [{\"taskId\": \"%s\"}]}".formatted(first.id()));
        }

        assertThat(queriesFor(team, 12)).isEqualTo(queriesFor(team, 2));
    }

    private long queriesFor(Team team, int limit) {
        return Statements.countedIn(() -> lead(team)
                .queryParam("teamId", team.id())
                .queryParam("limit", limit)
                .get(TASKS)
                .then()
                .statusCode(200)
                .body("items.size()", is(limit)));
    }
}
