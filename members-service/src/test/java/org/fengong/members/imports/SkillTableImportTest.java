package org.fengong.members.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.skill;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillTableImportTest {
    private static final String IMPORTS = "/api/v1/member-imports";
    private static final String SKILLS = "/api/v1/skills";
    private static final String HEADER = "key,nameEn,nameZhTw,nameZhCn,field,aliasesEn,aliasesZhTw\n";

    private static Response over(String mediaType, byte[] file, String... options) {
        var request = admin().contentType(mediaType).queryParam("kind", "skills");
        for (int i = 0; i < options.length; i += 2) {
            request.queryParam(options[i], options[i + 1]);
        }
        var started = request.body(file).post(IMPORTS);
        started.then().statusCode(202);
        var address = IMPORTS + "/" + started.path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> admin().get(address).path("finishedAt") != null);
        return admin().get(address);
    }

    private static Response over(String csv, String... options) {
        return over("text/csv", csv.getBytes(StandardCharsets.UTF_8), options);
    }

    private static Response refused(Response imported) {
        return admin().queryParam("status", "REFUSED").get(IMPORTS + "/" + imported.path("id") + "/rows");
    }

    private static Response found(String parameter, String value) {
        return admin().queryParam(parameter, value).get(SKILLS);
    }

    @Test
    void makesSkillsThatAreFoundByEachOfTheirNamesAndTellsOfThem() {
        var key = newKey();
        var csv = HEADER + "%s,Copywriting,文案寫作,文案写作,%s,Ad copy; Ad writing,廣告文案\n".formatted(key, newKey());

        over(csv, "dryRun", "true").then().body("status", is("COMPLETED")).body("created", is(1));
        found("key", key).then().body("items", empty());
        over(csv).then().body("status", is("COMPLETED")).body("created", is(1));
        over(csv).then().body("unchanged", is(1));
        over("key,aliasesEn\n%s,Ad copy\n".formatted(key)).then().body("updated", is(1));

        var skill = found("key", key);
        skill.then()
                .body("items[0].names.en", is("Copywriting"))
                .body("items[0].names.zh-CN", is("文案写作"))
                .body("items[0].aliases.en", contains("Ad copy"))
                .body("items[0].aliases.zh-TW", contains("廣告文案"));
        assertThat(found("name", "廣告文案").<List<String>>path("items.key")).contains(key);
        var events = OutboxRows.of(UUID.fromString(skill.path("items[0].id")));
        assertThat(events).hasSize(2);
        events.forEach(event -> EventContracts.assertFits(event.type(), event.data()));
    }

    @Test
    void answersEachBadRowAndStoresNothing() {
        var good = newKey();
        var csv = HEADER
                + "%s,Good,,,content,,\n".formatted(good)
                + "%s,,,,content,,\n".formatted(newKey())
                + "%s,Name,,,No Field,,\n".formatted(newKey())
                + "%s,Name,,,content,%s,\n".formatted(newKey(), "x".repeat(121))
                + "%s,Name,%s,,content,,\n".formatted(newKey(), "字".repeat(121))
                + "No key,Name,,,content,,\n";

        var imported = over(csv);

        imported.then().body("status", is("REFUSED")).body("refused", is(5));
        refused(imported)
                .then()
                .body("items.row", is(List.of(3, 4, 5, 6, 7)))
                .body(
                        "items.violations.field",
                        is(List.of(
                                List.of("nameEn"),
                                List.of("field"),
                                List.of("aliasesEn"),
                                List.of("nameZhTw"),
                                List.of("key"))));
        found("key", good).then().body("items", empty());
    }

    @Test
    void aMergedSkillStaysAsItIs() {
        var kept = skill();
        var duplicate = skill();
        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post(SKILLS + "/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);

        refused(over("key,nameEn\n%s,Another\n".formatted(duplicate.key())))
                .then()
                .body(
                        "items[0].violations[0].message",
                        is("The skill %s was merged into %s. Use that one.".formatted(duplicate.id(), kept.id())));
    }

    @Test
    void anAddressInEscoComesInAndGoesOut() {
        var key = newKey();
        var address = "http://data.europa.eu/esco/skill/" + UUID.randomUUID();
        over(HEADER + "%s,Copywriting,,,content,,\n".formatted(key));

        over("key,escoUri\n%s,%s\n".formatted(key, address)).then().body("updated", is(1));

        found("key", key).then().body("items[0].escoUri", is(address));
        assertThat(admin().get(SKILLS + "/export").asString()).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv", "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void exportedSkillsAreImportedUnchanged(String format, String mediaType) {
        over(HEADER + "%s,\"=Copy, \"\"writing\"\"\",文案寫作,,content,Ad copy;Ads,\n".formatted(newKey()));
        var exported = admin().queryParam("format", format).get(SKILLS + "/export");
        exported.then().statusCode(200);
        var events = OutboxRows.count();

        var imported = over(mediaType, exported.asByteArray());

        refused(imported).then().body("items", empty());
        imported.then().body("status", is("COMPLETED")).body("unchanged", is(imported.<Integer>path("rows")));
        assertThat(OutboxRows.count()).isEqualTo(events);
    }

    @Test
    void isForAdministratorsAndServices() {
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.lead(UUID.randomUUID()))
                        .contentType("text/csv")
                        .queryParam("kind", "skills")
                        .body("key\na\n")
                        .post(IMPORTS));
    }
}
