package org.fengong.members.member;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dated record of proficiency levels (P2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillFactsTest {
    private static final String LEVEL = "/api/v1/members/{id}/skills/{skillId}";
    private static final String FACTS = "/api/v1/members/{id}/skill-facts";

    @AfterEach
    void letTheClockBe() {
        TestClock.ahead(Duration.ZERO);
    }

    private static Response hold(String token, Thing member, Thing skill, String body) {
        return as(token)
                .header("If-Match", readMember(member).etag())
                .body(body)
                .put(LEVEL, member.id(), skill.id());
    }

    private static void hold(Thing member, Thing skill, int level) {
        hold(TestTokens.admin(), member, skill, "{\"level\": %d}".formatted(level))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse facts(Thing member) {
        return admin().get(FACTS, member.id()).then().statusCode(200);
    }

    @Test
    void sayWhoConfirmedALevelWhenAndOnWhatEvidence() {
        var lead = member();
        var member = member();
        var skill = skill();
        join(teamLedBy(lead), member, 50, LocalDate.of(2026, 12, 1), null);

        hold(TestTokens.lead(lead.id()), member, skill, "{\"level\": 4, \"evidence\": \"The spring campaign\"}")
                .then()
                .statusCode(200);

        facts(member)
                .body("items.skillId", contains(skill.id().toString()))
                .body("items.level", contains(4))
                .body("items.confirmedBy", contains(lead.id().toString()))
                .body("items.evidence", contains("The spring campaign"))
                .body("items.at", contains(startsWith("20")))
                .body("items.current", contains(true));
    }

    @Test
    void areKeptWhenTheLevelChangesOrGoes() {
        var member = member();
        var skill = skill();
        hold(member, skill, 2);
        TestClock.ahead(Duration.ofDays(30));
        hold(member, skill, 3);
        TestClock.ahead(Duration.ofDays(60));

        admin(readMember(member)).delete(LEVEL, member.id(), skill.id()).then().statusCode(200);

        facts(member)
                .body("items.current", contains(false, false, false))
                .body("items[0].level", equalTo(null))
                .body("items[1].level", equalTo(3))
                .body("items[2].level", equalTo(2));
        admin().queryParam("current", true).get(FACTS, member.id()).then().body("items", empty());
    }

    @Test
    void beginWithTheRegistration() {
        var skill = skill();
        var member = Thing.of(admin().body(memberBody(
                        newKey(),
                        department().id(),
                        ", \"skills\": [{\"skillId\": \"%s\", \"level\": 3}]".formatted(skill.id())))
                .post("/api/v1/members"));

        facts(member).body("items.level", contains(3)).body("items.confirmedBy", contains("an-admin"));
    }

    @Test
    void areReadPageByPageAndBySkill() {
        var member = member();
        var skill = skill();
        hold(member, skill, 1);
        TestClock.ahead(Duration.ofDays(1));
        hold(member, skill(), 2);
        TestClock.ahead(Duration.ofDays(2));
        hold(member, skill, 3);

        var first = admin().queryParam("limit", 2).get(FACTS, member.id());

        first.then().body("items.level", contains(3, 2));
        admin().queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(FACTS, member.id())
                .then()
                .body("items.level", contains(1));
        admin().queryParam("skillId", skill.id()).get(FACTS, member.id()).then().body("items.level", contains(3, 1));
    }

    @Test
    void followTheirSkillIntoAnotherOne() {
        var duplicate = skill();
        var kept = skill();
        var member = member();
        var other = member();
        hold(member, kept, 2);
        hold(member, duplicate, 4);
        hold(other, duplicate, 3);
        hold(other, kept, 3);

        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post("/api/v1/skills/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);

        for (var one : java.util.Map.of(member, 4, other, 3).entrySet()) {
            admin().queryParam("skillId", kept.id())
                    .get(FACTS, one.getKey().id())
                    .then()
                    .body("items", hasSize(2));
            admin().queryParam("current", true)
                    .get(FACTS, one.getKey().id())
                    .then()
                    .body("items.skillId", contains(kept.id().toString()))
                    .body("items.level", contains(one.getValue()));
        }
        admin().queryParam("current", true)
                .get(FACTS, member.id())
                .then()
                .body("items.mergedFrom", contains(duplicate.id().toString()));
    }

    @Test
    void areForTheMemberItsLeadsAndWhoReadsEverything() {
        var lead = member();
        var member = member();
        var skill = skill();
        join(teamLedBy(lead), member, 50, LocalDate.of(2026, 12, 1), null);

        for (var token : java.util.List.of(
                TestTokens.member(member.id()),
                TestTokens.lead(lead.id()),
                TestTokens.viewer(),
                TestTokens.service())) {
            as(token).get(FACTS, member.id()).then().statusCode(200);
        }
        assertRefused(
                404, "member-not-found", () -> as(TestTokens.member(lead.id())).get(FACTS, member.id()));
        assertRefused(404, "member-not-found", () -> admin().get(FACTS, UUID.randomUUID()));
        assertRefused(
                400,
                "invalid-request",
                "current",
                () -> admin().queryParam("current", "now").get(FACTS, member.id()));
        assertRefused(
                400,
                "invalid-request",
                "evidence",
                () -> hold(
                        TestTokens.admin(),
                        member,
                        skill,
                        "{\"level\": 1, \"evidence\": \"%s\"}".formatted("x".repeat(1001))));
    }
}
