package org.fengong.members.skill;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Fields of work (W2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class FieldResourceTest {
    private static final String FIELD = "/api/v1/fields/{key}";

    private static String newField() {
        var field = newKey();
        admin().body("{\"key\": \"%s\", \"names\": {\"en\": \"A\"}, \"field\": \"%s\"}".formatted(newKey(), field))
                .post("/api/v1/skills")
                .then()
                .statusCode(201);
        return field;
    }

    private static Response rename(String token, String field, String etag, String names) {
        var request = as(token).contentType("application/merge-patch+json; charset=UTF-8");
        return (etag == null ? request : request.header("If-Match", etag))
                .body("{\"names\": %s}".formatted(names))
                .patch(FIELD, field);
    }

    @Test
    void listsTheFieldsOfMarketingInEachLanguage() {
        admin().queryParam("limit", 100)
                .get("/api/v1/fields")
                .then()
                .statusCode(200)
                .body("items.names.en", hasItems("Market research", "Brand planning", "Digital marketing", "Sales"))
                .body("items.find { it.key == 'market-research' }.names.zh-TW", equalTo("市場調查"));
    }

    @Test
    void comesWithItsFirstSkillAndIsNamedLater() {
        var field = newField();
        var etag = admin().get(FIELD, field).then().statusCode(200).extract().header("ETag");

        rename(TestTokens.admin(), field, etag, "{\"en\": \"Sound\", \"zh-TW\": \"聲音\"}")
                .then()
                .statusCode(200)
                .body("names.en", equalTo("Sound"))
                .body("names.zh-TW", equalTo("聲音"))
                .body("names.zh-CN", nullValue())
                .body("version", is(2));

        assertRefused(412, "stale-version", () -> rename(TestTokens.admin(), field, etag, "{\"en\": \"Other\"}"));
        skill();
        admin().get(FIELD, field).then().body("names.en", equalTo("Sound"));
    }

    @Test
    void namesWhatIsWrong() {
        var field = newField();
        var etag = admin().get(FIELD, field).header("ETag");

        assertRefused(
                400, "invalid-request", "names.en", () -> rename(TestTokens.admin(), field, etag, "{\"en\": null}"));
        assertRefused(
                400, "invalid-request", "names.fr", () -> rename(TestTokens.admin(), field, etag, "{\"fr\": \"Son\"}"));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> rename(TestTokens.admin(), field, null, "{\"en\": \"Sound\"}"));
        assertRefused(404, "field-not-found", () -> admin().get(FIELD, newKey()));
    }

    @Test
    void isNamedByAdministratorsAlone() {
        var field = newField();

        as(TestTokens.member(UUID.randomUUID())).get(FIELD, field).then().statusCode(200);
        assertRefused(
                403,
                "forbidden",
                () -> rename(TestTokens.lead(UUID.randomUUID()), field, "\"1\"", "{\"en\": \"Mine\"}"));
    }
}
