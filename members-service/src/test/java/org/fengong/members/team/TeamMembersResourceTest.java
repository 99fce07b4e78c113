package org.fengong.members.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.readTeam;
import static org.fengong.members.Company.team;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.members.Company.terms;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class TeamMembersResourceTest {
    private static final String MEMBERSHIP = "/api/v1/teams/{id}/members/{memberId}";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Response put(String token, Thing team, Thing member, String terms) {
        return as(token).header("If-Match", readTeam(team).etag()).body(terms).put(MEMBERSHIP, team.id(), member.id());
    }

    private static Response put(Thing team, Thing member, String terms) {
        return put(TestTokens.admin(), team, member, terms);
    }

    @Test
    void tellsOfTheTeamAndOfTheMemberEachWithItsNextVersion() {
        var team = team();
        var member = member();

        put(team, member, terms(40, DAY, DAY.plusDays(30)))
                .then()
                .statusCode(200)
                .header("ETag", containsString("\"2."))
                .body("version", is(2))
                .body("members.memberId", contains(member.id().toString()))
                .body("members.sharePercent", contains(40))
                .body("members.from", contains("2026-12-01"))
                .body("members.to", contains("2026-12-31"));

        readMember(member)
                .answer()
                .then()
                .body("version", is(2))
                .body("memberships.teamId", contains(team.id().toString()));
        var ofTeam = OutboxRows.of(team.id()).get(1);
        assertThat(ofTeam.type()).isEqualTo("fengong.members.team-changed.v1");
        assertThat(ofTeam.data().get("version").asLong()).isEqualTo(2);
        assertThat(ofTeam.data().at("/members/0/sharePercent").asInt()).isEqualTo(40);
        EventContracts.assertFits(ofTeam.type(), ofTeam.data());
        var ofMember = OutboxRows.of(member.id()).get(1);
        assertThat(ofMember.type()).isEqualTo("fengong.members.member-changed.v1");
        assertThat(ofMember.data().get("version").asLong()).isEqualTo(2);
        assertThat(ofMember.data().at("/memberships/0/teamId").asText())
                .isEqualTo(team.id().toString());
        EventContracts.assertFits(ofMember.type(), ofMember.data());
    }

    @Test
    void changesTheShareOfOneWhoIsInTheTeamAlready() {
        var team = team();
        var member = member();
        join(team, member, 100, DAY, null);

        put(team, member, terms(80, DAY, null))
                .then()
                .statusCode(200)
                .body("members.sharePercent", contains(80))
                .body("version", is(3));
    }

    @Test
    void refusesMoreThanAllOfAMember() {
        var member = member();
        join(team(), member, 60, DAY, null);
        var second = team();
        var third = team();

        assertRefused(
                        422,
                        "share-over-100-percent",
                        "sharePercent",
                        () -> put(second, member, terms(41, DAY.plusDays(90), DAY.plusDays(90))))
                .body("detail", containsString("101"));
        put(second, member, terms(40, DAY, null)).then().statusCode(200);
        assertRefused(422, "share-over-100-percent", "sharePercent", () -> put(third, member, terms(1, DAY, null)));
    }

    @Test
    void seesTheShareOfATeamThatStartsLater() {
        var member = member();
        join(team(), member, 60, DAY.plusDays(10), null);
        var second = team();

        assertRefused(422, "share-over-100-percent", "sharePercent", () -> put(second, member, terms(50, DAY, null)));
        put(second, member, terms(50, DAY, DAY.plusDays(9))).then().statusCode(200);
    }

    @Test
    void addsUpThreeTeamsOnlyOnTheDaysOnWhichTheyMeet() {
        var member = member();
        join(team(), member, 50, DAY, DAY.plusDays(9));
        join(team(), member, 50, DAY.plusDays(20), null);
        var third = team();

        put(third, member, terms(50, DAY, null)).then().statusCode(200);
        assertRefused(422, "share-over-100-percent", "sharePercent", () -> put(third, member, terms(51, DAY, null)));
    }

    @Test
    void followsOneTeamAfterTheOther() {
        var member = member();
        join(team(), member, 100, DAY, DAY.plusDays(13));

        put(team(), member, terms(100, DAY.plusDays(14), null)).then().statusCode(200);
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        var team = team();
        var member = member();

        assertRefused(
                422,
                "membership-ends-before-it-starts",
                "to",
                () -> put(team, member, terms(50, DAY, DAY.minusDays(1))));
        put(team, member, terms(50, DAY, DAY)).then().statusCode(200);
    }

    @Test
    void refusesAShareOutOfRange() {
        var team = team();
        var member = member();
        for (var share : new int[] {0, 101, -1}) {
            assertRefused(400, "invalid-request", "sharePercent", () -> put(team, member, terms(share, DAY, null)));
        }
        assertRefused(400, "invalid-request", "from", () -> put(team, member, "{\"sharePercent\": 50}"));
        assertRefused(400, "invalid-request", "sharePercent", () -> put(team, member, "{\"from\": \"2026-12-01\"}"));
    }

    @Test
    void refusesAMemberWhomNobodyKnowsOrWhoLeft() {
        var team = team();
        var left = member();
        admin().post("/api/v1/members/{id}/deactivate", left.id()).then().statusCode(200);

        assertRefused(
                404,
                "member-not-found",
                () -> admin(readTeam(team)).body(terms(50, DAY, null)).put(MEMBERSHIP, team.id(), UUID.randomUUID()));
        assertRefused(409, "member-already-left", () -> put(team, left, terms(50, DAY, null)));
    }

    @Test
    void letsTheLeadOfTheTeamDecide() {
        var lead = member();
        var team = teamLedBy(lead);
        var member = member();

        put(TestTokens.lead(lead.id()), team, member, terms(50, DAY, null))
                .then()
                .statusCode(200);

        assertThat(OutboxRows.of(member.id()).get(1).data().get("actor").asText())
                .isEqualTo(lead.id().toString());
    }

    @Test
    void looksLikeNoTeamToEverybodyElse() {
        var lead = member();
        var team = teamLedBy(lead);
        var otherLead = member();
        var other = teamLedBy(otherLead);
        var member = member();
        var terms = terms(50, DAY, null);

        assertRefused(404, "team-not-found", () -> put(TestTokens.lead(otherLead.id()), team, member, terms));
        assertRefused(
                404, "team-not-found", () -> put(TestTokens.narrowedLead(lead.id(), other.id()), team, member, terms));
        assertRefused(403, "forbidden", () -> put(TestTokens.member(lead.id()), team, member, terms));
        assertRefused(403, "forbidden", () -> put(TestTokens.viewer(), team, member, terms));
        put(TestTokens.narrowedLead(lead.id(), team.id()), team, member, terms)
                .then()
                .statusCode(200);
    }

    @Test
    void asksForTheCurrentVersionOfTheTeam() {
        var team = team();
        var member = member();
        join(team, member(), 10, DAY, null);

        assertRefused(
                412,
                "stale-version",
                () -> admin(team).body(terms(50, DAY, null)).put(MEMBERSHIP, team.id(), member.id()));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> admin().body(terms(50, DAY, null)).put(MEMBERSHIP, team.id(), member.id()));
        assertRefused(428, "if-match-required", "If-Match", () -> admin().delete(MEMBERSHIP, team.id(), member.id()));
    }

    @Test
    void takesAMemberOutAndTellsOfBoth() {
        var team = team();
        var member = member();
        var joined = join(team, member, 100, DAY, null);

        admin(joined)
                .delete(MEMBERSHIP, team.id(), member.id())
                .then()
                .statusCode(200)
                .body("members", empty())
                .body("version", is(3));

        assertThat(OutboxRows.of(team.id()).get(2).data().get("members")).isEmpty();
        assertThat(OutboxRows.of(member.id()).get(2).data().get("memberships")).isEmpty();
        put(team(), member, terms(100, DAY, null)).then().statusCode(200);
    }

    @Test
    void cannotTakeOutWhoIsNotIn() {
        var team = team();
        var member = member();

        assertRefused(404, "membership-not-found", () -> admin(team).delete(MEMBERSHIP, team.id(), member.id()));
    }
}
