package org.fengong.members.teamview;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.teamBody;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team of marketing: Ana and Bo of marketing, Cy of sales with half of the time from next Wednesday on. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class TeamViewResourceTest {
    private static final LocalDate MONDAY =
            Weeks.monday(Weeks.of(LocalDate.now(ZoneId.of("Europe/Lisbon"))).plusWeeks(1));
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private Thing team;
    private Thing copywriting;
    private Thing editing;
    private String ownField;

    @BeforeEach
    void hireAndTrain() {
        var marketing = department();
        ownField = "f" + newKey();
        copywriting = skill("a" + newKey(), "");
        var answer = admin().body("{\"key\": \"b%s\", \"names\": {\"en\": \"Editing\"}, \"field\": \"%s\"}"
                        .formatted(newKey(), ownField))
                .post("/api/v1/skills");
        answer.then().statusCode(201);
        editing = Thing.of(answer);
        var created = admin().body(teamBody(newKey(), ", \"departmentId\": \"" + marketing.id() + "\""))
                .post("/api/v1/teams");
        created.then().statusCode(201);
        team = Thing.of(created);
        team = join(team, hire("Ana", marketing, level(copywriting, 4), wish(editing, 2)), 100, LONG_AGO, null);
        team = join(
                team, hire("Bo", marketing, level(copywriting, 2) + ", " + level(editing, 3), ""), 60, LONG_AGO, null);
        team = join(
                team,
                hire("Cy", department(), "", "{\"field\": \"%s\", \"value\": -1}".formatted(ownField)),
                50,
                MONDAY.plusDays(2),
                null);
    }

    private static Thing hire(String name, Thing department, String skills, String interests) {
        var answer = admin().body(memberBody(
                                newKey(),
                                department.id(),
                                ", \"skills\": [%s], \"interests\": [%s]".formatted(skills, interests))
                        .replace("Ana Lima", name))
                .post("/api/v1/members");
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static String level(Thing skill, int level) {
        return "{\"skillId\": \"%s\", \"level\": %d}".formatted(skill.id(), level);
    }

    private static String wish(Thing skill, int value) {
        return "{\"skillId\": \"%s\", \"value\": %d}".formatted(skill.id(), value);
    }

    private ValidatableResponse view(String path) {
        return as(TestTokens.viewer())
                .urlEncodingEnabled(false)
                .get("/api/v1/teams/" + team.id() + "/" + path)
                .then()
                .statusCode(200);
    }

    @Test
    void showsLevelsAndWishesOfTheMembersOfADay() {
        view("skill-matrix?on=" + MONDAY.plusDays(2))
                .body("on", equalTo(MONDAY.plusDays(2).toString()))
                .body(
                        "skills.skillId",
                        contains(copywriting.id().toString(), editing.id().toString()))
                .body("skills.holders", contains(2, 1))
                .body("members.displayName", contains("Ana", "Bo", "Cy"))
                .body("members.collaborator", contains(false, false, true))
                .body("members[0].cells.level", contains(4, null))
                .body("members[0].cells[1].interest", is(2))
                .body("members[1].cells.level", contains(2, 3))
                .body("members[2].cells", hasSize(1))
                .body("members[2].cells[0].skillId", equalTo(editing.id().toString()))
                .body("members[2].cells[0].level", nullValue())
                .body("members[2].cells[0].interest", is(-1));
        view("skill-matrix?on=" + MONDAY).body("members.displayName", contains("Ana", "Bo"));
    }

    @Test
    void showsWhatAMemberWantsToLearn() {
        var design = skill("c" + newKey(), "");
        var ana = view("skill-matrix").extract().<String>path("members[0].memberId");
        for (var wish : Map.of(copywriting, 5, design, 2).entrySet()) {
            admin().header("If-Match", admin().get("/api/v1/members/" + ana).header("ETag"))
                    .body("{\"targetLevel\": %d}".formatted(wish.getValue()))
                    .put(
                            "/api/v1/members/{id}/learning-wishes/{skillId}",
                            ana,
                            wish.getKey().id())
                    .then()
                    .statusCode(200);
        }

        var cell = "members[0].cells.find { it.skillId == '%s' }";
        view("skill-matrix")
                .body("skills.skillId", hasItem(design.id().toString()))
                .body(cell.formatted(copywriting.id()) + ".level", is(4))
                .body(cell.formatted(copywriting.id()) + ".targetLevel", is(5))
                .body(cell.formatted(design.id()) + ".level", nullValue())
                .body(cell.formatted(design.id()) + ".targetLevel", is(2))
                .body("members[1].cells.targetLevel", everyItem(nullValue()));
    }

    @Test
    void countsWhoCoversAFieldAndHowWell() {
        view("field-coverage")
                .body("fields.find { it.key == 'content' }.holders", is(2))
                .body("fields.find { it.key == 'content' }.holdersByBestLevel", contains(0, 1, 0, 1, 0))
                .body("fields.find { it.key == 'content' }.singleHolderSkills", is(0))
                .body("fields.find { it.key == '%s' }.holdersByBestLevel".formatted(ownField), contains(0, 0, 1, 0, 0))
                .body("fields.find { it.key == '%s' }.singleHolderSkills".formatted(ownField), is(1))
                .body("fields.find { it.key == 'sales' }.holders", is(0))
                .body("fields.find { it.key == 'sales' }.holdersByBestLevel", contains(0, 0, 0, 0, 0));
    }

    @Test
    void namesWhatHangsOnOneMember() {
        view("single-holders")
                .body("skills.skillId", contains(editing.id().toString()))
                .body("skills.displayName", contains("Bo"))
                .body("skills.level", contains(3));
        view("single-holders?minLevel=3").body("skills.displayName", contains("Ana", "Bo"));
        view("single-holders?minLevel=5").body("skills", empty());
    }

    @Test
    void givesTheTeamItsShareOfEachMembersDays() {
        view("capacity?from=%s&weeks=2".formatted(Weeks.of(MONDAY)))
                .body("members.displayName", contains("Ana", "Bo", "Cy"))
                .body("members[0].weeks.capacityMinutes", contains(2400, 2400))
                .body("members[1].weeks.capacityMinutes", contains(1440, 1440))
                .body("members[2].weeks.capacityMinutes", contains(720, 1200))
                .body(
                        "weeks.week",
                        contains(
                                Weeks.of(MONDAY).toString(),
                                Weeks.of(MONDAY).plusWeeks(1).toString()))
                .body("weeks.capacityMinutes", contains(4560, 5040));
        view("capacity?from=%s&weeks=1".formatted(Weeks.of(MONDAY.minusDays(7))))
                .body("members.displayName", contains("Ana", "Bo"));
    }

    @Test
    void beginsTodayAndThisWeek() {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

        view("capacity")
                .body("weeks", hasSize(8))
                .body("weeks[0].week", equalTo(Weeks.of(today).toString()));
        view("single-holders").body("on", equalTo(today.toString())).body("minLevel", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "skill-matrix?on=2026-02-30, on",
        "field-coverage?on=soon, on",
        "single-holders?minLevel=0, minLevel",
        "single-holders?minLevel=6, minLevel",
        "capacity?weeks=27, weeks",
        "capacity?from=2026-W54, from",
        "capacity?to=2026-W50, to",
    })
    void refusesAQuestionThatMakesNoSense(String path, String field) {
        assertRefused(
                400,
                "invalid-request",
                field,
                () -> admin().urlEncodingEnabled(false).get("/api/v1/teams/" + team.id() + "/" + path));
    }

    @ParameterizedTest
    @CsvSource({"skill-matrix", "field-coverage", "single-holders", "capacity"})
    void hasNoViewOfATeamThatIsNotThere(String path) {
        assertRefused(404, "team-not-found", () -> admin().get("/api/v1/teams/" + UUID.randomUUID() + "/" + path));
    }
}
