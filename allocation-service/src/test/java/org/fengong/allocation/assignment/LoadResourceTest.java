package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** How full the weeks are, and who may know (P3). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class LoadResourceTest {
    private static final String LOADS = "/api/v1/loads";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private Response ofTeam(String token) {
        return as(token).queryParam("teamId", team.teamId).get(LOADS);
    }

    private static Response ofMember(String token, UUID memberId) {
        return as(token).queryParam("memberId", memberId).get(LOADS);
    }

    @Test
    void showsEachMemberOfATeamByWeek() {
        var ben = team.member("Ben", 1);
        var task = team.task(600, WEEK);
        published(team, 4);
        team.isAway(ann, WEEK.plusWeeks(1));

        leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("weeks", 2)
                .get(LOADS)
                .then()
                .statusCode(200)
                .body("from", is(WEEK.toString()))
                .body("members.memberId", containsInAnyOrder(ann.toString(), ben.toString()))
                .rootPath("members.find { it.memberId == '%s' }".formatted(ann))
                .body("displayName", is("Ann"))
                .body("weeks.week", contains(WEEK.toString(), WEEK.plusWeeks(1).toString()))
                .body("weeks[0].loadMinutes", is(600))
                .body("weeks[0].capacityMinutes", is(2400))
                .body("weeks[0].loadRatio", is(0.25f))
                .body("weeks[0].overByMinutes", is(0))
                .body("weeks[0].taskIds", contains(task.toString()))
                .body("weeks[1].loadMinutes", is(0))
                .body("weeks[1].capacityMinutes", is(0))
                .body("weeks[1]", not(hasKey("loadRatio")))
                .body("weeks[1].taskIds", empty());
    }

    @Test
    void saysByHowMuchAWeekIsOverfull() {
        team.task(600, WEEK);
        published(team, 1);
        team.isAway(ann, WEEK);

        ofMember(TestTokens.member(ann), ann)
                .then()
                .body("members[0].weeks", hasSize(8))
                .body("members[0].weeks[0].overByMinutes", is(600))
                .body("members[0].weeks[0]", not(hasKey("loadRatio")));
    }

    @Test
    void showsTheLoadToTheTeamAndToThoseWhoReadEverything() {
        var eve = UUID.randomUUID();
        var ben = team.member("Ben", 1);

        for (var token : new String[] {
            TestTokens.admin(),
            TestTokens.viewer(),
            TestTokens.service(),
            TestTokens.lead(team.leadId),
            TestTokens.member(ben),
            TestTokens.member(ann)
        }) {
            ofTeam(token).then().statusCode(200).body("members", hasSize(2));
            ofMember(token, ann).then().statusCode(200).body("members.memberId", contains(ann.toString()));
        }
        assertRefused(404, "team-not-found", () -> ofTeam(TestTokens.member(eve)));
        assertRefused(404, "member-not-found", () -> ofMember(TestTokens.member(eve), ann));
        assertRefused(404, "team-not-found", () -> ofTeam(TestTokens.narrowedLead(team.leadId, eve)));
        assertRefused(404, "member-not-found", () -> ofMember(TestTokens.narrowedLead(team.leadId, eve), ann));
        assertRefused(404, "member-not-found", () -> ofMember(TestTokens.admin(), eve));
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.admin()).queryParam("teamId", eve).get(LOADS));
    }

    @ParameterizedTest
    @CsvSource({
        "memberId=x, memberId",
        "weeks=0, weeks",
        "weeks=27, weeks",
        "weeks=many, weeks",
        "from=2026-53, from",
        "from=2027-W53, from",
        "member=1, member"
    })
    void namesTheParameterThatIsWrong(String query, String parameter) {
        assertRefused(
                400,
                "invalid-request",
                parameter,
                () -> leadOf(team).get(LOADS + "?teamId=" + team.teamId + "&" + query));
    }

    @Test
    void wantsEitherATeamOrAMember() {
        assertRefused(400, "invalid-request", "teamId", () -> leadOf(team).get(LOADS));
        assertRefused(
                400,
                "invalid-request",
                "teamId",
                () -> leadOf(team)
                        .queryParam("teamId", team.teamId)
                        .queryParam("memberId", ann)
                        .get(LOADS));
    }

    @Test
    void answersForTheLastWeekThatThereIs() {
        leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("from", "9999-W52")
                .queryParam("weeks", 1)
                .get(LOADS)
                .then()
                .statusCode(200);
    }

    @Test
    void asksTheDatabaseNoMoreForMoreMembers() {
        team.task(600, WEEK);
        published(team, 1);
        var forOne = Statements.countedIn(
                () -> ofTeam(TestTokens.lead(team.leadId)).then().statusCode(200));
        for (int i = 0; i < 5; i++) {
            team.member("Member " + i, 3);
            team.task(600, WEEK);
        }
        published(team, 1);

        var forSix = Statements.countedIn(
                () -> ofTeam(TestTokens.lead(team.leadId)).then().body("members", hasSize(6)));

        assertThat(forSix).isEqualTo(forOne).isLessThanOrEqualTo(6);
    }
}
