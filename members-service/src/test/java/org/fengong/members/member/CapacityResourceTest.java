package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class CapacityResourceTest {
    private static final String CAPACITY = "/api/v1/members/{id}/capacity";
    private static final String PATTERN = "/api/v1/members/{id}/working-patterns/{validFrom}";

    @AfterEach
    void letTheClockBe() {
        TestClock.ahead(Duration.ZERO);
    }

    @Test
    void followsPatternAbsenceAndAvailability() {
        var member = member();
        patch(member)
                .body("{\"availabilityFactor\": 0.8}")
                .patch("/api/v1/members/" + member.id())
                .then()
                .statusCode(200);
        admin(readMember(member))
                .body("{\"minutes\": [480, 480, 480, 480, 0, 0, 0]}")
                .put(PATTERN, member.id(), "2026-12-07")
                .then()
                .statusCode(200)
                .body("workingPatterns", hasSize(2));
        admin().body("{\"from\": \"2026-12-10\", \"to\": \"2026-12-14\", \"kind\": \"SICK\"}")
                .post("/api/v1/members/{id}/absences", member.id())
                .then()
                .statusCode(201);

        admin().queryParam("from", "2026-W49")
                .queryParam("weeks", 3)
                .get(CAPACITY, member.id())
                .then()
                .statusCode(200)
                .body("memberId", equalTo(member.id().toString()))
                .body("from", equalTo("2026-W49"))
                .body("availabilityFactor", is(0.8f))
                .body("workingPatterns.validFrom", contains("2000-01-01", "2026-12-07"))
                .body("weeks.week", contains("2026-W49", "2026-W50", "2026-W51"))
                .body("weeks.grossMinutes", contains(2400, 1920, 1920))
                .body("weeks.absenceMinutes", contains(0, 480, 480))
                .body("weeks.capacityMinutes", contains(1920, 1152, 1152));
    }

    @Test
    void goesThroughTheWeek53IntoTheNextYear() {
        admin().queryParam("from", "2026-W52")
                .queryParam("weeks", 3)
                .get(CAPACITY, member().id())
                .then()
                .body("weeks.week", contains("2026-W52", "2026-W53", "2027-W01"));
    }

    @Test
    void startsWithTheCurrentWeekOfTheMember() {
        var member = member();
        TestClock.ahead(Duration.ofDays(21));
        var inThreeWeeks = Weeks.of(LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(21));

        String from = admin().get(CAPACITY, member.id())
                .then()
                .statusCode(200)
                .body("weeks", hasSize(8))
                .extract()
                .path("from");

        assertThat(from).isIn(inThreeWeeks.toString(), inThreeWeeks.plusWeeks(1).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "weeks=0, weeks",
        "weeks=27, weeks",
        "weeks=500, weeks",
        "weeks=abc, weeks",
        "from=2026-W54, from",
        "from=2025-W53, from",
        "from=2026-12-01, from",
        "from=%2B999999999-W01, from",
        "until=2026-W50, until",
    })
    void refusesAPeriodThatMakesNoSense(String query, String field) {
        var member = member();

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> admin().urlEncodingEnabled(false).get("/api/v1/members/" + member.id() + "/capacity?" + query));
    }

    @Test
    void isReadByEverybodyWhoMayReadTheDirectory() {
        var member = member();
        as(TestTokens.viewer()).get(CAPACITY, member.id()).then().statusCode(200);
        as(TestTokens.member(UUID.randomUUID()))
                .get(CAPACITY, member.id())
                .then()
                .statusCode(200);
        assertRefused(404, "member-not-found", () -> admin().get(CAPACITY, UUID.randomUUID()));
    }

    @Test
    void tellsOfANewPatternAndKeepsTheOldOne() {
        var member = member();

        admin(member)
                .body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}")
                .put(PATTERN, member.id(), "2027-01-04")
                .then()
                .statusCode(200)
                .body("version", is(2));

        var event = OutboxRows.of(member.id()).get(1);
        assertThat(event.data().get("workingPatterns")).hasSize(2);
        assertThat(event.data().at("/workingPatterns/1/validFrom").asText()).isEqualTo("2027-01-04");
        EventContracts.assertFits(event.type(), event.data());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[480, 480, 480, 480, 480, 0]       | minutes",
                "[480, 480, 480, 480, 480, 0, 0, 0] | minutes",
                "[1441, 0, 0, 0, 0, 0, 0]           | minutes[0]",
                "[0, 0, -1, 0, 0, 0, 0]             | minutes[2]",
                "[0, 0, null, 0, 0, 0, 0]           | minutes[2]",
                "[0, 0, \"1\", 0, 0, 0, 0]          | minutes[2]",
                "[0, 0, 7.5, 0, 0, 0, 0]            | minutes[2]",
                "480                                | minutes",
            })
    void refusesAWeekThatIsNone(String minutes, String field) {
        var member = member();

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> admin(member)
                        .body("{\"minutes\": %s}".formatted(minutes))
                        .put(PATTERN, member.id(), "2027-01-04"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-04", "2027-02-30", "soon"})
    void hasNoPatternFromADayThatIsNone(String validFrom) {
        var member = member();

        assertRefused(
                404,
                "not-found",
                () -> admin(member).body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}").put(PATTERN, member.id(), validFrom));
    }

    @Test
    void asksForTheCurrentVersionOfTheMember() {
        var member = member();

        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> admin().body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}").put(PATTERN, member.id(), "2027-01-04"));
    }
}
