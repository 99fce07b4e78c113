package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readSkill;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How skills hang together and are found (S1, W2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillCatalogueTest {
    private static final String SKILLS = "/api/v1/skills";

    private static Response withParent(Thing skill, UUID parent) {
        return patch(skill).body("{\"parentId\": \"%s\"}".formatted(parent)).patch(SKILLS + "/" + skill.id());
    }

    private static Response found(String name, String field) {
        return admin().queryParam("name", name).queryParam("field", field).get(SKILLS);
    }

    private static String wordsIn(String field) {
        var key = newKey();
        admin().body("""
                        {"key": "%s", "names": {"en": "Search engine optimisation", "zh-TW": "搜尋引擎最佳化"},
                         "aliases": {"en": ["SEO 100%% pure", "ranking_work"], "zh-CN": ["搜索优化"]}, "field": "%s"}""".formatted(key, field)).post(SKILLS).then().statusCode(201);
        return key;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Search",
                "engine",
                "optimi",
                "ENGINE OPT",
                "seo",
                "ＳＥＯ",
                "100%",
                "ranking_w",
                "搜尋",
                "引擎",
                "最佳化",
                "优化",
            })
    void isFoundByTheBeginningOfAWordInAnyLanguage(String name) {
        var field = newKey();
        var key = wordsIn(field);

        found(name, field).then().statusCode(200).body("items.key", contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngine", "%", "_", "seo%", "rankingXwork", "行銷", "optimisation search"})
    void isNotFoundByWhatItIsNotCalled(String name) {
        var field = newKey();
        wordsIn(field);

        found(name, field).then().statusCode(200).body("items", empty());
    }

    @Test
    void isFoundByItsNewNameAndNoLongerByTheOld() {
        var field = newKey();
        var key = wordsIn(field);
        var skill = Thing.of(admin().get(SKILLS + "/"
                + admin().queryParam("key", key).get(SKILLS).path("items[0].id")));

        patch(skill)
                .body("{\"names\": {\"en\": \"Being found\"}, \"aliases\": null}")
                .patch(SKILLS + "/" + skill.id())
                .then()
                .statusCode(200)
                .body("aliases.en", empty());

        found("being", field).then().body("items.key", contains(key));
        found("engine", field).then().body("items", empty());
        found("seo", field).then().body("items", empty());
        found("搜尋", field).then().body("items.key", contains(key));
    }

    @ParameterizedTest
    @CsvSource({"name=%20, name", "active=perhaps, active", "parentId=1, parentId"})
    void refusesASearchThatMakesNoSense(String query, String field) {
        assertRefused(
                400,
                "invalid-request",
                field,
                () -> admin().urlEncodingEnabled(false).get(SKILLS + "?" + query));
    }

    @Test
    void tellsOfParentAliasesAndTheExternalId() {
        var parent = skill();
        var externalId = "urn:" + newKey();

        var skill = skill(
                newKey(),
                ", \"parentId\": \"%s\", \"aliases\": {\"en\": [\"Ad copy\", \"Ad copy\"]}, \"externalSource\": \"esco\", \"externalId\": \"%s\""
                        .formatted(parent.id(), externalId));

        skill.answer()
                .then()
                .body("parentId", equalTo(parent.id().toString()))
                .body("aliases.en", contains("Ad copy"))
                .body("aliases.zh-TW", empty())
                .body("externalId", equalTo(externalId));
        var event = OutboxRows.of(skill.id()).get(0);
        assertThat(event.data().get("parentId").asText()).isEqualTo(parent.id().toString());
        assertThat(event.data().at("/aliases/en/0").asText()).isEqualTo("Ad copy");
        EventContracts.assertFits(event.type(), event.data());
        admin().queryParam("parentId", parent.id()).get(SKILLS).then().body("items.key", contains(skill.key()));
        admin().queryParam("externalId", externalId).get(SKILLS).then().body("items.key", contains(skill.key()));
    }

    @Test
    void wantsAnExternalIdOnceAndWithItsSource() {
        var taken = ", \"externalSource\": \"esco\", \"externalId\": \"%s\"".formatted(newKey());
        skill(newKey(), taken);

        assertRefused(409, "external-id-taken", "externalId", () -> createdWith(taken));
        assertRefused(
                422, "external-id-incomplete", "externalSource", () -> createdWith(", \"externalId\": \"an-id\""));
        assertRefused(422, "external-id-incomplete", "externalId", () -> createdWith(", \"externalSource\": \"esco\""));
    }

    private static Response createdWith(String more) {
        return admin().body("{\"key\": \"%s\", \"names\": {\"en\": \"A\"}, \"field\": \"content\"%s}"
                        .formatted(newKey(), more))
                .post(SKILLS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"aliases\": {\"en\": [\" \"]}          | aliases.en[0]",
                ", \"aliases\": {\"fr\": [\"mot\"]}        | aliases.fr",
                ", \"aliases\": [\"word\"]                 | aliases",
                ", \"parentId\": \"none\"                  | parentId",
                ", \"externalSource\": \"E S\"             | externalSource",
                ", \"mergedInto\": \"01a21332-965e-77b7-830f-aa6addde1195\" | mergedInto",
            })
    void namesTheFieldThatIsWrong(String more, String field) {
        assertRefused(400, "invalid-request", field, () -> createdWith(more));
    }

    @Test
    void takesAtMostFiftyAliasesOfALanguage() {
        var aliases = Stream.iterate(0, i -> i + 1)
                .limit(51)
                .map("\"alias %d\""::formatted)
                .toList();

        assertRefused(
                400,
                "invalid-request",
                "aliases.zhTw",
                () -> createdWith(", \"aliases\": {\"zh-TW\": [%s]}".formatted(String.join(",", aliases))));
    }

    @Test
    void isPartOfNothingThatIsPartOfIt() {
        var broad = skill();
        var narrow = skill(newKey(), ", \"parentId\": \"%s\"".formatted(broad.id()));
        var narrower = skill(newKey(), ", \"parentId\": \"%s\"".formatted(narrow.id()));

        assertRefused(422, "skill-parent-cycle", "parentId", () -> withParent(broad, narrower.id()));
        assertRefused(422, "skill-parent-cycle", "parentId", () -> withParent(broad, broad.id()));
        assertRefused(422, "unknown-skill", "parentId", () -> withParent(broad, UUID.randomUUID()));
        withParent(narrower, broad.id()).then().statusCode(200);
        patch(readSkill(narrower))
                .body("{\"parentId\": null}")
                .patch(SKILLS + "/" + narrower.id())
                .then()
                .statusCode(200)
                .body("parentId", nullValue());
    }

    @Test
    void closesNoCycleWhenTwoBecomeEachOthersParentAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = skill();
            var other = skill();

            var answers = Together.send(
                    List.<Callable<Response>>of(() -> withParent(one, other.id()), () -> withParent(other, one.id())));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        }
    }
}
