package org.fengong.members.suggestion;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What a member's occupation asks for, and the field in which a member is at home (S1, P2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SuggestedSkillsTest {
    private static Thing occupation(Thing essential, Thing alsoEssential, Thing optional) {
        return Thing.of(admin().body("""
                        {"key": "%s", "names": {"en": "Brand manager"}, "essentialSkillIds": ["%s", "%s"],
                         "optionalSkillIds": ["%s"]}""".formatted(newKey(), essential.id(), alsoEssential.id(), optional.id()))
                .post("/api/v1/occupations"));
    }

    private static Response practise(Thing member, UUID occupationId) {
        return patch(readMember(member))
                .body("{\"occupationId\": \"%s\"}".formatted(occupationId))
                .patch("/api/v1/members/" + member.id());
    }

    private static void hold(Thing member, Thing skill, int level) {
        admin(readMember(member))
                .body("{\"level\": %d}".formatted(level))
                .put("/api/v1/members/{id}/skills/{skillId}", member.id(), skill.id())
                .then()
                .statusCode(200);
    }

    private static Response suggested(UUID memberId) {
        return as(TestTokens.member(UUID.randomUUID())).get("/api/v1/members/{id}/suggested-skills", memberId);
    }

    @Test
    void tellsHeldAndMissingSkillsOfTheOccupation() {
        var held = skill("a" + newKey(), "");
        var missing = skill("b" + newKey(), "");
        var optional = skill();
        var member = member();
        var occupation = occupation(missing, held, optional);
        hold(member, held, 4);
        practise(member, occupation.id())
                .then()
                .statusCode(200)
                .body("occupationId", equalTo(occupation.id().toString()));

        suggested(member.id())
                .then()
                .statusCode(200)
                .body("occupationId", equalTo(occupation.id().toString()))
                .body("essential.key", contains(held.key(), missing.key()))
                .body("essential[0].heldLevel", is(4))
                .body("essential[1].heldLevel", nullValue())
                .body("optional.skillId", contains(optional.id().toString()))
                .body("optional", hasSize(1));
    }

    @Test
    void suggestsNothingWithoutAnOccupation() {
        suggested(member().id())
                .then()
                .statusCode(200)
                .body("occupationId", nullValue())
                .body("essential", empty())
                .body("optional", empty());
        assertRefused(404, "member-not-found", () -> suggested(UUID.randomUUID()));
    }

    @Test
    void refusesAnOccupationThatNobodyKnows() {
        var member = member();

        assertRefused(422, "unknown-occupation", "occupationId", () -> practise(member, UUID.randomUUID()));
    }

    @Test
    void showsTheMainFieldOfAMember() {
        var member = member();
        readMember(member).answer().then().body("mainField", nullValue());
        var brand = Thing.of(admin().body(
                        "{\"key\": \"%s\", \"names\": {\"en\": \"Logo\"}, \"field\": \"brand\"}".formatted(newKey()))
                .post("/api/v1/skills"));
        hold(member, skill(), 2);
        hold(member, skill(), 2);
        readMember(member).answer().then().body("mainField", equalTo("content"));

        hold(member, brand, 3);

        // 9 against 4 + 4
        readMember(member).answer().then().body("mainField", equalTo("brand"));
    }
}
