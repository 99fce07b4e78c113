package org.fengong.members.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.teamLedBy;
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
import java.time.LocalDate;
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
class AbsenceImportTest {
    private static final String IMPORTS = "/api/v1/member-imports";
    private static final String HEADER = "member,kind,from,to,share\n";

    private static Response over(String token, String mediaType, byte[] file) {
        var started = as(token)
                .contentType(mediaType)
                .queryParam("kind", "absences")
                .body(file)
                .post(IMPORTS);
        started.then().statusCode(202);
        var address = IMPORTS + "/" + started.path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> admin().get(address).path("finishedAt") != null);
        return admin().get(address);
    }

    private static Response over(String token, String csv) {
        return over(token, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static Response refused(Response imported) {
        return admin().queryParam("status", "REFUSED").get(IMPORTS + "/" + imported.path("id") + "/rows");
    }

    @Test
    void reportsAndChangesAbsences() {
        var member = member();
        var csv = HEADER
                + "%1$s,VACATION,2026-12-21,2026-12-31,\n%1$s,SICK,2026-12-01,2026-12-01,0.5\n".formatted(member.key());

        over(TestTokens.admin(), csv).then().body("status", is("COMPLETED")).body("created", is(2));
        over(TestTokens.admin(), csv).then().body("unchanged", is(2));
        over(TestTokens.admin(), csv.replace("2026-12-31", "2027-01-04"))
                .then()
                .body("updated", is(1))
                .body("unchanged", is(1));

        readMember(member)
                .answer()
                .then()
                .body("absences.kind", contains("SICK", "VACATION"))
                .body("absences.to", contains("2026-12-01", "2027-01-04"));
        var events = OutboxRows.of(member.id());
        assertThat(events)
                .extracting(OutboxRows.Row::type)
                .containsExactly(
                        "fengong.members.member-registered.v1",
                        "fengong.members.member-changed.v1",
                        "fengong.members.member-changed.v1");
        EventContracts.assertFits(events.get(2).type(), events.get(2).data());
    }

    @Test
    void aLeadReportsThoseOfTheOwnTeams() {
        var lead = member();
        var own = member();
        join(teamLedBy(lead), own, 50, LocalDate.of(2020, 1, 1), null);
        var stranger = member();
        var token = TestTokens.lead(lead.id());
        var csv = HEADER + "%s,VACATION,2026-12-21,2026-12-31,\n".formatted(own.key());

        over(token, csv).then().body("status", is("COMPLETED")).body("created", is(1));
        var imported = over(token, csv + "%s,VACATION,2026-12-21,2026-12-31,\n".formatted(stranger.key()));

        imported.then().body("status", is("REFUSED"));
        refused(imported).then().body("items.violations.flatten().field", is(List.of("member")));
        readMember(stranger).answer().then().body("absences", empty());
    }

    @Test
    void answersEachBadRow() {
        var key = member().key();
        var csv = HEADER
                + "%s,HOLIDAY,2026-12-21,2026-12-31,\n".formatted(key)
                + "%s,SICK,2026-12-21,2026-12-20,\n".formatted(key)
                + "%s,OTHER,2026-12-21,2026-12-31,0.7\n".formatted(key)
                + "%s,TRAINING,2026-12-21,,\n".formatted(key)
                + "nobody,TRAINING,2026-12-21,2026-12-31,\n";

        var imported = over(TestTokens.admin(), csv);

        refused(imported)
                .then()
                .body("items.row", is(List.of(2, 3, 4, 5, 6)))
                .body("items.violations.flatten().field", is(List.of("kind", "to", "share", "to", "member")));
    }

    @ParameterizedTest
    @CsvSource({"csv,text/csv", "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void exportedAbsencesAreImportedUnchanged(String format, String mediaType) {
        over(TestTokens.admin(), HEADER + "%s,SICK,2026-12-01,2026-12-01,0.5\n".formatted(member().key()));
        var exported = admin().queryParam("format", format).get("/api/v1/absences/export");
        exported.then().statusCode(200);

        var imported = over(TestTokens.admin(), mediaType, exported.asByteArray());

        refused(imported).then().body("items", empty());
        imported.then().body("status", is("COMPLETED")).body("unchanged", is(imported.<Integer>path("rows")));
        assertRefused(
                403, "forbidden", () -> as(TestTokens.lead(UUID.randomUUID())).get("/api/v1/absences/export"));
    }
}
