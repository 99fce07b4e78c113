package org.fengong.members.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.readSkill;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.Test;

/** Two skills that mean the same become one (S1). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MergingResourceTest {
    private static final String LEVEL = "/api/v1/members/{id}/skills/{skillId}";

    private static Response merge(Thing duplicate, UUID into) {
        return merge(TestTokens.admin(), duplicate, into);
    }

    private static Response merge(String token, Thing duplicate, UUID into) {
        return as(token).body("{\"into\": \"%s\"}".formatted(into)).post("/api/v1/skills/{id}/merge", duplicate.id());
    }

    private static Response hold(Thing member, Thing skill, int level) {
        return admin(readMember(member))
                .body("{\"level\": %d}".formatted(level))
                .put(LEVEL, member.id(), skill.id());
    }

    private static Response wish(Thing member, String interests) {
        return admin(readMember(member))
                .body("{\"interests\": [%s]}".formatted(interests))
                .put("/api/v1/members/{id}/interests", member.id());
    }

    private static String wishFor(Thing skill, int value) {
        return "{\"skillId\": \"%s\", \"value\": %d}".formatted(skill.id(), value);
    }

    private static JsonNode lastTold(Thing thing) {
        var events = OutboxRows.of(thing.id());
        var last = events.get(events.size() - 1);
        EventContracts.assertFits(last.type(), last.data());
        return last.data();
    }

    private static Map<String, Integer> levelsTold(Thing member) {
        Map<String, Integer> levels = new HashMap<>();
        lastTold(member)
                .get("skills")
                .forEach(held -> levels.put(
                        held.get("skillId").asText(), held.get("level").asInt()));
        return levels;
    }

    @Test
    void leavesEverybodyTheHigherLevel() {
        var duplicate = skill();
        var kept = skill();
        var both = member();
        var duplicateAlone = member();
        var keptAlone = member();
        hold(both, duplicate, 4).then().statusCode(200);
        hold(both, kept, 2).then().statusCode(200);
        hold(duplicateAlone, duplicate, 3).then().statusCode(200);
        hold(keptAlone, kept, 5).then().statusCode(200);

        merge(duplicate, kept.id())
                .then()
                .statusCode(200)
                .body("id", equalTo(kept.id().toString()));

        for (var holder : Map.of(both, 4, duplicateAlone, 3, keptAlone, 5).entrySet()) {
            var member = holder.getKey();
            readMember(member)
                    .answer()
                    .then()
                    .body("skills.skillId", contains(kept.id().toString()))
                    .body("skills.level", contains(holder.getValue()));
            // who still asks for the duplicate finds its holders, too
            assertThat(levelsTold(member))
                    .isEqualTo(Map.of(
                            kept.id().toString(),
                            holder.getValue(),
                            duplicate.id().toString(),
                            holder.getValue()));
            assertThat(lastTold(member).get("version").asLong())
                    .isEqualTo(readMember(member).answer().jsonPath().getLong("version"));
        }
    }

    @Test
    void stillTellsOfTheMergedSkillWhenTheLevelChangesLater() {
        var duplicate = skill();
        var kept = skill();
        merge(duplicate, kept.id()).then().statusCode(200);
        var member = member();

        hold(member, kept, 3).then().statusCode(200).body("skills.level", contains(3));

        assertThat(levelsTold(member))
                .containsEntry(duplicate.id().toString(), 3)
                .hasSize(2);
    }

    @Test
    void keepsTheWishForTheSkillThatStaysBeforeOneForTheOther() {
        var duplicate = skill();
        var kept = skill();
        var both = member();
        var duplicateAlone = member();
        wish(both, wishFor(duplicate, 2) + "," + wishFor(kept, -1)).then().statusCode(200);
        wish(duplicateAlone, wishFor(duplicate, 2) + ", {\"field\": \"brand\", \"value\": 1}")
                .then()
                .statusCode(200);

        merge(duplicate, kept.id()).then().statusCode(200);

        readMember(both)
                .answer()
                .then()
                .body("interests.skillId", contains(kept.id().toString()))
                .body("interests.value", contains(-1));
        readMember(duplicateAlone)
                .answer()
                .then()
                .body("interests.value", contains(1, 2))
                .body("interests.skillId", hasItem(kept.id().toString()));
        assertThat(lastTold(duplicateAlone).get("interests")).hasSize(3);
    }

    private static void wishToLearn(Thing member, Thing skill, int targetLevel) {
        admin(readMember(member))
                .body("{\"targetLevel\": %d, \"reason\": \"For the shop.\"}".formatted(targetLevel))
                .put("/api/v1/members/{id}/learning-wishes/{skillId}", member.id(), skill.id())
                .then()
                .statusCode(200);
    }

    @Test
    void keepsTheLearningWishForTheSkillThatStaysBeforeOneForTheOther() {
        var duplicate = skill();
        var kept = skill();
        var both = member();
        var duplicateAlone = member();
        wishToLearn(both, duplicate, 5);
        wishToLearn(both, kept, 2);
        wishToLearn(duplicateAlone, duplicate, 4);

        merge(duplicate, kept.id()).then().statusCode(200);

        for (var target : Map.of(both, 2, duplicateAlone, 4).entrySet()) {
            readMember(target.getKey())
                    .answer()
                    .then()
                    .body("learningWishes.skillId", contains(kept.id().toString()))
                    .body("learningWishes.targetLevel", contains(target.getValue()))
                    .body("learningWishes.reason", contains("For the shop."));
            // who still asks for the duplicate hears of the wish, too
            assertThat(lastTold(target.getKey()).get("learningWishes")).hasSize(2);
        }
    }

    @Test
    void makesTheNamesAliasesAndThePartsPartsOfTheSkillThatStays() {
        var kept = skill(newKey(), ", \"aliases\": {\"en\": [\"Ad copy\"]}");
        var duplicate = skill(
                newKey(),
                ", \"aliases\": {\"en\": [\"Word craft\", \"Ad copy\"], \"zh-TW\": [\"文字\"]}, \"escoUri\": \"http://data.europa.eu/esco/skill/1\"");
        patch(duplicate).body("{\"names\": {\"en\": \"Writing\"}}").patch("/api/v1/skills/" + duplicate.id());
        var part = skill(newKey(), ", \"parentId\": \"%s\"".formatted(duplicate.id()));

        merge(duplicate, kept.id())
                .then()
                .body("names.en", equalTo("Copywriting"))
                .body("aliases.en", contains("Ad copy", "Writing", "Word craft"))
                .body("aliases.zh-TW", contains("文字"))
                .body("escoUri", equalTo("http://data.europa.eu/esco/skill/1"))
                .body("version", is(2));

        readSkill(duplicate)
                .answer()
                .then()
                .body("active", is(false))
                .body("mergedInto", equalTo(kept.id().toString()));
        readSkill(part).answer().then().body("parentId", equalTo(kept.id().toString()));
        assertThat(lastTold(duplicate).get("mergedInto").asText())
                .isEqualTo(kept.id().toString());
        assertThat(lastTold(duplicate).get("active").asBoolean()).isFalse();
        assertThat(lastTold(kept).at("/aliases/en")).hasSize(3);
        assertThat(lastTold(part).get("parentId").asText()).isEqualTo(kept.id().toString());
        admin().queryParam("name", "word craft")
                .queryParam("active", true)
                .get("/api/v1/skills")
                .then()
                .body("items.key", hasItem(kept.key()));
    }

    @Test
    void mayMergeASkillIntoAPartOfItself() {
        var top = skill();
        var duplicate = skill(newKey(), ", \"parentId\": \"%s\"".formatted(top.id()));
        var between = skill(newKey(), ", \"parentId\": \"%s\"".formatted(duplicate.id()));
        var kept = skill(newKey(), ", \"parentId\": \"%s\"".formatted(between.id()));

        merge(duplicate, kept.id())
                .then()
                .statusCode(200)
                .body("parentId", equalTo(top.id().toString()));

        readSkill(between).answer().then().body("parentId", equalTo(kept.id().toString()));
        readSkill(duplicate).answer().then().body("parentId", nullValue());
    }

    @Test
    void followsWhatWasMergedBefore() {
        var first = skill();
        var second = skill();
        var third = skill();
        var member = member();
        hold(member, first, 4).then().statusCode(200);
        merge(first, second.id()).then().statusCode(200);

        merge(second, third.id()).then().statusCode(200);

        readSkill(first).answer().then().body("mergedInto", equalTo(third.id().toString()));
        assertThat(levelsTold(member))
                .containsOnlyKeys(
                        first.id().toString(),
                        second.id().toString(),
                        third.id().toString());
    }

    @Test
    void isTheEndOfTheMergedSkill() {
        var duplicate = skill();
        var kept = skill();
        merge(duplicate, kept.id()).then().statusCode(200);
        var member = member();

        assertRefused(409, "skill-merged", () -> merge(duplicate, kept.id()))
                .body("mergedInto", equalTo(kept.id().toString()));
        assertRefused(409, "skill-merged", () -> merge(kept, duplicate.id()));
        assertRefused(409, "skill-merged", () -> hold(member, duplicate, 3));
        assertRefused(409, "skill-merged", "interests[0].skillId", () -> wish(member, wishFor(duplicate, 1)));
        assertRefused(
                409,
                "skill-merged",
                () -> patch(readSkill(duplicate)).body("{\"active\": true}").patch("/api/v1/skills/" + duplicate.id()));
        assertRefused(
                409,
                "skill-merged",
                () -> patch(readSkill(kept))
                        .body("{\"parentId\": \"%s\"}".formatted(duplicate.id()))
                        .patch("/api/v1/skills/" + kept.id()));
    }

    @Test
    void namesWhatIsWrong() {
        var skill = skill();

        assertRefused(422, "skill-merge-into-itself", "into", () -> merge(skill, skill.id()));
        assertRefused(422, "unknown-skill", "into", () -> merge(skill, UUID.randomUUID()));
        assertRefused(
                404,
                "skill-not-found",
                () -> admin().body("{\"into\": \"%s\"}".formatted(skill.id()))
                        .post("/api/v1/skills/{id}/merge", UUID.randomUUID()));
        assertRefused(
                400, "invalid-request", "into", () -> admin().body("{}").post("/api/v1/skills/{id}/merge", skill.id()));
        assertRefused(403, "forbidden", () -> merge(TestTokens.lead(UUID.randomUUID()), skill, UUID.randomUUID()));
    }

    @Test
    void keepsTheSkillThatStaysBelowItsLimitOfAliases() {
        var fifty = "\"%s\""
                .formatted(String.join(
                        "\", \"",
                        java.util.stream.IntStream.range(0, 50)
                                .mapToObj("alias %d"::formatted)
                                .toList()));
        var kept = skill(newKey(), ", \"aliases\": {\"en\": [%s]}".formatted(fifty));
        var duplicate = skill(newKey(), ", \"aliases\": {\"en\": [\"One more\"]}");

        assertRefused(422, "too-many-aliases", "into", () -> merge(duplicate, kept.id()));
        readSkill(duplicate).answer().then().body("active", is(true));
    }

    @Test
    void losesNoLevelThatIsSetAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var duplicate = skill();
            var kept = skill();
            var member = member();

            var answers = Together.send(
                    List.<Callable<Response>>of(() -> hold(member, duplicate, 4), () -> merge(duplicate, kept.id())));

            assertThat(answers.get(1).statusCode()).isEqualTo(200);
            var held = readMember(member).answer().then();
            if (answers.get(0).statusCode() == 200) {
                held.body("skills.skillId", contains(kept.id().toString()));
            } else {
                assertThat(answers.get(0).statusCode()).isEqualTo(409);
                held.body("skills", empty());
            }
        }
    }

    @Test
    void goesOneWayWhenTwoAreMergedIntoEachOtherAtOnce() throws Exception {
        var one = skill();
        var other = skill();

        var answers =
                Together.send(List.<Callable<Response>>of(() -> merge(one, other.id()), () -> merge(other, one.id())));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var duplicate = skill();
        var kept = skill();
        var key = newKey();
        Supplier<Response> request = () -> admin().header("Idempotency-Key", key)
                .body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post("/api/v1/skills/{id}/merge", duplicate.id());
        var first = request.get();

        var second = request.get();

        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }
}
