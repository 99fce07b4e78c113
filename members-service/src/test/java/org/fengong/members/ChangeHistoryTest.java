package org.fengong.members;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.created;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.team;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.members.EscoFiles.file;
import static org.fengong.members.EscoFiles.send;
import static org.fengong.members.EscoFiles.skillUri;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Who changed what, when and why. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class ChangeHistoryTest {
    private static final String MEMBERS = "/api/v1/members";
    private static final String TEAMS = "/api/v1/teams";
    private static final String SKILLS = "/api/v1/skills";
    private static final String OCCUPATIONS = "/api/v1/occupations";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private static ValidatableResponse history(String path, Thing thing) {
        return as(TestTokens.viewer())
                .get(path + "/{id}/history", thing.id())
                .then()
                .statusCode(200);
    }

    private static Thing hold(Thing member, String token, Thing skill, int level, String evidence) {
        var answer = as(token)
                .header("If-Match", readMember(member).etag())
                .body("{\"level\": %d, \"evidence\": \"%s\"}".formatted(level, evidence))
                .put(MEMBERS + "/{id}/skills/{skillId}", member.id(), skill.id());
        answer.then().statusCode(200);
        return Thing.of(answer);
    }

    private static Thing occupation(Thing... skills) {
        var ids = String.join(
                ", ",
                Arrays.stream(skills).map(skill -> "\"" + skill.id() + "\"").toList());
        return created(
                OCCUPATIONS,
                "{\"key\": \"%s\", \"names\": {\"en\": \"Editor\"}, \"essentialSkillIds\": [%s]}"
                        .formatted(newKey(), ids));
    }

    @Test
    void tellsWhoChangedWhichLevelOfAMemberAndWhy() {
        var lead = member();
        var member = member();
        join(teamLedBy(lead), member, 50, DAY, null);
        var writing = skill();
        var other = skill();
        hold(member, TestTokens.admin(), writing, 2, "The spring flyer.");
        hold(member, TestTokens.admin(), other, 3, "The stand.");

        hold(member, TestTokens.lead(lead.id()), writing, 4, "Led the autumn campaign.");

        history(MEMBERS, member)
                .body("items.action", contains("changed", "changed", "changed", "changed", "registered"))
                .body("items.version", contains(5, 4, 3, 2, 1))
                .body("items[0].actor", equalTo(lead.id().toString()))
                .body("items[0].reason", equalTo("Led the autumn campaign."))
                .body("items[0].at", notNullValue())
                .body("items[0].changes.field", contains("skills[0].level"))
                .body("items[0].changes.before", contains("2"))
                .body("items[0].changes.after", contains("4"))
                .body("items[2].reason", equalTo("The spring flyer."))
                .body("items[2].actor", equalTo("an-admin"))
                .body("items[3].changes.field", contains("memberships[0]"))
                .body("items[4].changes.field", hasItems("displayName", "departmentId", "workingPatterns"));
    }

    @Test
    void tellsOfProfileAbsencesPatternsAndInterestsOfAMember() {
        var member = member();
        patch(member)
                .body("{\"availabilityFactor\": 0.5}")
                .patch(MEMBERS + "/" + member.id())
                .then()
                .statusCode(200);
        var absence = as(TestTokens.member(member.id()))
                .body("{\"from\": \"2027-02-01\", \"to\": \"2027-02-05\", \"kind\": \"VACATION\"}")
                .post(MEMBERS + "/{id}/absences", member.id());
        absence.then().statusCode(201);
        admin(readMember(member))
                .delete(MEMBERS + "/{id}/absences/{absenceId}", member.id(), absence.path("absenceId"))
                .then()
                .statusCode(200);
        admin(readMember(member))
                .body("{\"minutes\": [480, 480, 480, 480, 0, 0, 0]}")
                .put(MEMBERS + "/{id}/working-patterns/2030-01-07", member.id())
                .then()
                .statusCode(200);
        admin(readMember(member))
                .body("{\"interests\": [{\"field\": \"content\", \"value\": 2}]}")
                .put(MEMBERS + "/{id}/interests", member.id())
                .then()
                .statusCode(200);

        history(MEMBERS, member)
                .body("items[0].changes.field", contains("interests[0]"))
                .body("items[1].changes.field", hasItem("workingPatterns[2]"))
                .body("items[2].changes.field", contains("absences[0]"))
                .body("items[2].changes.after", contains(nullValue()))
                .body("items[3].actor", equalTo(member.id().toString()))
                .body("items[3].changes.field", contains("absences[0]"))
                .body("items[4].changes.field", hasItem("availabilityFactor"))
                .body("items[4].changes.find { it.field == 'availabilityFactor' }.before", equalTo("1"))
                .body("items[4].changes.find { it.field == 'availabilityFactor' }.after", equalTo("0.5"));
    }

    @Test
    void tellsWhoJoinedAndLeftATeam() {
        var team = team();
        var member = member();
        join(team, member, 50, DAY, null);
        admin().post(MEMBERS + "/{id}/deactivate", member.id()).then().statusCode(200);

        history(TEAMS, team)
                .body("items.action", contains("changed", "changed", "created"))
                .body("items[0].reason", equalTo("member-left"))
                .body("items[0].changes.field", contains("members[0].to"))
                .body("items[1].changes.field", contains("members[0]"))
                .body("items[2].changes.field", hasItem("timeZone"));
        history(MEMBERS, member).body("items[0].action", equalTo("deactivated"));
    }

    @Test
    void tellsOfDepartments() {
        var department = department();
        patch(department)
                .body("{\"name\": \"Sales\"}")
                .patch("/api/v1/departments/" + department.id())
                .then()
                .statusCode(200);

        history("/api/v1/departments", department)
                .body("items.action", contains("changed", "created"))
                .body("items[0].changes.field", contains("name"))
                .body("items[0].changes.before", contains("Marketing"))
                .body("items[0].actor", equalTo("an-admin"));
    }

    @Test
    void tellsOfHolidayCalendarsAndOfThoseWhoLiveByThem() {
        var calendar = created(
                "/api/v1/holiday-calendars",
                "{\"key\": \"%s\", \"name\": \"Portugal\", \"holidays\": []}".formatted(newKey()));
        var member = created(
                MEMBERS,
                Company.memberBody(
                        newKey(),
                        department().id(),
                        ", \"workingPattern\": {\"validFrom\": \"2000-01-01\", \"minutes\": [480, 480, 480, 480, 480, 0, 0], \"holidayCalendarId\": \"%s\"}"
                                .formatted(calendar.id())));
        patch(calendar)
                .body("{\"holidays\": [{\"day\": \"2030-06-10\", \"name\": \"Dia de Portugal\"}]}")
                .patch("/api/v1/holiday-calendars/" + calendar.id())
                .then()
                .statusCode(200);

        history("/api/v1/holiday-calendars", calendar)
                .body("items.action", contains("changed", "created"))
                .body("items[0].changes.field", contains("holidays[0]"));
        history(MEMBERS, member).body("items[0].reason", equalTo("holidays-changed"));
    }

    @Test
    void tellsOfAMergeEverywhereThatItReaches() {
        var duplicate = skill(newKey(), ", \"aliases\": {\"en\": [\"Word craft\"]}");
        var kept = skill();
        var occupation = occupation(duplicate);
        var member = member();
        hold(member, TestTokens.admin(), duplicate, 3, "The stand.");

        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post(SKILLS + "/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);

        history(SKILLS, duplicate)
                .body("items.action", contains("merged", "created"))
                .body("items[0].changes.field", containsInAnyOrder("active", "mergedInto"));
        history(SKILLS, kept)
                .body("items.action", contains("merged", "created"))
                .body("items[0].changes.after", contains("Word craft"));
        history(OCCUPATIONS, occupation)
                .body("items.action", contains("skill-merged", "created"))
                .body("items.version", contains(2, 1))
                .body("items[0].changes.field", contains("essentialSkillIds[0]"))
                .body("items[0].changes.after", contains(kept.id().toString()));
        history(MEMBERS, member)
                .body("items[0].reason", equalTo("skill-merged"))
                .body("items[0].changes.field", contains("skills[0].skillId"));
    }

    @Test
    void tellsOfWhatWasImported() {
        var imported = send(EscoFiles.SKILLS, file("skillUri,label,field", skillUri() + ",signage," + newKey()));
        imported.then().statusCode(200);
        var skill = Thing.of(admin().get(SKILLS + "/" + imported.path("rows[0].id")));

        history(SKILLS, skill)
                .body("items.action", contains("imported"))
                .body("items[0].actor", equalTo("an-admin"))
                .body("items[0].changes.field", hasItem("escoUri"));
    }

    @Test
    void comesInPages() {
        var skill = skill();
        for (var name : new String[] {"One", "Two"}) {
            patch(Company.readSkill(skill))
                    .body("{\"names\": {\"en\": \"%s\"}}".formatted(name))
                    .patch(SKILLS + "/" + skill.id())
                    .then()
                    .statusCode(200);
        }
        var first = admin().queryParam("limit", 2).get(SKILLS + "/{id}/history", skill.id());
        first.then().body("items.version", contains(3, 2));

        admin().queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(SKILLS + "/{id}/history", skill.id())
                .then()
                .body("items.version", contains(1))
                .body("next", nullValue());
        assertRefused(
                400,
                "invalid-request",
                "limit",
                () -> admin().queryParam("limit", 0).get(SKILLS + "/{id}/history", skill.id()));
    }

    @Test
    void ofAMemberIsForThatMemberItsLeadsAndWhoReadsEverything() {
        var lead = member();
        var member = member();
        join(teamLedBy(lead), member, 50, DAY, null);
        var path = MEMBERS + "/{id}/history";

        for (var token :
                new String[] {TestTokens.member(member.id()), TestTokens.lead(lead.id()), TestTokens.service()}) {
            as(token).get(path, member.id()).then().statusCode(200);
        }
        assertRefused(
                404, "member-not-found", () -> as(TestTokens.member(lead.id())).get(path, member.id()));
        assertRefused(
                404,
                "member-not-found",
                () -> as(TestTokens.lead(UUID.randomUUID())).get(path, member.id()));
    }

    @Test
    void isNotThereForWhatIsNotThere() {
        for (var path :
                new String[] {"departments", "teams", "skills", "occupations", "holiday-calendars", "members"}) {
            assertRefused(
                    404,
                    path.substring(0, path.length() - 1) + "-not-found",
                    () -> admin().get("/api/v1/" + path + "/{id}/history", UUID.randomUUID()));
        }
    }

    @Test
    void keepsNothingOfWhatWasRefused() {
        var read = skill();
        patch(read)
                .body("{\"field\": \"brand\"}")
                .patch(SKILLS + "/" + read.id())
                .then()
                .statusCode(200);

        assertRefused(
                412,
                "stale-version",
                () -> patch(read).body("{\"field\": \"sales\"}").patch(SKILLS + "/" + read.id()));

        history(SKILLS, read)
                .body("items.action", contains("changed", "created"))
                .body("items[0].changes.field", contains("field"))
                .body("items[0].changes.after", contains("brand"));
    }
}
