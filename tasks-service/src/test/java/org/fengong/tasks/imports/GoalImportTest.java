package org.fengong.tasks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.tasks.Company.GOALS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.memberKey;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.team;
import static org.fengong.tasks.imports.Importing.over;
import static org.fengong.tasks.imports.Importing.refused;
import static org.fengong.tasks.imports.Importing.start;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.platform.testing.LocalStack;
import org.fengong.tasks.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owner and parent of imported goals; the rest is in {@link TableExportTest}. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class GoalImportTest {
    private Company.Team team;
    private String teamKey;

    @BeforeEach
    void scene() {
        teamKey = newKey();
        team = team("Europe/Lisbon", teamKey);
    }

    private String row(String key, String owner, String parent) {
        return "%s,%s,Goal %s,2026-10-01,2026-12-31,%s,%s\n".formatted(teamKey, key, key, owner, parent);
    }

    private static String csv(String... rows) {
        return "team,key,title,from,to,owner,parent\n" + String.join("", rows);
    }

    private Response imported(String... rows) {
        return over(start(lead(team), "goals", csv(rows)));
    }

    private Response goal(String key) {
        return admin().queryParam("teamId", team.id()).queryParam("key", key).get(GOALS);
    }

    private String idOf(String key) {
        return goal(key).path("items[0].id");
    }

    private static void assertRefusedAt(Response imported, Map<Integer, String> columns) {
        imported.then().body("status", is("REFUSED"));
        assertThat(refused(imported).stream().collect(Collectors.toMap(row -> row.get("row"), GoalImportTest::column)))
                .isEqualTo(columns);
    }

    private static Object column(Map<String, Object> row) {
        return ((Map<?, ?>) ((List<?>) row.get("violations")).get(0)).get("field");
    }

    @Test
    void namesTheOwnerByKeyOrById() {
        var key = memberKey(team.memberId());

        imported(row("a", key, ""), row("b", team.colleagueId().toString(), ""), row("c", "", ""))
                .then()
                .body("created", is(3));

        goal("a").then().body("items[0].ownerId", is(team.memberId().toString()));
        goal("b").then().body("items[0].ownerId", is(team.colleagueId().toString()));
        goal("c").then().body("items[0].ownerId", nullValue());
    }

    @Test
    void anEmptyCellTakesOwnerAndParentAwayAndALackingColumnLeavesThem() {
        var owner = memberKey(team.memberId());
        imported(row("top", "", ""), row("part", owner, "top")).then().body("created", is(2));

        over(start(lead(team), "goals", "team,key,title\n%s,part,Renamed\n".formatted(teamKey)));
        goal("part")
                .then()
                .body("items[0].ownerId", is(team.memberId().toString()))
                .body("items[0].parentGoalId", is(idOf("top")));

        imported(row("part", "", "")).then().body("updated", is(1));
        goal("part").then().body("items[0].ownerId", nullValue()).body("items[0].parentGoalId", nullValue());
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        imported(row("leaf", "", "branch"), row("branch", "", "root"), row("root", "", ""))
                .then()
                .body("created", is(3));

        goal("leaf").then().body("items[0].parentGoalId", is(idOf("branch")));
        goal("branch").then().body("items[0].parentGoalId", is(idOf("root")));
    }

    @Test
    void aParentMayStandManyChunksBelow() {
        var rows = IntStream.range(0, 1_200)
                .mapToObj(i -> row("part-" + i, "", "root"))
                .collect(Collectors.toList());
        rows.add(row("root", "", ""));

        imported(rows.toArray(String[]::new))
                .then()
                .body("status", is("COMPLETED"))
                .body("created", is(1_201));

        goal("part-0").then().body("items[0].parentGoalId", is(idOf("root")));
        goal("part-1199").then().body("items[0].parentGoalId", is(idOf("root")));
    }

    @Test
    void aGoalMayBePartOfOneOfAnotherTeamThatTheLeadSees() {
        var otherKey = newKey();
        var other = team("Europe/Lisbon", otherKey);
        over(start(lead(other), "goals", csv("%s,shared,Shared,2026-10-01,2026-12-31,,\n".formatted(otherKey))));

        assertRefusedAt(imported(row("part", "", otherKey + "/shared")), Map.of(2, "parent"));
        over(start(admin(), "goals", csv(row("part", "", otherKey + "/shared"))))
                .then()
                .body("created", is(1));

        // what is so already stays possible for those who do not see it
        imported(row("part", "", otherKey + "/shared")).then().body("unchanged", is(1));
    }

    @Test
    void saysWhichRowNamesAnOwnerOrAParentThatNobodyKnows() {
        var stranger = memberKey(team().memberId());

        assertRefusedAt(
                imported(
                        row("a", "nobody", ""),
                        row("b", stranger, ""),
                        row("c", "", "nothing"),
                        row("d", "", "no-team/nothing"),
                        row("e", "", "")),
                Map.of(2, "owner", 3, "owner", 4, "parent", 5, "parent"));
        goal("e").then().body("items", is(List.of()));
    }

    @Test
    void saysWhichRowsCloseACycleInTheFile() {
        assertRefusedAt(
                imported(row("a", "", "b"), row("b", "", "c"), row("c", "", "a"), row("d", "", "d"), row("e", "", "")),
                Map.of(2, "parent", 3, "parent", 4, "parent", 5, "parent"));
    }

    @Test
    void saysWhichRowClosesACycleWithGoalsThatAreThereAlready() {
        imported(row("root", "", ""), row("branch", "", "root"), row("leaf", "", "branch"));

        var imported = imported(row("root", "", "leaf"));

        assertRefusedAt(imported, Map.of(2, "parent"));
        goal("root").then().body("items[0].parentGoalId", nullValue());
    }

    @Test
    void goalsMayChangePlaces() {
        imported(row("a", "", ""), row("b", "", "a"));

        imported(row("a", "", "b"), row("b", "", "")).then().body("updated", is(2));

        goal("a").then().body("items[0].parentGoalId", is(idOf("b")));
        goal("b").then().body("items[0].parentGoalId", nullValue());
    }

    @Test
    void refusesTheLevelThatIsTooDeep() {
        assertRefusedAt(
                imported(
                        row("six", "", "five"),
                        row("five", "", "four"),
                        row("four", "", "three"),
                        row("three", "", "two"),
                        row("two", "", "one"),
                        row("one", "", "")),
                Map.of(2, "parent"));
    }

    @Test
    void ownerAndParentGoOutAsTheyComeIn() {
        var owner = memberKey(team.memberId());
        var otherKey = newKey();
        var other = team("Europe/Lisbon", otherKey);
        over(start(lead(other), "goals", csv("%s,shared,Shared,2026-10-01,2026-12-31,,\n".formatted(otherKey))));
        over(start(
                admin(),
                "goals",
                csv(row("a", owner, "b"), row("b", team.colleagueId().toString(), otherKey + "/shared"))));

        var exported = lead(team).queryParam("teamId", team.id()).get(GOALS + "/export");

        assertThat(exported.asString())
                .contains("," + owner + ",b,", "," + team.colleagueId() + "," + otherKey + "/shared,");
        over(start(lead(team), "goals", "text/csv", exported.asByteArray()))
                .then()
                .body("unchanged", is(2));
    }
}
