package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.Test;

/** Proficiency levels (P2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberSkillsTest {
    private static final String LEVEL = "/api/v1/members/{id}/skills/{skillId}";

    @Test
    void setsALevelAndTellsOfIt() {
        var member = member();
        var skill = skill();

        admin(member)
                .body("{\"level\": 3}")
                .put(LEVEL, member.id(), skill.id())
                .then()
                .statusCode(200)
                .body("skills.skillId", contains(skill.id().toString()))
                .body("skills.level", contains(3))
                .body("version", is(2));
        admin(readMember(member))
                .body("{\"level\": 5}")
                .put(LEVEL, member.id(), skill.id())
                .then()
                .statusCode(200)
                .body("skills.level", contains(5));

        var events = OutboxRows.of(member.id());
        assertThat(events)
                .extracting(e -> e.data().at("/skills/0/level").asInt())
                .containsExactly(0, 3, 5);
        EventContracts.assertFits(events.get(2).type(), events.get(2).data());
    }

    @Test
    void refusesALevelOutOfRange() {
        var member = member();
        var skill = skill();
        for (var level : new String[] {"6", "0", "-1", "99999999999", "2.5", "\"3\"", "null"}) {
            assertRefused(
                    400,
                    "invalid-request",
                    "level",
                    () -> admin(member).body("{\"level\": %s}".formatted(level)).put(LEVEL, member.id(), skill.id()));
        }
        readMember(member).answer().then().body("skills", empty());
    }

    @Test
    void answers404ForASkillThatNobodyKnows() {
        var member = member();

        assertRefused(
                404,
                "skill-not-found",
                () -> admin(member).body("{\"level\": 3}").put(LEVEL, member.id(), UUID.randomUUID()));
    }

    @Test
    void takesASkillAway() {
        var member = member();
        var skill = skill();
        var holding = Thing.of(admin(member).body("{\"level\": 3}").put(LEVEL, member.id(), skill.id()));

        admin(holding)
                .delete(LEVEL, member.id(), skill.id())
                .then()
                .statusCode(200)
                .body("skills", empty());

        assertThat(OutboxRows.of(member.id()).get(2).data().get("skills")).isEmpty();
        assertRefused(404, "skill-not-held", () -> admin(readMember(member)).delete(LEVEL, member.id(), skill.id()));
    }

    @Test
    void asksForTheCurrentVersionOfTheMember() {
        var member = member();
        var skill = skill();
        admin(member)
                .body("{\"level\": 3}")
                .put(LEVEL, member.id(), skill.id())
                .then()
                .statusCode(200);

        assertRefused(
                412, "stale-version", () -> admin(member).body("{\"level\": 4}").put(LEVEL, member.id(), skill.id()));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> admin().body("{\"level\": 4}").put(LEVEL, member.id(), skill.id()));
        assertRefused(428, "if-match-required", "If-Match", () -> admin().delete(LEVEL, member.id(), skill.id()));
    }
}
