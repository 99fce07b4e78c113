package org.fengong.members.member;

import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.team;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Who may change what of a member. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberAccessTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Response setLevel(String token, Thing member) {
        return setLevel(token, member, skill());
    }

    private static Response setLevel(String token, Thing member, Thing skill) {
        return as(token)
                .header("If-Match", readMember(member).etag())
                .body("{\"level\": 3}")
                .put("/api/v1/members/{id}/skills/{skillId}", member.id(), skill.id());
    }

    private static Response setPattern(String token, Thing member) {
        return as(token)
                .header("If-Match", readMember(member).etag())
                .body("{\"minutes\": [60, 0, 0, 0, 0, 0, 0]}")
                .put("/api/v1/members/{id}/working-patterns/2027-01-04", member.id());
    }

    private static Response setInterests(String token, Thing member) {
        return as(token)
                .header("If-Match", readMember(member).etag())
                .body("{\"interests\": []}")
                .put("/api/v1/members/{id}/interests", member.id());
    }

    private static Response reportAbsence(String token, Thing member) {
        return as(token)
                .body("{\"from\": \"2026-12-21\", \"to\": \"2026-12-31\", \"kind\": \"VACATION\"}")
                .post("/api/v1/members/{id}/absences", member.id());
    }

    private static Response takeBackAbsence(String token, Thing member, String absenceId) {
        return as(token)
                .header("If-Match", readMember(member).etag())
                .delete("/api/v1/members/{id}/absences/{absenceId}", member.id(), absenceId);
    }

    @Test
    void letsTheLeadOfATeamSetLevelsPatternsAndAbsencesOfItsMembers() {
        var lead = member();
        var member = member();
        join(teamLedBy(lead), member, 50, DAY, null);
        var token = TestTokens.lead(lead.id());

        setLevel(token, member).then().statusCode(200);
        setPattern(token, member).then().statusCode(200);
        String absenceId =
                reportAbsence(token, member).then().statusCode(201).extract().path("absenceId");
        takeBackAbsence(token, member, absenceId).then().statusCode(200);
    }

    @Test
    void letsAMemberTellOfItsOwnAbsencesAndInterests() {
        var member = member();
        var token = TestTokens.member(member.id());

        setInterests(token, member).then().statusCode(200);
        String absenceId =
                reportAbsence(token, member).then().statusCode(201).extract().path("absenceId");
        takeBackAbsence(token, member, absenceId).then().statusCode(200);
    }

    @Test
    void givesNobodyASayInTheInterestsOfOthers() {
        var lead = member();
        var member = member();
        join(teamLedBy(lead), member, 50, DAY, null);

        assertRefused(404, "member-not-found", () -> setInterests(TestTokens.lead(lead.id()), member));
        assertRefused(404, "member-not-found", () -> setInterests(TestTokens.member(lead.id()), member));
        assertRefused(403, "forbidden", () -> setInterests(TestTokens.viewer(), member));
    }

    @Test
    void giveNoMemberASayInItsOwnLevelAndPattern() {
        var member = member();
        var skill = skill();

        assertRefused(403, "forbidden", () -> setLevel(TestTokens.member(member.id()), member, skill));
        assertRefused(403, "forbidden", () -> setPattern(TestTokens.member(member.id()), member));
    }

    @Test
    void looksLikeNoMemberToTheLeadOfAnotherTeam() {
        var lead = member();
        teamLedBy(lead);
        var member = member();
        var skill = skill();
        join(teamLedBy(member()), member, 50, DAY, null);
        var token = TestTokens.lead(lead.id());

        assertRefused(404, "member-not-found", () -> setLevel(token, member, skill));
        assertRefused(404, "member-not-found", () -> setPattern(token, member));
        assertRefused(404, "member-not-found", () -> reportAbsence(token, member));
        assertRefused(
                404,
                "member-not-found",
                () -> takeBackAbsence(token, member, UUID.randomUUID().toString()));
    }

    @Test
    void looksLikeNoMemberToOtherMembersOfTheTeam() {
        var colleague = member();
        var member = member();
        var team = team();
        join(team, colleague, 50, DAY, null);
        join(team, member, 50, DAY, null);

        assertRefused(404, "member-not-found", () -> reportAbsence(TestTokens.member(colleague.id()), member));
    }

    @Test
    void endsTheSayOfALeadWithTheMembership() {
        var lead = member();
        var member = member();
        var skill = skill();
        var today = LocalDate.now(java.time.ZoneOffset.UTC);
        join(teamLedBy(lead), member, 50, today.minusDays(30), today.minusDays(2));

        assertRefused(404, "member-not-found", () -> setLevel(TestTokens.lead(lead.id()), member, skill));
    }

    @Test
    void leavesAMemberToTheTeamsThatTheTokenCovers() {
        var lead = member();
        var member = member();
        var skill = skill();
        var team = teamLedBy(lead);
        join(team, member, 50, DAY, null);

        assertRefused(
                404,
                "member-not-found",
                () -> setLevel(TestTokens.narrowedLead(lead.id(), UUID.randomUUID()), member, skill));
        setLevel(TestTokens.narrowedLead(lead.id(), UUID.randomUUID(), team.id()), member)
                .then()
                .statusCode(200);
    }

    @Test
    void letsNoServiceCommand() {
        var member = member();
        var skill = skill();

        assertRefused(403, "forbidden", () -> setLevel(TestTokens.service(), member, skill));
        assertRefused(403, "forbidden", () -> reportAbsence(TestTokens.service(), member));
    }
}
