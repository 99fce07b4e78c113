package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.team;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberListTest {
    private static final String MEMBERS = "/api/v1/members";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Thing named(String displayName, Thing department) {
        var answer = admin().body(memberBody(newKey(), department.id()).replace("Ana Lima", displayName))
                .post(MEMBERS);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static Thing skilled(Thing department, Thing skill) {
        var answer = admin().body(memberBody(
                        newKey(),
                        department.id(),
                        ", \"skills\": [{\"skillId\": \"%s\", \"level\": 3}]".formatted(skill.id())))
                .post(MEMBERS);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    @Test
    void findsTheMembersOfATeamOrDepartmentOrKey() {
        var department = department();
        var inTeam = member(department);
        var outside = member(department);
        var team = team();
        join(team, inTeam, 50, DAY, null);

        admin().queryParam("teamId", team.id())
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(inTeam.id().toString()))
                .body("items[0].memberships.sharePercent", contains(50));
        admin().queryParam("departmentId", department.id())
                .get(MEMBERS)
                .then()
                .body(
                        "items.id",
                        containsInAnyOrder(inTeam.id().toString(), outside.id().toString()));
        admin().queryParam("departmentId", department.id())
                .queryParam("key", outside.key())
                .get(MEMBERS)
                .then()
                .body("items.id", contains(outside.id().toString()))
                .body("items[0].memberships", empty());
        admin().queryParam("teamId", UUID.randomUUID())
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void tellsThoseWhoLeftFromThoseWhoAreHere() {
        var department = department();
        var here = member(department);
        var left = member(department);
        admin().post(MEMBERS + "/{id}/deactivate", left.id()).then().statusCode(200);

        admin().queryParam("departmentId", department.id())
                .queryParam("active", true)
                .get(MEMBERS)
                .then()
                .body("items.id", contains(here.id().toString()));
        admin().queryParam("departmentId", department.id())
                .queryParam("active", false)
                .get(MEMBERS)
                .then()
                .body("items.id", contains(left.id().toString()));
    }

    @Test
    void pagesInTheOrderOfNamesWithoutGapOrRepetition() {
        var department = department();
        var names = new String[] {"Emil", "Ana", "Dora", "Chen", "Ana"};
        for (var name : names) {
            named(name, department);
        }
        var seen = new ArrayList<String>();
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = admin().queryParam("departmentId", department.id())
                    .queryParam("sort", "-displayName")
                    .queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(MEMBERS);
            page.then().statusCode(200);
            seen.addAll(page.path("items.displayName"));
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).containsExactly("Emil", "Dora", "Chen", "Ana", "Ana");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void readsAPageOfManyMembersWithAsManyQueriesAsOneOfFew() {
        var department = department();
        var skill = skill();
        var teams = IntStream.range(0, 3).mapToObj(i -> team()).toList();
        for (int i = 0; i < 12; i++) {
            var member = skilled(department, skill);
            for (var team : teams) {
                join(team, member, 30, DAY, null);
            }
        }

        var forTwo = queriesFor(department, 2);
        var forTwelve = queriesFor(department, 12);

        assertThat(forTwelve).isEqualTo(forTwo).isEqualTo(2);
    }

    private long queriesFor(Thing department, int limit) {
        return Statements.countedIn(() -> admin().queryParam("departmentId", department.id())
                .queryParam("limit", limit)
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items[%d].memberships.sharePercent".formatted(limit - 1), contains(30, 30, 30))
                .body("items[%d].skills.level".formatted(limit - 1), contains(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=0, limit",
        "limit=101, limit",
        "colour=red, colour",
        "sort=email, sort",
        "cursor=xyz, cursor",
        "active=yes, active",
        "teamId=growth, teamId",
        "departmentId=1, departmentId",
    })
    void refusesAQueryThatItDoesNotUnderstand(String query, String field) {
        assertRefused(400, "invalid-request", field, () -> admin().get(MEMBERS + "?" + query));
    }

    @Test
    void linksToTheNextPage() {
        var department = department();
        member(department);
        member(department);

        admin().queryParam("departmentId", department.id())
                .queryParam("limit", 1)
                .get(MEMBERS)
                .then()
                .header("Link", containsString("rel=\"next\""));
    }
}
