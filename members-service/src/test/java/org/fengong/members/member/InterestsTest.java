package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.Test;

/** What members like to do (S1). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class InterestsTest {
    private static Response wish(Thing member, String interests) {
        return admin(readMember(member))
                .body("{\"interests\": [%s]}".formatted(interests))
                .put("/api/v1/members/{id}/interests", member.id());
    }

    @Test
    void replacesAllWishesAndTellsOfThem() {
        var member = member();
        var skill = skill();
        wish(member, "{\"field\": \"brand\", \"value\": 1}").then().statusCode(200);

        wish(
                        member,
                        "{\"field\": \"content\", \"value\": 2}, {\"skillId\": \"%s\", \"value\": -2}"
                                .formatted(skill.id()))
                .then()
                .statusCode(200)
                .body("interests.value", contains(2, -2));

        var event = OutboxRows.of(member.id()).get(2);
        assertThat(event.data().get("interests")).hasSize(2);
        assertThat(event.data().at("/interests/1/skillId").asText())
                .isEqualTo(skill.id().toString());
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void refusesAWishOutOfRange() {
        var member = member();
        for (var value : new int[] {3, -3}) {
            assertRefused(
                    400,
                    "invalid-request",
                    "interests[0].value",
                    () -> wish(member, "{\"field\": \"content\", \"value\": %d}".formatted(value)));
        }
        assertRefused(
                400, "invalid-request", "interests[0].field", () -> wish(member, "{\"field\": \"\", \"value\": 1}"));
    }

    @Test
    void wantsEitherASkillOrAField() {
        var member = member();
        var skill = skill();

        assertRefused(422, "interest-in-skill-or-field", "interests[0]", () -> wish(member, "{\"value\": 1}"));
        assertRefused(
                422,
                "interest-in-skill-or-field",
                "interests[0]",
                () -> wish(
                        member, "{\"skillId\": \"%s\", \"field\": \"content\", \"value\": 1}".formatted(skill.id())));
    }

    @Test
    void wantsOneWishForOneThing() {
        var member = member();

        assertRefused(
                422,
                "interest-twice",
                "interests[1]",
                () -> wish(member, "{\"field\": \"content\", \"value\": 1}, {\"field\": \"content\", \"value\": -1}"));
    }

    @Test
    void refusesASkillThatNobodyKnows() {
        var member = member();

        assertRefused(
                422,
                "unknown-skill",
                "interests[0].skillId",
                () -> wish(member, "{\"skillId\": \"%s\", \"value\": 1}".formatted(UUID.randomUUID())));
    }
}
