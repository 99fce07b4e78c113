package org.fengong.members.occupation;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.skill;
import static org.fengong.members.EscoFiles.occupationUri;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What people are by profession (S1). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class OccupationResourceTest {
    private static final String OCCUPATIONS = "/api/v1/occupations";

    private static Response create(String key, String more) {
        return admin().body("{\"key\": \"%s\", \"names\": {\"en\": \"Brand manager\", \"zh-TW\": \"品牌經理\"}%s}"
                        .formatted(key, more))
                .post(OCCUPATIONS);
    }

    private static String skills(UUID essential, UUID optional) {
        return ", \"essentialSkillIds\": [\"%s\"], \"optionalSkillIds\": [\"%s\"]".formatted(essential, optional);
    }

    private static Thing read(Thing occupation) {
        return Thing.of(admin().get(OCCUPATIONS + "/" + occupation.id()));
    }

    @Test
    void keepsNamesAddressAndSkills() {
        var key = newKey();
        var uri = occupationUri();
        var essential = skill();
        var optional = skill();

        var answer = create(key, ", \"escoUri\": \"%s\"".formatted(uri) + skills(essential.id(), optional.id()));

        answer.then()
                .statusCode(201)
                .body("key", equalTo(key))
                .body("names.zh-TW", equalTo("品牌經理"))
                .body("escoUri", equalTo(uri))
                .body("essentialSkillIds", contains(essential.id().toString()))
                .body("optionalSkillIds", contains(optional.id().toString()))
                .body("version", is(1));
        admin().queryParam("escoUri", uri).get(OCCUPATIONS).then().body("items.key", contains(key));
        admin().queryParam("key", key).get(OCCUPATIONS).then().body("items.key", contains(key));
        admin().get(OCCUPATIONS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void changesWhatThePatchNames() {
        var essential = skill();
        var optional = skill();
        var occupation = Thing.of(create(newKey(), skills(essential.id(), optional.id())));

        patch(occupation)
                .body("{\"essentialSkillIds\": [\"%s\", \"%s\"], \"optionalSkillIds\": null}"
                        .formatted(essential.id(), optional.id()))
                .patch(OCCUPATIONS + "/" + occupation.id())
                .then()
                .statusCode(200)
                .body("names.en", equalTo("Brand manager"))
                .body(
                        "essentialSkillIds",
                        contains(essential.id().toString(), optional.id().toString()))
                .body("optionalSkillIds", empty())
                .body("version", is(2));
        assertRefused(
                412,
                "stale-version",
                () -> patch(occupation).body("{\"escoUri\": null}").patch(OCCUPATIONS + "/" + occupation.id()));
    }

    @Test
    void followsASkillThatIsMerged() {
        var duplicate = skill();
        var kept = skill();
        var both = Thing.of(create(newKey(), skills(duplicate.id(), kept.id())));
        var optional = Thing.of(create(newKey(), skills(skill().id(), duplicate.id())));

        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post("/api/v1/skills/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);

        read(both)
                .answer()
                .then()
                .body("essentialSkillIds", contains(kept.id().toString()))
                .body("optionalSkillIds", empty());
        read(optional)
                .answer()
                .then()
                .body("optionalSkillIds", contains(kept.id().toString()));
    }

    @Test
    void namesWhatIsWrong() {
        var skill = skill();
        var key = newKey();
        var uri = occupationUri();
        create(key, ", \"escoUri\": \"%s\"".formatted(uri)).then().statusCode(201);

        assertRefused(409, "occupation-key-taken", "key", () -> create(key, ""));
        assertRefused(
                409,
                "occupation-esco-uri-taken",
                "escoUri",
                () -> create(newKey(), ", \"escoUri\": \"%s\"".formatted(uri)));
        assertRefused(
                422, "skill-twice", "optionalSkillIds[0]", () -> create(newKey(), skills(skill.id(), skill.id())));
        assertRefused(
                422,
                "unknown-skill",
                "essentialSkillIds[0]",
                () -> create(newKey(), skills(UUID.randomUUID(), skill.id())));
        assertRefused(
                400,
                "invalid-request",
                "names.en",
                () -> admin().body("{\"key\": \"%s\", \"names\": {}}".formatted(newKey()))
                        .post(OCCUPATIONS));
        assertRefused(
                404,
                "occupation-not-found",
                () -> admin().header("If-Match", "\"1\"")
                        .contentType("application/merge-patch+json")
                        .body("{\"escoUri\": null}")
                        .patch(OCCUPATIONS + "/" + UUID.randomUUID()));
    }

    @Test
    void isKeptByAdministratorsAndReadByAll() {
        var occupation = Thing.of(create(newKey(), ""));
        var member = TestTokens.member(UUID.randomUUID());

        as(member).get(OCCUPATIONS + "/" + occupation.id()).then().statusCode(200);
        assertRefused(
                403,
                "forbidden",
                () -> as(member)
                        .body("{\"key\": \"a\", \"names\": {\"en\": \"A\"}}")
                        .post(OCCUPATIONS));
    }
}
