package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
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

    /** A Monday ahead. */
    private static final LocalDate MONDAY =
            Weeks.monday(Weeks.of(LocalDate.now(ZoneOffset.UTC)).plusWeeks(3));

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
                .put(PATTERN, member.id(), MONDAY.plusDays(7).toString())
                .then()
                .statusCode(200);
        admin().body("{\"from\": \"%s\", \"to\": \"%s\", \"kind\": \"SICK\"}"
                        .formatted(MONDAY.plusDays(10), MONDAY.plusDays(14)))
                .post("/api/v1/members/{id}/absences", member.id())
                .then()
                .statusCode(201);

        admin().queryParam("from", Weeks.of(MONDAY).toString())
                .queryParam("weeks", 3)
                .get(CAPACITY, member.id())
                .then()
                .statusCode(200)
                .body("memberId", equalTo(member.id().toString()))
                .body("from", equalTo(Weeks.of(MONDAY).toString()))
                .body("availabilityFactor", is(0.8f))
                .body("workingPatterns", hasSize(3))
                .body("workingPatterns[2].validFrom", equalTo(MONDAY.plusDays(7).toString()))
                .body("weeks.grossMinutes", contains(2400, 1920, 1920))
                .body("weeks.absenceMinutes", contains(0, 480, 480))
                .body("weeks.capacityMinutes", contains(1920, 1152, 1152));
    }

    @Test
    void keepsTheWeeksBeforeAChangeOfTheAvailability() {
        var member = member();
        TestClock.ahead(Duration.between(Instant.now(), MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC)));

        patch(member)
                .body("{\"availabilityFactor\": 0.5}")
                .patch("/api/v1/members/" + member.id())
                .then()
                .statusCode(200)
                .body("availabilityFactor", is(0.5f));

        admin().queryParam("from", Weeks.of(MONDAY.minusDays(7)).toString())
                .queryParam("weeks", 2)
                .get(CAPACITY, member.id())
                .then()
                .body("weeks.capacityMinutes", contains(2400, 1200));
    }

    @Test
    void isReadByDay() {
        var member = member();

        admin().queryParam("from", MONDAY.plusDays(4).toString())
                .queryParam("days", 3)
                .get(CAPACITY + "/days", member.id())
                .then()
                .statusCode(200)
                .body("from", equalTo(MONDAY.plusDays(4).toString()))
                .body(
                        "days.day",
                        contains(
                                MONDAY.plusDays(4).toString(),
                                MONDAY.plusDays(5).toString(),
                                MONDAY.plusDays(6).toString()))
                .body("days.capacityMinutes", contains(480, 0, 0));
        admin().get(CAPACITY + "/days", member.id()).then().body("days", hasSize(28));
        assertRefused(404, "member-not-found", () -> admin().get(CAPACITY + "/days", UUID.randomUUID()));
    }

    /** Where the day is already the next one, or still the one before, while it is noon in Greenwich. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Taipei", "America/New_York"})
    void startsTodayAndThisWeekWhereTheMemberIs(String zone) {
        var department = department();
        var member = admin().body(memberBody(newKey(), department.id()).replace("Europe/Lisbon", zone))
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Sunday half past eleven and Monday half past eleven in Greenwich
        for (var now : List.of(MONDAY.minusDays(1).atTime(11, 30), MONDAY.atTime(10, 30))) {
            TestClock.ahead(Duration.between(Instant.now(), now.toInstant(ZoneOffset.UTC)));
            var there = now.atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(ZoneId.of(zone))
                    .toLocalDate();

            admin().get(CAPACITY + "/days", member).then().body("from", equalTo(there.toString()));
            admin().get(CAPACITY, member)
                    .then()
                    .body("from", equalTo(Weeks.of(there).toString()))
                    .body("weeks[0].capacityMinutes", is(2400));
        }
    }

    @Test
    void refusesAPatternThatWouldRewriteAPastWeek() {
        var member = member();
        var thisWeek = Weeks.monday(Weeks.of(LocalDate.now(ZoneId.of("Europe/Lisbon"))));

        assertRefused(
                422,
                "working-pattern-in-the-past",
                "validFrom",
                () -> admin(member)
                        .body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}")
                        .put(PATTERN, member.id(), thisWeek.minusDays(1).toString()));
        admin(member)
                .body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}")
                .put(PATTERN, member.id(), thisWeek.toString())
                .then()
                .statusCode(200);
    }

    @Test
    void refusesACalendarThatIsNotThere() {
        var member = member();
        var body = "{\"minutes\": [0, 0, 0, 0, 0, 0, 0], \"holidayCalendarId\": \"%s\"}".formatted(UUID.randomUUID());

        assertRefused(
                422,
                "unknown-holiday-calendar",
                "holidayCalendarId",
                () -> admin(member).body(body).put(PATTERN, member.id(), MONDAY.toString()));
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
        "days=5, days",
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
                .put(PATTERN, member.id(), MONDAY.toString())
                .then()
                .statusCode(200)
                .body("version", is(2));

        var event = OutboxRows.of(member.id()).get(1);
        assertThat(event.data().get("workingPatterns")).hasSize(2);
        assertThat(event.data().at("/workingPatterns/1/validFrom").asText()).isEqualTo(MONDAY.toString());
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
                        .put(PATTERN, member.id(), MONDAY.toString()));
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
                () -> admin().body("{\"minutes\": [0, 0, 0, 0, 0, 0, 0]}")
                        .put(PATTERN, member.id(), MONDAY.toString()));
    }
}
