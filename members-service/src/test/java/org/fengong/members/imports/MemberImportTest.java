package org.fengong.members.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
class MemberImportTest {
    private static final String IMPORTS = "/api/v1/member-imports";
    private static final String HEADER =
            "key,displayName,email,locale,timeZone,department,joinedOn,leftOn,availabilityFactor\n";

    private static Response start(String token, String mediaType, byte[] file) {
        return as(token)
                .contentType(mediaType)
                .queryParam("kind", "members")
                .body(file)
                .post(IMPORTS);
    }

    private static Response over(String mediaType, byte[] file) {
        var started = start(TestTokens.admin(), mediaType, file);
        started.then().statusCode(202);
        var address = IMPORTS + "/" + started.path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> admin().get(address).path("finishedAt") != null);
        return admin().get(address);
    }

    private static Response over(String csv) {
        return over("text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Response refused(Response imported) {
        return admin().queryParam("status", "REFUSED").get(IMPORTS + "/" + imported.path("id") + "/rows");
    }

    @Test
    void registersAndChangesMembers() {
        var department = department();
        var key = newKey();
        var csv = HEADER
                + "%s,林小美,mei@example.com,zh-TW,Asia/Taipei,%s,2026-01-05,,0.8\n".formatted(key, department.key());

        over(csv).then().body("status", is("COMPLETED")).body("created", is(1));
        over(csv).then().body("unchanged", is(1));
        over("key,availabilityFactor\n%s,\n".formatted(key)).then().body("updated", is(1));

        var member = admin().queryParam("key", key).get("/api/v1/members");
        member.then().body("items[0].displayName", is("林小美"));
        var events = OutboxRows.of(UUID.fromString(member.path("items[0].id")));
        assertThat(events)
                .extracting(OutboxRows.Row::type)
                .containsExactly("fengong.members.member-registered.v1", "fengong.members.member-changed.v1");
        assertThat(events.get(1).data().get("availabilityFactor").intValue()).isEqualTo(1);
        assertThat(events.get(1).data().get("joinedOn").asText()).isEqualTo("2026-01-05");
        events.forEach(event -> EventContracts.assertFits(event.type(), event.data()));
    }

    @Test
    void answersEachBadRowAndStoresNothing() {
        var department = department().key();
        var good = newKey();
        var csv = HEADER
                + "%s,A,a@example.com,en,Europe/Lisbon,%s,,,\n".formatted(good, department)
                + "%s,B,no-address,en,Europe/Lisbon,%s,,,\n".formatted(newKey(), department)
                + "%s,C,c@example.com,en,Mars/Olympus,%s,,,\n".formatted(newKey(), department)
                + "%s,D,d@example.com,en,Europe/Lisbon,nowhere,,2026-01-01,much\n".formatted(newKey())
                + "%s,E,e@example.com,en,Europe/Lisbon,nowhere,,2026-01-01,\n".formatted(newKey())
                + "%s,A,a@example.com,en,Europe/Lisbon,%s,,,\n".formatted(good, department);

        var imported = over(csv);

        imported.then().body("status", is("REFUSED")).body("refused", is(5));
        refused(imported)
                .then()
                .body("items.row", is(List.of(3, 4, 5, 6, 7)))
                .body(
                        "items.violations.field",
                        is(List.of(
                                List.of("email"),
                                List.of("timeZone"),
                                List.of("availabilityFactor"),
                                List.of("leftOn", "department"),
                                List.of("key"))));
        admin().queryParam("key", good).get("/api/v1/members").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv", "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void exportedMembersAreImportedUnchanged(String format, String mediaType) {
        member();
        over(HEADER
                + "%s,\"=A, \"\"B\"\"\",mei@example.com,zh-TW,Asia/Taipei,%s,2026-01-05,,0.80\n"
                        .formatted(newKey(), department().key()));
        var exported = admin().queryParam("format", format).get("/api/v1/members/export");
        exported.then().statusCode(200);
        var events = OutboxRows.count();

        var imported = over(mediaType, exported.asByteArray());

        refused(imported).then().body("items", empty());
        imported.then().body("status", is("COMPLETED")).body("unchanged", is(imported.<Integer>path("rows")));
        assertThat(OutboxRows.count()).isEqualTo(events);
    }

    @Test
    void isForAdministratorsAndServices() {
        var lead = TestTokens.lead(UUID.randomUUID());
        assertRefused(403, "forbidden", () -> start(lead, "text/csv", "key\na\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused(403, "forbidden", () -> as(lead).get("/api/v1/members/export"));
        as(lead).get(IMPORTS + "/kinds").then().body("items.kind", contains("absences"));
        admin().get(IMPORTS + "/kinds").then().body("items.kind", containsInAnyOrder("absences", "members", "skills"));
    }

    @Test
    void noOperationIsForMembersAndViewers() {
        var one = IMPORTS + "/" + UUID.randomUUID();
        for (var token : List.of(TestTokens.member(UUID.randomUUID()), TestTokens.viewer())) {
            assertRefused(
                    403, "forbidden", () -> start(token, "text/csv", "key\na\n".getBytes(StandardCharsets.UTF_8)));
            assertRefused(403, "forbidden", () -> as(token).get(IMPORTS + "/kinds"));
            assertRefused(403, "forbidden", () -> as(token).get(one));
            assertRefused(403, "forbidden", () -> as(token).get(one + "/rows"));
            assertRefused(403, "forbidden", () -> as(token).post(one + "/cancel"));
        }
    }
}
