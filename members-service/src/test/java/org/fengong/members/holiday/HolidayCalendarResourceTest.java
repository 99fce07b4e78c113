package org.fengong.members.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class HolidayCalendarResourceTest {
    private static final String CALENDARS = "/api/v1/holiday-calendars";
    private static final LocalDate THIS_MONDAY = Weeks.monday(Weeks.of(LocalDate.now(ZoneOffset.UTC)));

    private static Response create(String key, String holidays) {
        return admin().body("{\"key\": \"%s\", \"name\": \"臺灣\", \"holidays\": [%s]}".formatted(key, holidays))
                .post(CALENDARS);
    }

    private static Thing calendar(String holidays) {
        var answer = create(newKey(), holidays);
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static String holiday(LocalDate day) {
        return "{\"day\": \"%s\", \"name\": \"Holiday\"}".formatted(day);
    }

    /** Lives by the calendar since long ago. */
    private static UUID memberOf(Thing calendar) {
        var answer = admin().body(memberBody(
                        newKey(),
                        department().id(),
                        ", \"workingPattern\": {\"validFrom\": \"2000-01-01\", \"minutes\": [480, 480, 480, 480, 480, 0, 0], \"holidayCalendarId\": \"%s\"}"
                                .formatted(calendar.id())))
                .post("/api/v1/members");
        answer.then().statusCode(201);
        return Thing.of(answer).id();
    }

    private static Response capacity(UUID member, LocalDate monday) {
        return admin().queryParam("from", Weeks.of(monday).toString())
                .queryParam("weeks", 1)
                .get("/api/v1/members/{id}/capacity", member);
    }

    @Test
    void createsACalendarWithItsDaysInOrder() {
        var key = newKey();

        var answer = create(
                key,
                "{\"day\": \"2027-02-05\", \"name\": \"除夕\", \"share\": 0.5}, {\"day\": \"2027-01-01\", \"name\": \"開國紀念日\"}");

        answer.then()
                .statusCode(201)
                .header("Location", containsString(CALENDARS + "/"))
                .body("key", equalTo(key))
                .body("holidays.day", contains("2027-01-01", "2027-02-05"))
                .body("holidays.name", contains("開國紀念日", "除夕"))
                .body("holidays.share", contains(1.0f, 0.5f));
        as(TestTokens.viewer())
                .queryParam("key", key)
                .get(CALENDARS)
                .then()
                .body("items.key", contains(key))
                .body("items[0].holidays", nullValue());
        as(TestTokens.viewer())
                .get(CALENDARS + "/" + Thing.of(answer).id())
                .then()
                .statusCode(200)
                .body("version", is(1));
    }

    @Test
    void takesTheDaysFromTheCapacityAndTellsThem() {
        var monday = THIS_MONDAY.plusDays(14);
        var member = memberOf(calendar(holiday(monday) + "," + holiday(monday.plusDays(5))));

        capacity(member, monday)
                .then()
                .body("weeks[0].holidayMinutes", is(480))
                .body("weeks[0].capacityMinutes", is(1920));
        var event = OutboxRows.of(member).get(0);
        assertThat(event.data().at("/holidays/0/day").asText()).isEqualTo(monday.toString());
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void tellsOfEverybodyWhoLivesByItWhenItsDaysChange() {
        var calendar = calendar(holiday(THIS_MONDAY));
        var member = memberOf(calendar);
        var stranger = memberOf(calendar(""));

        patch(calendar)
                .body("{\"holidays\": [%s, %s]}".formatted(holiday(THIS_MONDAY), holiday(THIS_MONDAY.plusDays(1))))
                .patch(CALENDARS + "/" + calendar.id())
                .then()
                .statusCode(200)
                .body("version", is(2));

        var events = OutboxRows.of(member);
        assertThat(events).hasSize(2);
        assertThat(events.get(1).type()).isEqualTo("fengong.members.member-changed.v1");
        assertThat(events.get(1).data().get("version").asInt()).isEqualTo(2);
        assertThat(events.get(1).data().get("holidays")).hasSize(2);
        EventContracts.assertFits(events.get(1).type(), events.get(1).data());
        assertThat(OutboxRows.of(stranger)).hasSize(1);
        capacity(member, THIS_MONDAY).then().body("weeks[0].capacityMinutes", is(3 * 480));
    }

    @Test
    void tellsNobodyOfANewName() {
        var calendar = calendar("");
        var member = memberOf(calendar);

        patch(calendar)
                .body("{\"name\": \"Taiwan\"}")
                .patch(CALENDARS + "/" + calendar.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Taiwan"));

        assertThat(OutboxRows.of(member)).hasSize(1);
    }

    @Test
    void keepsTheHolidaysOfWeeksThatHaveEnded() {
        var sunday = THIS_MONDAY.minusDays(1);
        var calendar = calendar(holiday(sunday));

        for (var days : new String[] {"", holiday(sunday.minusDays(1)) + "," + holiday(sunday)}) {
            assertRefused(
                    422,
                    "past-holidays-fixed",
                    "holidays",
                    () -> patch(calendar)
                            .body("{\"holidays\": [%s]}".formatted(days))
                            .patch(CALENDARS + "/" + calendar.id()));
        }
        admin().get(CALENDARS + "/" + calendar.id())
                .then()
                .body("version", is(1))
                .body("holidays.day", contains(sunday.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalid-request         | holidays[0].day    | {\"name\": \"A\"}",
                "400 | invalid-request         | holidays[0].name   | {\"day\": \"2027-01-01\", \"name\": \" \"}",
                "400 | invalid-request         | holidays[0].share  | {\"day\": \"2027-01-01\", \"name\": \"A\", \"share\": 2}",
                "400 | invalid-request         | holidays[0].day    | {\"day\": \"2027-02-30\", \"name\": \"A\"}",
                "400 | invalid-request         | holidays[0]        | null",
                "422 | share-not-half-or-whole | holidays[0].share  | {\"day\": \"2027-01-01\", \"name\": \"A\", \"share\": 0.75}",
                "422 | holiday-twice           | holidays[1].day    | {\"day\": \"2027-01-01\", \"name\": \"A\"}, {\"day\": \"2027-01-01\", \"name\": \"B\"}",
            })
    void refusesDaysThatAreNone(int status, String slug, String field, String holidays) {
        var key = newKey();

        assertRefused(status, slug, field, () -> create(key, holidays));
        admin().queryParam("key", key).get(CALENDARS).then().body("items.size()", is(0));
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var calendar = calendar("");

        assertRefused(409, "holiday-calendar-key-taken", "key", () -> create(calendar.key(), ""));
    }

    @Test
    void asksForTheCurrentVersion() {
        var calendar = calendar("");
        var path = CALENDARS + "/" + calendar.id();
        patch(calendar).body("{\"name\": \"A\"}").patch(path).then().statusCode(200);

        assertRefused(
                412,
                "stale-version",
                () -> patch(calendar).body("{\"name\": \"B\"}").patch(path));
        assertRefused(404, "holiday-calendar-not-found", () -> admin().get(CALENDARS + "/" + UUID.randomUUID()));
        assertRefused(
                404,
                "holiday-calendar-not-found",
                () -> patch(calendar).body("{\"name\": \"B\"}").patch(CALENDARS + "/" + UUID.randomUUID()));
    }

    @Test
    void isKeptByAdministrators() {
        var calendar = calendar("");

        as(TestTokens.lead(UUID.randomUUID()))
                .body("{\"key\": \"%s\", \"name\": \"A\", \"holidays\": []}".formatted(newKey()))
                .post(CALENDARS)
                .then()
                .statusCode(403);
        as(TestTokens.lead(UUID.randomUUID()))
                .contentType("application/merge-patch+json")
                .header("If-Match", calendar.etag())
                .body("{\"name\": \"A\"}")
                .patch(CALENDARS + "/" + calendar.id())
                .then()
                .statusCode(403);
        as(TestTokens.viewer()).get(CALENDARS).then().statusCode(200).body("items.key", hasItem(calendar.key()));
    }
}
