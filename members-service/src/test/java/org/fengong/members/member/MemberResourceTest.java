package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.members.MembersTopics;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberResourceTest {
    private static final String MEMBERS = "/api/v1/members";

    private static Response create(String body) {
        return admin().body(body).post(MEMBERS);
    }

    @Test
    void registersAMemberWithAllThatIsKnownAndTellsOfIt() {
        var department = department();
        var skill = skill();
        var key = newKey();

        var answer = create(memberBody(key, department.id(), """
                , "occupation": "Content manager", "joinedOn": "2026-11-01", "availabilityFactor": 0.8,
                "workingPattern": {"validFrom": "2026-11-01", "minutes": [480, 480, 480, 480, 0, 0, 0]},
                "skills": [{"skillId": "%s", "level": 4}],
                "interests": [{"skillId": "%s", "value": -2}, {"field": "digital", "value": 2}]""".formatted(skill.id(), skill.id())));

        var id = Thing.of(answer).id();
        answer.then()
                .statusCode(201)
                .header("Location", containsString(MEMBERS + "/" + id))
                .header("ETag", containsString("\"1."))
                .body("key", equalTo(key))
                .body("active", is(true))
                .body("displayName", equalTo("Ana Lima"))
                .body("email", equalTo("ana.lima@example.com"))
                .body("timeZone", equalTo("Europe/Lisbon"))
                .body("departmentId", equalTo(department.id().toString()))
                .body("joinedOn", equalTo("2026-11-01"))
                .body("availabilityFactor", is(0.8f))
                .body("workingPatterns.validFrom", contains("2026-11-01"))
                .body("skills.level", contains(4))
                .body("interests.value", contains(-2, 2))
                .body("absences", empty())
                .body("memberships", empty());
        assertThat(readMember(Thing.of(answer)).answer().asString()).isEqualTo(answer.asString());
        var event = OutboxRows.of(id).get(0);
        assertThat(event.topic()).isEqualTo(MembersTopics.MEMBER);
        assertThat(event.type()).isEqualTo("fengong.members.member-registered.v1");
        assertThat(event.data().get("memberId").asText()).isEqualTo(id.toString());
        assertThat(event.data().at("/skills/0/level").asInt()).isEqualTo(4);
        assertThat(event.data().at("/interests/1/field").asText()).isEqualTo("digital");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void assumesAFullTimeWeekAndFullAvailability() {
        member().answer()
                .then()
                .body("availabilityFactor", is(1))
                .body("workingPatterns[0].minutes", contains(480, 480, 480, 480, 480, 0, 0))
                .body("joinedOn", nullValue());
    }

    @Test
    void changesTheProfileAndTellsOfTheNewVersion() {
        var member = member();
        var next = department();

        patch(member)
                .body("""
                        {"displayName": "林安娜", "availabilityFactor": 0.6, "departmentId": "%s", "occupation": "Editor"}""".formatted(next.id()))
                .patch(MEMBERS + "/" + member.id())
                .then()
                .statusCode(200)
                .header("ETag", containsString("\"2."))
                .body("displayName", equalTo("林安娜"))
                .body("availabilityFactor", is(0.6f))
                .body("departmentId", equalTo(next.id().toString()))
                .body("email", equalTo("ana.lima@example.com"))
                .body("version", is(2));

        var event = OutboxRows.of(member.id()).get(1);
        assertThat(event.type()).isEqualTo("fengong.members.member-changed.v1");
        assertThat(event.data().get("displayName").asText()).isEqualTo("林安娜");
        assertThat(event.data().get("version").asLong()).isEqualTo(2);
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void takesAwayWhatAPatchSetsToNullAndInsistsOnWhatAMemberNeeds() {
        var member = Thing.of(create(memberBody(newKey(), department().id(), ", \"occupation\": \"Editor\"")));

        assertRefused(
                400,
                "invalid-request",
                "email",
                () -> patch(member).body("{\"email\": null}").patch(MEMBERS + "/" + member.id()));
        patch(member)
                .body("{\"occupation\": null}")
                .patch(MEMBERS + "/" + member.id())
                .then()
                .statusCode(200)
                .body("occupation", nullValue());
    }

    @Test
    void changesLevelsAndAbsencesOnlyAtTheirOwnAddresses() {
        var member = member();
        for (var field : List.of("skills", "interests", "absences", "workingPatterns", "memberships", "active", "id")) {
            assertRefused(
                    400,
                    "invalid-request",
                    field,
                    () -> patch(member).body("{\"%s\": []}".formatted(field)).patch(MEMBERS + "/" + member.id()));
        }
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var taken = member();
        var other = member();
        var department = department();

        assertRefused(409, "member-key-taken", "key", () -> create(memberBody(taken.key(), department.id())));
        assertRefused(
                409,
                "member-key-taken",
                "key",
                () -> patch(other)
                        .body("{\"key\": \"%s\"}".formatted(taken.key()))
                        .patch(MEMBERS + "/" + other.id()));
    }

    @Test
    void refusesADepartmentAndSkillsThatNobodyKnows() {
        var department = department();
        var skill = skill();
        var member = member();
        var unknown = UUID.randomUUID();

        assertRefused(422, "unknown-department", "departmentId", () -> create(memberBody(newKey(), unknown)));
        assertRefused(
                422,
                "unknown-department",
                "departmentId",
                () -> patch(member)
                        .body("{\"departmentId\": \"%s\"}".formatted(unknown))
                        .patch(MEMBERS + "/" + member.id()));
        assertRefused(
                422,
                "unknown-skill",
                "skills[1].skillId",
                () -> create(memberBody(
                        newKey(),
                        department.id(),
                        ", \"skills\": [{\"skillId\": \"%s\", \"level\": 1}, {\"skillId\": \"%s\", \"level\": 1}]"
                                .formatted(skill.id(), unknown))));
        assertRefused(
                422,
                "unknown-skill",
                "interests[0].skillId",
                () -> create(memberBody(
                        newKey(),
                        department.id(),
                        ", \"interests\": [{\"skillId\": \"%s\", \"value\": 1}]".formatted(unknown))));
    }

    @Test
    void refusesASkillThatStandsThereTwice() {
        var skill = skill();
        var department = department();

        assertRefused(
                422,
                "skill-twice",
                "skills[1].skillId",
                () -> create(memberBody(
                        newKey(),
                        department.id(),
                        ", \"skills\": [{\"skillId\": \"%s\", \"level\": 1}, {\"skillId\": \"%s\", \"level\": 2}]"
                                .formatted(skill.id(), skill.id()))));
    }

    @Test
    void refusesToLeaveBeforeJoining() {
        var member = Thing.of(create(memberBody(newKey(), department().id(), ", \"joinedOn\": \"2026-12-01\"")));

        assertRefused(
                422,
                "left-before-joined",
                "leftOn",
                () -> patch(member).body("{\"leftOn\": \"2026-11-30\"}").patch(MEMBERS + "/" + member.id()));
        patch(member)
                .body("{\"leftOn\": \"2026-12-01\"}")
                .patch(MEMBERS + "/" + member.id())
                .then()
                .statusCode(200);
    }

    @Test
    void refusesAChangeOfAnOldVersionOrOfNone() {
        var member = member();
        patch(member)
                .body("{\"occupation\": \"Editor\"}")
                .patch(MEMBERS + "/" + member.id())
                .then()
                .statusCode(200);

        assertRefused(
                        412,
                        "stale-version",
                        () -> patch(member).body("{\"occupation\": \"Writer\"}").patch(MEMBERS + "/" + member.id()))
                .body("currentVersion", is(2));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> admin().contentType("application/merge-patch+json")
                        .body("{\"occupation\": \"Writer\"}")
                        .patch(MEMBERS + "/" + member.id()));
        readMember(member).answer().then().body("occupation", equalTo("Editor"));
    }

    @Test
    void repeatsTheAnswerToARetryAndRefusesTheKeyWithAnotherBody() {
        var idempotencyKey = newKey();
        var department = department();
        var body = memberBody(newKey(), department.id());

        var first = admin().header("Idempotency-Key", idempotencyKey).body(body).post(MEMBERS);
        var second =
                admin().header("Idempotency-Key", idempotencyKey).body(body).post(MEMBERS);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(OutboxRows.of(Thing.of(first).id())).hasSize(1);
        assertRefused(
                422,
                "idempotency-key-reused",
                "Idempotency-Key",
                () -> admin().header("Idempotency-Key", idempotencyKey)
                        .body(memberBody(newKey(), department.id()))
                        .post(MEMBERS));
    }

    @Test
    void isRegisteredAndChangedByAdministratorsAloneAndReadByAll() {
        var member = member();
        for (var token : List.of(
                TestTokens.lead(member.id()),
                TestTokens.member(member.id()),
                TestTokens.viewer(),
                TestTokens.service())) {
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .body(memberBody(newKey(), UUID.randomUUID()))
                            .post(MEMBERS));
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .contentType("application/merge-patch+json")
                            .header("If-Match", member.etag())
                            .body("{\"occupation\": \"Chief\"}")
                            .patch(MEMBERS + "/" + member.id()));
            as(token).get(MEMBERS + "/" + member.id()).then().statusCode(200);
            as(token)
                    .queryParam("key", member.key())
                    .get(MEMBERS)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
        }
    }

    @Test
    void answers404ToAnIdThatIsNoMember() {
        assertRefused(404, "member-not-found", () -> admin().get(MEMBERS + "/" + UUID.randomUUID()));
    }
}
