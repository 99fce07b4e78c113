package org.fengong.members.occupation;

import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.members.EscoFiles.OCCUPATIONS;
import static org.fengong.members.EscoFiles.OCCUPATION_SKILLS;
import static org.fengong.members.EscoFiles.file;
import static org.fengong.members.EscoFiles.occupationUri;
import static org.fengong.members.EscoFiles.send;
import static org.fengong.members.EscoFiles.sendAs;
import static org.fengong.members.EscoFiles.skillUri;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Occupations, and what they need, come from files in ESCO's form (S1). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class OccupationImportTest {
    private static final String HEADER = "occupationUri,code,iscoGroup,label,description";
    private static final String SKILLS_HEADER =
            "occupationLabel,skillLabel,relationType,skillType,occupationUri,skillUri";

    private final String uri = occupationUri();
    private final String label = newKey();

    private String occupations() {
        return file(HEADER, uri + ",2431.4,2431," + label + ",\"What they do, in words.\"");
    }

    private static Thing skillAt(String uri) {
        return skill(newKey(), ", \"escoUri\": \"%s\"".formatted(uri));
    }

    private String need(String relation, String skillUri) {
        return "an occupation,a skill,%s,knowledge,%s,%s".formatted(relation, uri, skillUri);
    }

    @Test
    void createsAnOccupationOnce() {
        var first = send(OCCUPATIONS, occupations());

        first.then().statusCode(200).body("created", is(1));
        admin().get("/api/v1/occupations/" + first.path("rows[0].id"))
                .then()
                .body("key", equalTo(label))
                .body("names.en", equalTo(label))
                .body("escoUri", equalTo(uri));
        send(OCCUPATIONS, occupations())
                .then()
                .body("unchanged", is(1))
                .body("rows[0].id", equalTo(first.path("rows[0].id")));
    }

    @Test
    void addsWhatAnOccupationNeedsAndKeepsTheRest() {
        var id = send(OCCUPATIONS, occupations()).path("rows[0].id");
        var one = skillAt(skillUri());
        var other = skillAt(skillUri());
        var third = skillAt(skillUri());
        var uriOfOne = one.answer().<String>path("escoUri");
        send(
                        OCCUPATION_SKILLS,
                        file(
                                SKILLS_HEADER,
                                need("optional", uriOfOne),
                                need("optional", third.answer().path("escoUri"))))
                .then()
                .statusCode(200)
                .body("created", is(2));

        send(
                        OCCUPATION_SKILLS,
                        file(
                                SKILLS_HEADER,
                                need("essential", uriOfOne),
                                need("essential", other.answer().path("escoUri"))))
                .then()
                .statusCode(200)
                .body("rows.outcome", contains("UPDATED", "CREATED"));

        var sorted = java.util.stream.Stream.of(one, other)
                .map(Thing::id)
                .sorted()
                .map(UUID::toString)
                .toArray(String[]::new);
        admin().get("/api/v1/occupations/" + id)
                .then()
                .body("essentialSkillIds", contains(sorted))
                .body("optionalSkillIds", contains(third.id().toString()));
        send(OCCUPATION_SKILLS, file(SKILLS_HEADER, need("essential", uriOfOne)))
                .then()
                .body("unchanged", is(1));
    }

    @Test
    void storesNothingInADryRun() {
        send(OCCUPATIONS + "?dryRun=true", occupations())
                .then()
                .body("dryRun", is(true))
                .body("created", is(1))
                .body("rows[0].id", nullValue());
        admin().queryParam("escoUri", uri).get("/api/v1/occupations").then().body("items", empty());

        var id = send(OCCUPATIONS, occupations()).path("rows[0].id");
        var skill = skillAt(skillUri());
        send(
                        OCCUPATION_SKILLS + "?dryRun=true",
                        file(SKILLS_HEADER, need("optional", skill.answer().path("escoUri"))))
                .then()
                .body("created", is(1));
        admin().get("/api/v1/occupations/" + id).then().body("optionalSkillIds", empty());
    }

    @Test
    void storesNoRowWhenOneIsWrong() {
        var id = send(OCCUPATIONS, occupations()).path("rows[0].id");
        var known = skillAt(skillUri()).answer().<String>path("escoUri");

        assertRefused(
                        422,
                        "import-refused",
                        () -> send(
                                OCCUPATION_SKILLS,
                                file(
                                        SKILLS_HEADER,
                                        need("essential", known),
                                        need("optional", known),
                                        need("sometimes", skillUri()),
                                        "a,b,optional,knowledge,%s,%s".formatted(occupationUri(), known))))
                .body(
                        "violations.field",
                        contains(
                                "rows[1].skillUri",
                                "rows[2].relationType",
                                "rows[2].skillUri",
                                "rows[3].occupationUri"));
        admin().get("/api/v1/occupations/" + id).then().body("essentialSkillIds", empty());

        assertRefused(
                422,
                "import-refused",
                "rows[1].occupationUri",
                () -> send(OCCUPATIONS, file("occupationUri,label", occupationUri() + ",a", skillUri() + ",b")));
        assertRefused(400, "invalid-request", "label", () -> send(OCCUPATIONS, file("occupationUri,name", uri + ",a")));
    }

    @Test
    void isForAdministratorsAlone() {
        var lead = TestTokens.lead(UUID.randomUUID());

        assertRefused(403, "forbidden", () -> sendAs(lead, OCCUPATIONS, occupations()));
        assertRefused(403, "forbidden", () -> sendAs(lead, OCCUPATION_SKILLS, file(SKILLS_HEADER, need("x", "y"))));
    }
}
