package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillResourceTest {
    private static final String SKILLS = "/api/v1/skills";

    private static Response create(String key, String field) {
        return admin().body("""
                        {"key": "%s", "names": {"en": "Copywriting", "zh-TW": "文案寫作", "zh-CN": "文案写作"},
                         "field": "%s", "escoUri": "http://data.europa.eu/esco/skill/%s"}""".formatted(key, field, key)).post(SKILLS);
    }

    @Test
    void keepsTheNamesOfEachLanguageAndTellsOfThem() {
        var key = newKey();

        var answer = create(key, "content");

        var id = Thing.of(answer).id();
        answer.then()
                .statusCode(201)
                .body("key", equalTo(key))
                .body("names.en", equalTo("Copywriting"))
                .body("names.zh-TW", equalTo("文案寫作"))
                .body("names.zh-CN", equalTo("文案写作"))
                .body("active", is(true));
        var event = OutboxRows.of(id).get(0);
        assertThat(event.topic()).isEqualTo(MembersTopics.ORGANISATION);
        assertThat(event.type()).isEqualTo("fengong.members.skill-changed.v1");
        assertThat(event.data().get("skillId").asText()).isEqualTo(id.toString());
        assertThat(event.data().at("/names/zh-TW").asText()).isEqualTo("文案寫作");
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void changesOneNameAndHidesTheSkill() {
        var skill = Thing.of(create(newKey(), "content"));

        patch(skill)
                .body("{\"names\": {\"zh-TW\": null, \"en\": \"Writing\"}, \"active\": false}")
                .patch(SKILLS + "/" + skill.id())
                .then()
                .statusCode(200)
                .body("names.en", equalTo("Writing"))
                .body("names.zh-TW", nullValue())
                .body("names.zh-CN", equalTo("文案写作"))
                .body("active", is(false))
                .body("version", is(2));

        var events = OutboxRows.of(skill.id());
        assertThat(events).hasSize(2);
        assertThat(events.get(1).data().get("active").asBoolean()).isFalse();
        EventContracts.assertFits(events.get(1).type(), events.get(1).data());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"key\": \"k\", \"field\": \"content\"}                                              | names",
                "{\"key\": \"k\", \"names\": {\"zh-TW\": \"文案\"}, \"field\": \"content\"}              | names.en",
                "{\"key\": \"k\", \"names\": {\"en\": \"A\", \"fr\": \"B\"}, \"field\": \"content\"}     | names.fr",
                "{\"key\": \"k\", \"names\": {\"en\": \"A\"}}                                          | field",
                "{\"key\": \"K k\", \"names\": {\"en\": \"A\"}, \"field\": \"content\"}                  | key",
                "{\"key\": \"k\", \"names\": {\"en\": \"A\"}, \"field\": \"c\", \"escoUri\": \"x\"}      | escoUri",
                "{\"key\": \"k\", \"names\": {\"en\": \"A\"}, \"field\": \"c\", \"active\": \"yes\"}     | active",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> admin().body(body).post(SKILLS));
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var taken = skill();

        assertRefused(409, "skill-key-taken", "key", () -> create(taken.key(), "content"));
    }

    @Test
    void findsTheSkillsOfAFieldSortedByKey() {
        var field = newKey();
        create(field + "-b", field).then().statusCode(201);
        create(field + "-a", field).then().statusCode(201);
        create(field + "-c", newKey()).then().statusCode(201);

        admin().queryParam("field", field)
                .get(SKILLS)
                .then()
                .statusCode(200)
                .body("items.key", contains(field + "-a", field + "-b"));
        admin().queryParam("key", field + "-c").get(SKILLS).then().body("items.key", contains(field + "-c"));
        admin().queryParam("field", field)
                .queryParam("sort", "-key")
                .get(SKILLS)
                .then()
                .body("items.key", contains(field + "-b", field + "-a"));
    }

    @Test
    void isChangedByAdministratorsAloneAndReadByAll() {
        var skill = skill();
        for (var token : List.of(
                TestTokens.lead(UUID.randomUUID()),
                TestTokens.member(UUID.randomUUID()),
                TestTokens.viewer(),
                TestTokens.service())) {
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .body("{\"key\": \"%s\", \"names\": {\"en\": \"A\"}, \"field\": \"c\"}".formatted(newKey()))
                            .post(SKILLS));
            as(token).get(SKILLS + "/" + skill.id()).then().statusCode(200);
        }
    }
}
