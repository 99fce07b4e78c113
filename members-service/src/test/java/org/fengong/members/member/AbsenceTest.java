package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.readMember;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class AbsenceTest {
    private static final String ABSENCES = "/api/v1/members/{id}/absences";

    private static Response report(Thing member, String absence) {
        return admin().body(absence).post(ABSENCES, member.id());
    }

    private static String days(String from, String to) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"kind\": \"VACATION\"}".formatted(from, to);
    }

    @Test
    void isStoredAndTold() {
        var member = member();

        var answer = report(
                member, "{\"from\": \"2026-12-21\", \"to\": \"2026-12-31\", \"kind\": \"TRAINING\", \"share\": 0.5}");

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/absences/" + answer.path("absenceId")))
                .body("from", equalTo("2026-12-21"))
                .body("to", equalTo("2026-12-31"))
                .body("kind", equalTo("TRAINING"))
                .body("share", is(0.5f));
        readMember(member).answer().then().body("version", is(2)).body("absences.kind", contains("TRAINING"));
        var event = OutboxRows.of(member.id()).get(1);
        assertThat(event.type()).isEqualTo("fengong.members.member-changed.v1");
        assertThat(event.data().at("/absences/0/share").asDouble()).isEqualTo(0.5);
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void lastsTheWholeDayUnlessItIsSaidOtherwise() {
        report(member(), days("2026-12-21", "2026-12-21"))
                .then()
                .statusCode(201)
                .body("share", is(1.0f));
    }

    @Test
    void mayOverlapOthersAndLieInThePast() {
        var member = member();
        report(member, days("2026-12-21", "2026-12-31")).then().statusCode(201);
        report(member, days("2026-12-24", "2026-12-26")).then().statusCode(201);
        report(member, days("2019-01-01", "2019-01-02")).then().statusCode(201);

        readMember(member).answer().then().body("absences.from", contains("2019-01-01", "2026-12-21", "2026-12-24"));
    }

    @Test
    void cannotEndBeforeItStarts() {
        var member = member();

        assertRefused(
                        422,
                        "absence-ends-before-it-starts",
                        "to",
                        () -> report(member, days("2026-12-21", "2026-12-20")))
                .body("detail", containsString("2026-12-20"));
        readMember(member).answer().then().body("absences", empty()).body("version", is(1));
    }

    @Test
    void takesHalfOfADayOrAllOfIt() {
        var member = member();
        var absence = "{\"from\": \"2026-12-21\", \"to\": \"2026-12-21\", \"kind\": \"SICK\", \"share\": %s}";

        assertRefused(422, "share-not-half-or-whole", "share", () -> report(member, absence.formatted("0.7")));
        assertRefused(400, "invalid-request", "share", () -> report(member, absence.formatted("1.5")));
        assertRefused(400, "invalid-request", "share", () -> report(member, absence.formatted("0")));
    }

    @Test
    void namesTheKindsThereAre() {
        var member = member();

        assertRefused(
                        400,
                        "invalid-request",
                        "kind",
                        () -> report(member, "{\"from\": \"2026-12-21\", \"to\": \"2026-12-21\", \"kind\": \"PARTY\"}"))
                .body("violations.message", hasItem("must be one of VACATION, SICK, TRAINING, OTHER"));
        assertRefused(400, "invalid-request", "to", () -> report(member, days("2026-12-21", "2026-02-30")));
        assertRefused(
                400, "invalid-request", "from", () -> report(member, "{\"to\": \"2026-12-21\", \"kind\": \"SICK\"}"));
    }

    @Test
    void isStoredOnceWhenItIsSentTwice() {
        var member = member();
        var key = newKey();
        Supplier<Response> request = () -> admin().header("Idempotency-Key", key)
                .body(days("2026-12-21", "2026-12-31"))
                .post(ABSENCES, member.id());

        var first = request.get();
        var second = request.get();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(OutboxRows.of(member.id())).hasSize(2);
    }

    @Test
    void isTakenBack() {
        var member = member();
        String absenceId = report(member, days("2026-12-21", "2026-12-31")).path("absenceId");

        admin(readMember(member))
                .delete(ABSENCES + "/{absenceId}", member.id(), absenceId)
                .then()
                .statusCode(200)
                .body("absences", empty())
                .body("version", is(3));

        assertThat(OutboxRows.of(member.id()).get(2).data().get("absences")).isEmpty();
        assertRefused(
                404,
                "absence-not-found",
                () -> admin(readMember(member)).delete(ABSENCES + "/{absenceId}", member.id(), absenceId));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> admin().delete(ABSENCES + "/{absenceId}", member.id(), absenceId));
    }

    @Test
    void belongsToAMember() {
        assertRefused(
                404,
                "member-not-found",
                () -> admin().body(days("2026-12-21", "2026-12-31")).post(ABSENCES, UUID.randomUUID()));
    }
}
