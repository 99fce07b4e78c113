package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.newKey;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What the levels mean (P2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class ProficiencyResourceTest {
    private static final String LEVELS = "/api/v1/proficiency-levels";

    private static String newField() {
        var field = newKey();
        admin().body("{\"key\": \"%s\", \"names\": {\"en\": \"A\"}, \"field\": \"%s\"}".formatted(newKey(), field))
                .post("/api/v1/skills")
                .then()
                .statusCode(201);
        return field;
    }

    private static Response describe(String field, String examples) {
        return admin().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", admin().get("/api/v1/fields/{key}", field).header("ETag"))
                .body("{\"levelExamples\": %s}".formatted(examples))
                .patch("/api/v1/fields/{key}", field);
    }

    @Test
    void describesEachLevelWithAnExampleOfEachField() {
        as(TestTokens.viewer())
                .get(LEVELS)
                .then()
                .statusCode(200)
                .body("levels.level", contains(1, 2, 3, 4, 5))
                .body("levels.names.en", contains("Beginner", "Advanced beginner", "Competent", "Proficient", "Expert"))
                .body("levels.description.zh-TW", everyItem(not(empty())))
                .body("levels[2].examples.field", hasItems("market-research", "content", "digital", "sales"))
                .body(
                        "levels[2].examples.find { it.field == 'content' }.text",
                        equalTo("Researches and writes publishable articles alone."));
    }

    @Test
    void hasEachLevelOfEachFieldOfMarketingInEachLanguage() {
        var fields = List.of(
                "brand",
                "communication",
                "content",
                "digital",
                "events",
                "market-research",
                "product",
                "sales",
                "support");
        var words = new HashSet<String>();
        for (var field : fields) {
            var levels = admin().queryParam("field", field).get(LEVELS);
            levels.then()
                    .statusCode(200)
                    .body("levels.level", contains(1, 2, 3, 4, 5))
                    .body("levels.examples.field.flatten()", contains(field, field, field, field, field));
            for (int level = 0; level < 5; level++) {
                for (var language : List.of("en", "zh-TW", "zh-CN")) {
                    var example = levels.<String>path(
                            "levels[%d].examples[0].'%s'".formatted(level, language.equals("en") ? "text" : language));
                    assertThat(example)
                            .as(field + " " + (level + 1) + " " + language)
                            .isNotBlank();
                    assertThat(example.codePoints().anyMatch(Character::isIdeographic))
                            .as(example)
                            .isEqualTo(!language.equals("en"));
                    words.add(language + example);
                    for (var text : List.of("names", "description")) {
                        assertThat(levels.<String>path("levels[%d].%s.'%s'".formatted(level, text, language)))
                                .as("%s %d %s", text, level + 1, language)
                                .isNotBlank();
                    }
                }
            }
        }
        assertThat(words).as("none stands twice").hasSize(fields.size() * 5 * 3);
    }

    @Test
    void takesTranslationsOfTheExamples() {
        var field = newField();
        describe(field, "[\"a\", \"b\", \"c\", \"d\", \"e\"]").then().statusCode(200);

        translate(field, "{\"zh-TW\": [\"甲\", \"乙\", \"丙\", \"丁\", \"戊\"]}")
                .then()
                .statusCode(200);

        admin().queryParam("field", field)
                .get(LEVELS)
                .then()
                .body("levels.examples.text.flatten()", contains("a", "b", "c", "d", "e"))
                .body("levels.examples.'zh-TW'.flatten()", contains("甲", "乙", "丙", "丁", "戊"))
                .body("levels[0].examples[0]", not(hasKey("zh-CN")));
        assertRefused(
                400,
                "invalid-request",
                "levelExampleTranslations.zhCn",
                () -> translate(field, "{\"zh-CN\": [\"甲\"]}"));
        assertRefused(
                400, "invalid-request", "levelExampleTranslations.fr", () -> translate(field, "{\"fr\": [\"un\"]}"));
    }

    private static Response translate(String field, String translations) {
        return admin().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", admin().get("/api/v1/fields/{key}", field).header("ETag"))
                .body("{\"levelExampleTranslations\": %s}".formatted(translations))
                .patch("/api/v1/fields/{key}", field);
    }

    @Test
    void showsOneFieldAlone() {
        admin().queryParam("field", "content")
                .get(LEVELS)
                .then()
                .statusCode(200)
                .body("levels[0].examples.text", contains(startsWith("Writes short posts")))
                .body("levels[4].examples.field", contains("content"));
        admin().queryParam("field", newKey())
                .get(LEVELS)
                .then()
                .statusCode(200)
                .body("levels.examples.flatten()", empty());
    }

    @Test
    void takesTheExamplesOfANewField() {
        var field = newField();
        admin().queryParam("field", field).get(LEVELS).then().body("levels[0].examples", empty());

        describe(field, "[\"a\", \"b\", \"c\", \"d\", \"e\"]").then().statusCode(200);

        admin().queryParam("field", field)
                .get(LEVELS)
                .then()
                .body("levels.examples.text.flatten()", contains("a", "b", "c", "d", "e"));
    }

    @Test
    void wantsAnExampleOfEachOfTheFiveLevels() {
        var field = newField();

        assertRefused(400, "invalid-request", "levelExamples", () -> describe(field, "[\"a\"]"));
        assertRefused(
                400,
                "invalid-request",
                "levelExamples[1]",
                () -> describe(field, "[\"a\", \" \", \"c\", \"d\", \"e\"]"));
    }
}
