package org.fengong.allocation.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tasks need of each skill against what the team has (S3). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class CoverageResourceTest {
    private static final String COVERAGE = "/api/v1/coverage";
    private static final int CAPACITY_MINUTES = 2400;

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private Response coverage(int weeks) {
        return leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("weeks", weeks)
                .get(COVERAGE);
    }

    private UUID taskFor(UUID skillId, int minutes) {
        return team.task(
                minutes, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", skillId.toString()));
    }

    @Test
    void spreadsOpenWorkUpToItsDueWeek() {
        team.member("Ann", 3);
        team.task(1001, WEEK.plusWeeks(1));

        coverage(3)
                .then()
                .statusCode(200)
                .body("from", is(WEEK.toString()))
                .body("skills", hasSize(1))
                .body("skills[0].name", is("Copywriting"))
                .body("skills[0].field", is("content"))
                .body("skills[0].minLevel", is(2))
                .body("skills[0].demandMinutes", is(1001))
                .body("skills[0].weeks.demandMinutes", contains(501, 500, 0))
                .body("skills[0].weeks.grossSupplyMinutes", contains(2400, 2400, 2400))
                .body("skills[0].gapMinutes", is(0))
                .body("weeks.demandMinutes", contains(501, 500, 0))
                .body("weeks.supplyMinutes", contains(2400, 2400, 2400));
    }

    @Test
    void countsAssignedWorkInItsWeeks() {
        team.member("Ann", 3);
        team.task(600, WEEK.plusWeeks(2)); // planned at once
        published(team, 3);

        coverage(3).then().body("skills[0].weeks.demandMinutes", contains(600, 0, 0));
    }

    @Test
    void givesNoHourToTwoSkills() {
        var design = team.skill("Design");
        var ann = team.member("Ann", 3);
        team.holdsToo(ann, design, 3);
        team.task(2000, WEEK);
        taskFor(design, 1000);

        var coverage = coverage(1);

        coverage.then()
                .body("skills.weeks.grossSupplyMinutes.flatten()", contains(CAPACITY_MINUTES, CAPACITY_MINUTES))
                .body("weeks[0].supplyMinutes", is(CAPACITY_MINUTES))
                .body("weeks[0].demandMinutes", is(3000))
                .body("weeks[0].gapMinutes", is(600));
        assertThat(coverage.<Integer>path("skills.gapMinutes.sum()")).isEqualTo(600);
    }

    @Test
    void coversFirstWhatFewHold() {
        var design = team.skill("Design");
        var ann = team.member("Ann", 3);
        team.holdsToo(ann, design, 3);
        team.member("Ben", 3);
        team.task(3000, WEEK);
        taskFor(design, 2000);

        coverage(1)
                .then()
                .body("skills[0].name", is("Copywriting"))
                .body("skills[0].gapMinutes", is(200))
                .body("skills[0].holders", is(2))
                .body("skills[0].singleHolder", nullValue())
                .body("skills[1].name", is("Design"))
                .body("skills[1].gapMinutes", is(0))
                .body("skills[1].holders", is(1))
                .body("skills[1].singleHolder.displayName", is("Ann"));
    }

    @Test
    void saysWhoseInterestWouldCloseTheGap() {
        team.member("Ann", 3);
        var ben = team.member("Ben", 1);
        team.isInterestedInSkill(ben, 1);
        var cem = team.member("Cem", 1);
        team.isInterestedInField(cem, "content", 2);
        team.isAway(cem, WEEK);
        team.member("Dora", 1); // not interested
        var eve = team.member("Eve", 0); // too far from it
        team.isInterestedInSkill(eve, 2);
        team.task(CAPACITY_MINUTES + 900, WEEK);

        coverage(1)
                .then()
                .body("skills[0].gapMinutes", is(900))
                .body("skills[0].growth.memberId", contains(ben.toString(), cem.toString()))
                .body("skills[0].growth.level", contains(1, 1))
                .body("skills[0].growth.interest", contains(1, 2))
                .body("skills[0].growth.closesMinutes", contains(900, 0));
    }

    @Test
    void countsTheWishToLearnTheLevelLikeAnInterest() {
        var ben = team.member("Ben", 1);
        team.isInterestedInSkill(ben, -1);
        team.wantsToLearn(ben, 3, null);
        var dora = team.member("Dora", 1);
        team.wantsToLearn(dora, 2, LocalDate.of(2099, 12, 31));
        team.isInterestedInSkill(dora, 2);
        team.wantsToLearn(team.member("Cem", 1), 2, LocalDate.of(2020, 1, 1)); // over
        team.wantsToLearn(team.member("Eve", 0), 5, null); // too far from it
        team.task(900, WEEK);

        coverage(1)
                .then()
                .body("skills[0].minLevel", is(2))
                .body("skills[0].growth.displayName", containsInAnyOrder("Ben", "Dora"))
                .body("skills[0].growth.find { it.displayName == 'Ben' }.interest", is(1))
                .body("skills[0].growth.find { it.displayName == 'Dora' }.interest", is(2));
    }

    @Test
    void doesNotCountTheWishForALowerLevelThanTheTeamLacks() {
        team.wantsToLearn(team.member("Ben", 1), 1, null);
        team.task(900, WEEK);

        coverage(1).then().body("skills[0].growth", empty());
    }

    @Test
    void anInterestInTheSkillGoesBeforeOneInItsField() {
        var ben = team.member("Ben", 1);
        team.isInterestedInField(ben, "content", 2);
        team.isInterestedInSkill(ben, -1);
        team.task(900, WEEK);

        coverage(1)
                .then()
                .body("skills[0].gapMinutes", is(900))
                .body("skills[0].holders", is(0))
                .body("skills[0].growth", empty());
    }

    @Test
    void sharesAMemberAsTheTeamsDo() {
        var other = KnownFacts.ofTeam();
        var zoe = other.member("Zoe", 0);
        team.shares(other, zoe, 40);
        team.holdsToo(zoe, team.skillId, 3);
        team.task(1000, WEEK);

        coverage(1)
                .then()
                .body("skills[0].weeks.grossSupplyMinutes", contains(960))
                .body("skills[0].gapMinutes", is(40));
    }

    @Test
    void dividesARoleAmongItsSkills() {
        var design = team.skill("Design");
        team.task(
                900,
                WEEK,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .withArray("skills")
                        .addObject()
                        .put("skillId", design.toString())
                        .put("minLevel", 3)
                        .put("mandatory", true)
                        .put("weight", 2));

        coverage(1)
                .then()
                .body("skills.find { it.name == 'Design' }.demandMinutes", is(600))
                .body("skills.find { it.name == 'Design' }.minLevel", is(3))
                .body("skills.find { it.name == 'Copywriting' }.demandMinutes", is(300));
    }

    @Test
    void leavesOutWhatIsDoneWishedOrBeyondTheWeeks() {
        var done = team.task(600, WEEK);
        team.completesRole(done);
        team.task(600, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("mandatory", false));
        team.task(
                600,
                WEEK.plusWeeks(6),
                t -> t.put("earliestStart", Weeks.monday(WEEK.plusWeeks(5)).toString()));

        coverage(2).then().statusCode(200).body("skills", empty()).body("weeks.gapMinutes", contains(0, 0));
    }

    @Test
    void looksAtEightWeeksFromNowUnlessAsked() {
        leadOf(team)
                .queryParam("teamId", team.teamId)
                .get(COVERAGE)
                .then()
                .body("from", is(WEEK.toString()))
                .body("weeks", hasSize(8));
        leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("from", WEEK.plusWeeks(3).toString())
                .queryParam("weeks", 2)
                .get(COVERAGE)
                .then()
                .body(
                        "weeks.week",
                        contains(WEEK.plusWeeks(3).toString(), WEEK.plusWeeks(4).toString()));
    }

    @Test
    void showsATeamToItsOwn() {
        var ann = team.member("Ann", 3);

        as(TestTokens.member(ann))
                .queryParam("teamId", team.teamId)
                .get(COVERAGE)
                .then()
                .statusCode(200);
        as(TestTokens.viewer())
                .queryParam("teamId", team.teamId)
                .get(COVERAGE)
                .then()
                .statusCode(200);
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.member(UUID.randomUUID()))
                        .queryParam("teamId", team.teamId)
                        .get(COVERAGE));
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.admin())
                        .queryParam("teamId", UUID.randomUUID())
                        .get(COVERAGE));
        assertRefused(
                401,
                "unauthenticated",
                () -> io.restassured.RestAssured.given()
                        .queryParam("teamId", team.teamId)
                        .get(COVERAGE));
    }

    @ParameterizedTest
    @CsvSource({"teamId, brand", "from, soon", "from, 2027-W53", "weeks, 0", "weeks, 27", "weeks, many", "skill, x"})
    void namesTheParameterThatIsWrong(String parameter, String value) {
        assertRefused(400, "invalid-request", parameter, () -> {
            var request = leadOf(team).queryParam(parameter, value);
            return (parameter.equals("teamId") ? request : request.queryParam("teamId", team.teamId)).get(COVERAGE);
        });
    }

    @Test
    void mustBeToldTheTeam() {
        assertRefused(400, "invalid-request", "teamId", () -> leadOf(team).get(COVERAGE));
    }

    @Test
    void asksTheDatabaseNoMoreForMoreOfEverything() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var forOne = Statements.countedIn(() -> coverage(4).then().body("skills[0].holders", is(1)));
        for (int i = 0; i < 8; i++) {
            team.member("Member " + i, 3);
            team.task(600, WEEK);
        }

        var forNine = Statements.countedIn(() -> coverage(4).then().body("skills[0].holders", is(9)));

        assertThat(forNine).isEqualTo(forOne).isLessThanOrEqualTo(8);
    }
}
