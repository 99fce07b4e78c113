package org.fengong.allocation.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A calendar program, which knows nothing but an address, shows what a member has to do. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class CalendarFeedTest {
    private static final String ADDRESS = "/api/v1/members/{id}/calendar-address";

    @Inject
    EntityManager entityManager;

    private KnownFacts team;
    private UUID ann;
    private UUID task;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        ann = team.member("Ann", 5);
        var goal = team.goal(50);
        task = team.task(
                3600, WEEK.plusWeeks(1), t -> t.put("title", "寫傳單; erst, dann").put("goalId", goal.toString()));
        published(team, 3);
    }

    private String address() {
        var made = as(TestTokens.member(ann)).post(ADDRESS, ann);
        made.then().statusCode(200);
        return URI.create(made.path("address")).getPath();
    }

    private static Response read(String address) {
        return given().accept("text/calendar, */*;q=0.5").get(address);
    }

    private static ICalendar parsed(String address) {
        var answer = read(address);
        answer.then().statusCode(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        var calendar = Biweekly.parse(answer.asString()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        return calendar;
    }

    @Test
    void showsAnEventForEachAssignmentAndRunOfWeeks() {
        var events = parsed(address()).getEvents();

        assertThat(events).hasSize(1);
        var event = events.get(0);
        assertThat(event.getSummary().getValue()).isEqualTo("寫傳單; erst, dann · Author");
        assertThat(event.getDescription().getValue()).contains("Win the north", WEEK + ": ");
        assertThat(day(event.getDateStart().getValue())).isEqualTo(Weeks.monday(WEEK));
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(day(event.getDateEnd().getValue())).isEqualTo(Weeks.monday(WEEK.plusWeeks(2)));
        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getUid().getValue())
                .contains(Planning.assignmentsOf(task).<String>path("items[0].id"));
    }

    private static LocalDate day(biweekly.util.ICalDate date) {
        var parts = date.getRawComponents();
        return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }

    @Test
    void keepsAnEventThatIsStillTheSame() {
        var address = address();
        var first = read(address);
        var uid = parsed(address).getEvents().get(0).getUid().getValue();

        given().header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        team.task(600, WEEK.plusWeeks(2));
        publish(team, draft(team, 4)).then().statusCode(200);

        var changed = given().header("If-None-Match", first.header("ETag")).get(address);
        assertThat(changed.statusCode()).isEqualTo(200);
        var uids = parsed(address).getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
        assertThat(uids).hasSizeGreaterThan(1).contains(uid).doesNotHaveDuplicates();
    }

    @Test
    void showsAnOfferAsTentative() {
        var others = KnownFacts.ofTeam();
        others.offersItsPlans();
        ann = others.member("Cy", 5);
        others.task(600, WEEK.plusWeeks(1));
        published(others, 2);

        assertThat(parsed(address()).getEvents().get(0).getStatus().getValue()).isEqualTo("TENTATIVE");
    }

    @Test
    void opensByTheNewestAddressAloneAndNotWhenItIsRevoked() {
        var first = address();
        var second = address();
        assertThat(second).isNotEqualTo(first);

        assertRefused(404, "calendar-not-found", () -> read(first));
        read(second).then().statusCode(200);

        as(TestTokens.member(ann)).delete(ADDRESS, ann).then().statusCode(204);
        assertRefused(404, "calendar-not-found", () -> read(second));
        as(TestTokens.member(ann)).delete(ADDRESS, ann).then().statusCode(204);
        assertRefused(404, "calendar-not-found", () -> read("/api/v1/calendars/guessed"));
        assertRefused(
                404, "calendar-not-found", () -> given().accept("text/calendar").get("/api/v1/calendars/guessed"));
    }

    @Test
    void closesWhenTheMemberLeaves() {
        var address = address();
        team.leaves(ann, Weeks.monday(WEEK));

        assertRefused(404, "calendar-not-found", () -> read(address));
    }

    @Test
    void isMadeByTheMemberAloneAndItsSecretIsNotKept() {
        assertRefused(
                404,
                "member-not-found",
                () -> as(TestTokens.member(UUID.randomUUID())).post(ADDRESS, ann));
        assertRefused(
                404,
                "member-not-found",
                () -> as(TestTokens.member(UUID.randomUUID())).delete(ADDRESS, ann));

        var secret = address().replaceAll(".*/", "");

        List<?> kept = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select secret_hash from calendar_address where member_id = :member", String.class)
                        .setParameter("member", ann)
                        .getResultList());
        assertThat(kept).singleElement().asString().hasSize(64).doesNotContain(secret);
    }
}
