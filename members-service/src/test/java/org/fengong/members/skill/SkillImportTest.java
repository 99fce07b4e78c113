package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.members.EscoFiles.SKILLS;
import static org.fengong.members.EscoFiles.file;
import static org.fengong.members.EscoFiles.send;
import static org.fengong.members.EscoFiles.sendAs;
import static org.fengong.members.EscoFiles.skillUri;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Skills come from files in ESCO's form (S1, W2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillImportTest {
    private static final String HEADER = "skillUri,skillType,reuseLevel,label,description,field";

    private final String uri = skillUri();
    private final String field = newKey();

    private String row(String uri, String label) {
        return "%s,knowledge,cross-sector,%s,\"What it is, in words.\",%s".formatted(uri, label, field);
    }

    private Response skillsOfField() {
        return admin().queryParam("field", field).get("/api/v1/skills");
    }

    @Test
    void createsTheSkillsOfTheFileAndTellsOfThem() {
        var answer =
                send(SKILLS, "\uFEFF" + file(HEADER, row(uri, "visual merchandising"), row(skillUri(), "\"a, b\"")));

        answer.then()
                .statusCode(200)
                .body("dryRun", is(false))
                .body("created", is(2))
                .body("rows.row", contains(2, 3))
                .body("rows.outcome", contains("CREATED", "CREATED"));
        var id = UUID.fromString(answer.path("rows[0].id"));
        admin().get("/api/v1/skills/" + id)
                .then()
                .body("key", startsWith("visual-merchandising"))
                .body("names.en", equalTo("visual merchandising"))
                .body("field", equalTo(field))
                .body("escoUri", equalTo(uri));
        admin().get("/api/v1/skills/" + answer.path("rows[1].id")).then().body("names.en", equalTo("a, b"));
        var event = OutboxRows.of(id).get(0);
        assertThat(event.type()).isEqualTo("fengong.members.skill-changed.v1");
        assertThat(event.data().get("escoUri").asText()).isEqualTo(uri);
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void changesNothingWhenItComesAgain() {
        var csv = file(HEADER, row(uri, "visual merchandising"));
        var first = send(SKILLS, csv);
        var told = OutboxRows.count();

        send(SKILLS, csv)
                .then()
                .statusCode(200)
                .body("created", is(0))
                .body("unchanged", is(1))
                .body("rows[0].id", equalTo(first.path("rows[0].id")));

        assertThat(OutboxRows.count()).isEqualTo(told);
        skillsOfField().then().body("items", hasSize(1));
    }

    @Test
    void leavesTheCompanyItsNamesAndFieldAndIsFoundByTheLabel() {
        var own = skill(newKey(), ", \"escoUri\": \"%s\"".formatted(uri));

        send(SKILLS, file(HEADER, row(uri, "word smithing")))
                .then()
                .body("updated", is(1))
                .body("rows[0].id", equalTo(own.id().toString()));

        admin().get("/api/v1/skills/" + own.id())
                .then()
                .body("names.en", equalTo("Copywriting"))
                .body("field", equalTo("content"))
                .body("aliases.en", contains("word smithing"));
        admin().queryParam("name", "smithing")
                .queryParam("key", own.key())
                .get("/api/v1/skills")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void takesAnOwnSkillOfTheSameNameForTheOneOfTheFile() {
        var key = newKey();
        var own = skill(key, "");

        send(SKILLS, file(HEADER, row(uri, key.replace('-', ' '))))
                .then()
                .body("updated", is(1))
                .body("rows[0].id", equalTo(own.id().toString()));

        admin().get("/api/v1/skills/" + own.id()).then().body("escoUri", equalTo(uri));
    }

    @Test
    void knowsWhatAMergedSkillStandsFor() {
        var duplicate = skill(newKey(), ", \"escoUri\": \"%s\"".formatted(uri));
        var kept = skill(newKey(), ", \"escoUri\": \"%s\"".formatted(skillUri()));
        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post("/api/v1/skills/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);

        send(SKILLS, file(HEADER, row(uri, "anything")))
                .then()
                .body("unchanged", is(1))
                .body("rows[0].id", equalTo(kept.id().toString()));
    }

    @Test
    void storesNothingInADryRun() {
        var told = OutboxRows.count();

        send(SKILLS + "?dryRun=true", file(HEADER, row(uri, "visual merchandising")))
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("created", is(1))
                .body("rows[0].id", nullValue());

        assertThat(OutboxRows.count()).isEqualTo(told);
        skillsOfField().then().body("items", empty());
    }

    @Test
    void takesTheFieldOfTheRequestWhereTheFileHasNone() {
        send(SKILLS + "?field=" + field, file("skillUri,label", uri + ",visual merchandising"))
                .then()
                .statusCode(200)
                .body("created", is(1));

        skillsOfField().then().body("items.escoUri", contains(uri));
        assertRefused(
                422,
                "import-refused",
                "rows[0].field",
                () -> send(SKILLS, file("skillUri,label", skillUri() + ",visual merchandising")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                        | A       | content | rows[1].skillUri",
                "http://data.europa.eu/esco/occupation/1         | A       | content | rows[1].skillUri",
                "http://data.europa.eu/esco/skill/f-1            | ''      | content | rows[1].label",
                "http://data.europa.eu/esco/skill/f-1            | A       | A Field | rows[1].field",
                "http://data.europa.eu/esco/skill/f-1            | A,B,C,D | content | rows[1]",
            })
    void storesNoRowWhenOneIsWrong(String wrongUri, String label, String ofField, String violation) {
        var wrong = "%s,knowledge,cross-sector,%s,,%s".formatted(wrongUri, label, ofField);

        assertRefused(
                422,
                "import-refused",
                violation,
                () -> send(SKILLS, file(HEADER, row(uri, "visual merchandising"), wrong)));

        skillsOfField().then().body("items", empty());
    }

    @Test
    void namesEveryWrongRowAndTheRowThatARepeatedOneRepeats() {
        assertRefused(
                        422,
                        "import-refused",
                        () -> send(
                                SKILLS,
                                file(
                                        HEADER,
                                        row(uri, "a"),
                                        row(uri, "b"),
                                        row("x", "c"),
                                        row(skillUri(), "d".repeat(121)))))
                .body("violations.field", contains("rows[1].skillUri", "rows[2].skillUri", "rows[3].label"))
                .body("violations[0].message", equalTo("row 3: stands in row 2 already"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skillUri,name              | label",
                "skillUri,label,colour      | colour",
                "label,field                | skillUri",
            })
    void refusesAFileWithOtherColumns(String header, String column) {
        assertRefused(400, "invalid-request", column, () -> send(SKILLS, file(header, "a,b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skillUri,label\n",
                "skillUri,label,label\na,b,c\n",
                "skillUri,label\na,\"b\n",
                "skillUri,label\na,\"b\"c\n",
                "skillUri,label\na,b\u0000\n",
                "skillUri,label\na,b\uFFFD\n"
            })
    void refusesWhatIsNoSuchFile(String csv) {
        assertRefused(400, "invalid-request", () -> send(SKILLS, csv));
    }

    @Test
    void refusesMoreRowsThanOneImportTakes() {
        var rows = IntStream.range(0, 5_001)
                .mapToObj(i -> "http://data.europa.eu/esco/skill/%d,s".formatted(i))
                .toArray(String[]::new);

        assertRefused(400, "invalid-request", "rows", () -> send(SKILLS, file("skillUri,label", rows)));
    }

    @Test
    void createsASkillOnceWhenTwoImportsMeet() throws Exception {
        var csv = file(HEADER, row(uri, "visual merchandising"));

        var answers = Together.send(List.of(() -> send(SKILLS, csv), () -> send(SKILLS, csv)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        skillsOfField().then().body("items", hasSize(1));
    }

    @Test
    void keepsAnAddressForOneSkill() {
        skill(newKey(), ", \"escoUri\": \"%s\"".formatted(uri));

        assertRefused(
                409,
                "esco-uri-taken",
                "escoUri",
                () -> admin().body("""
                {"key": "%s", "names": {"en": "Other"}, "field": "content", "escoUri": "%s"}""".formatted(newKey(), uri)).post("/api/v1/skills"));
    }

    @Test
    void isForAdministratorsAlone() {
        var lead = TestTokens.lead(UUID.randomUUID());

        assertRefused(403, "forbidden", () -> sendAs(lead, SKILLS, file(HEADER, row(uri, "a"))));
        assertRefused(415, "unsupported-media-type", () -> admin().body("{}").post(SKILLS));
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var key = newKey();
        var csv = file(HEADER, row(uri, "visual merchandising"));

        var first = admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post(SKILLS);
        var second = admin().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post(SKILLS);

        assertThat(second.asString()).isEqualTo(first.asString());
        second.then().statusCode(200).header("Idempotency-Replayed", "true").body("created", is(1));
    }
}
