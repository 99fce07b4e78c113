package org.fengong.allocation.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** Everyone hears of what concerns him, and of nothing else (P4, S5). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class NotificationResourceTest {
    private static final String FEED = "/api/v1/members/{id}/notifications";
    private static final String READ = "/api/v1/notifications/{id}/read";
    private static final String PREFERENCES = "/api/v1/members/{id}/notification-preferences";

    @Inject
    Notices notices;

    @Inject
    NotificationRetention retention;

    private KnownFacts team;
    private UUID ann;
    private UUID ben;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        ann = team.member("Ann", 5);
        ben = team.member("Ben", 2);
    }

    private static Response feed(UUID memberId) {
        return as(TestTokens.member(memberId)).get(FEED, memberId);
    }

    /** Oldest first. */
    private static List<String> kinds(UUID memberId) {
        List<String> kinds = feed(memberId).path("items.kind");
        var oldestFirst = new ArrayList<>(kinds);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private void tell(UUID memberId, String title) {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.tell(
                        Set.of(memberId),
                        NoticeKind.COMMENTED,
                        NoticeSubject.ofTeam(team.teamId).with(NoticeSubject.TASK_TITLE, title)));
    }

    private Response override(UUID plan, UUID task, UUID memberId, YearWeek start) {
        return leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\", \"outright\": true}"
                        .formatted(team.roleOf(task), memberId, start))
                .post(PLANS + "/{id}/override", plan);
    }

    @Test
    void tellsWhatIsAssignedAndTakenBack() {
        var task = team.task(600, WEEK);
        var plan = published(team, 2);

        feed(ann)
                .then()
                .statusCode(200)
                .body("items.kind", contains("ASSIGNED"))
                .body("items[0].memberId", is(ann.toString()))
                .body("items[0].teamId", is(team.teamId.toString()))
                .body("items[0].taskId", is(task.toString()))
                .body("items[0].planId", is(plan.toString()))
                .body("items[0].assignmentId", notNullValue())
                .body("items[0].data.taskTitle", is("Write the flyer"))
                .body("items[0].data.roleName", is("Author"))
                .body("items[0].data.startWeek", is(WEEK.toString()))
                .body("items[0].data.endWeek", is(WEEK.toString()))
                .body("items[0]", not(hasKey("readAt")));
        assertThat(kinds(ben)).isEmpty();

        override(plan, task, ben, WEEK).then().statusCode(200);

        assertThat(kinds(ann)).containsExactly("ASSIGNED", "ASSIGNMENT_TAKEN_BACK");
        assertThat(kinds(ben)).containsExactly("ASSIGNED");
        assertThat(kinds(team.leadId)).isEmpty();
    }

    @Test
    void tellsNobodyWhatStaysAsItIs() {
        team.task(600, WEEK);
        published(team, 2);
        publish(team, draft(team, 2)).then().statusCode(200);

        assertThat(kinds(ann)).containsExactly("ASSIGNED");
    }

    @Test
    void tellsTheMemberOfAnOfferAndTheLeadOfANo() {
        team.offersItsPlans();
        team.task(600, WEEK.plusWeeks(1));
        published(team, 2);
        String offer = feed(ann)
                .then()
                .body("items.kind", contains("ASSIGNMENT_OFFERED"))
                .body("items[0].data.respondBy", is(WEEK.atDay(DayOfWeek.THURSDAY) + "T00:00:00Z"))
                .extract()
                .path("items[0].offerId");

        as(TestTokens.member(ann))
                .body("{\"reason\": \"At the fair.\"}")
                .post("/api/v1/offers/{id}/decline", offer)
                .then()
                .statusCode(200);

        feed(team.leadId)
                .then()
                .body("items.kind", contains("OFFER_DECLINED"))
                .body("items[0].offerId", is(offer))
                .body("items[0].data.memberName", is("Ann"))
                .body("items[0].data.reason", is("At the fair."));
        assertThat(kinds(ann)).containsExactly("ASSIGNMENT_OFFERED");
    }

    @Test
    void tellsNobodyOfWhatIsRefused() {
        team.offersItsPlans();
        team.task(600, WEEK.plusWeeks(1));
        published(team, 2);
        String offer = feed(ann).path("items[0].offerId");
        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.MONDAY);

        as(TestTokens.member(ann))
                .body("{\"reason\": \"At the fair.\"}")
                .post("/api/v1/offers/{id}/decline", offer)
                .then()
                .statusCode(409);

        assertThat(kinds(team.leadId)).isEmpty();
    }

    @Test
    void tellsThoseWhoWaitWhatBecomesOfTheTask() {
        var first = team.task(2400, WEEK, t -> t.put("title", "Ask the market"));
        var second = team.task(600, WEEK.plusWeeks(3), t -> KnownFacts.waitsFor(t, first));
        published(team, 5);
        var holder = UUID.fromString(Planning.assignmentsOf(second).path("items[0].memberId"));
        var before = kinds(holder).size();

        team.completes(first);
        team.completes(first);

        assertThat(kinds(holder).subList(before, before + 1)).containsExactly("DEPENDENCY_COMPLETED");
        feed(holder)
                .then()
                .body("items", hasSize(before + 1))
                .body("items[0].data.taskTitle", is("Ask the market"))
                .body("items[0].data.otherTaskTitle", is("Write the flyer"))
                .body("items[0].data.otherTaskId", is(second.toString()));
    }

    @Test
    void tellsThoseWhoWaitThatATaskIsMovedOrCancelled() {
        var first = team.task(600, WEEK.plusWeeks(2), t -> t.put("title", "Ask the market"));
        team.task(600, WEEK.plusWeeks(6), t -> KnownFacts.waitsFor(t, first));
        var plan = published(team, 8);
        override(plan, first, ben, WEEK).then().statusCode(200);
        override(plan, first, ben, WEEK.plusWeeks(1)).then().statusCode(200);
        feed(ann)
                .then()
                .body("items[0].kind", is("DEPENDENCY_MOVED"))
                .body("items[0].data.startWeek", is(WEEK.plusWeeks(1).toString()));
        assertThat(kinds(ben)).contains("ASSIGNMENT_MOVED");

        team.cancels(first);

        feed(ann).then().body("items[0].kind", is("DEPENDENCY_CANCELLED"));
        feed(ben).then().body("items[0].kind", is("ASSIGNMENT_TAKEN_BACK"));
    }

    @Test
    void tellsTheContactsOfADepartmentThatARoleNames() {
        team.task(600, WEEK, t -> ((ObjectNode) t.at("/roles/0")).put("departmentId", team.departmentId.toString()));
        published(team, 2);

        // the lead, who is the contact, has published it himself: tell of what somebody else does
        assertThat(kinds(team.leadId)).isEmpty();
        var plan = draft(team, 2);
        as(TestTokens.admin()).post(PLANS + "/{id}/publish", plan).then().statusCode(200);
        var task = team.task(
                300, WEEK, t -> ((ObjectNode) t.at("/roles/0")).put("departmentId", team.departmentId.toString()));
        as(TestTokens.admin())
                .post(PLANS + "/{id}/publish", draft(team, 2))
                .then()
                .statusCode(200);

        feed(team.leadId)
                .then()
                .body("items.kind", contains("DEPARTMENT_ROLE_PLANNED"))
                .body("items[0].taskId", is(task.toString()))
                .body("items[0].data.departmentName", is("Marketing"))
                .body("items[0].data.memberName", notNullValue());
    }

    @Test
    void tellsTheOwnerWhatBecomesOfTheTask() {
        var owner = UUID.randomUUID();
        var task = team.task(600, WEEK.plusWeeks(1), t -> t.put("ownerId", owner.toString()));
        var plan = published(team, 3);
        override(plan, task, ann, WEEK.plusWeeks(1)).then().statusCode(200);

        feed(owner)
                .then()
                .body("items.kind", contains("OWNED_TASK_PLANNED", "OWNED_TASK_PLANNED"))
                .body("items[0].data.startWeek", is(WEEK.plusWeeks(1).toString()))
                .body("items[0].data.reason", is("overridden"))
                .body("items[1].data.startWeek", is(WEEK.toString()));

        team.leaves(ann, WEEK.atDay(DayOfWeek.MONDAY));
        feed(owner)
                .then()
                .body("items[0].kind", is("OWNED_TASK_PLANNED"))
                .body("items[0].data", not(hasKey("startWeek")));

        team.completes(task);
        var other = team.task(600, WEEK, t -> t.put("ownerId", owner.toString()));
        team.cancels(other);

        assertThat(kinds(owner))
                .containsExactly(
                        "OWNED_TASK_PLANNED",
                        "OWNED_TASK_PLANNED",
                        "OWNED_TASK_PLANNED",
                        "OWNED_TASK_COMPLETED",
                        "OWNED_TASK_CANCELLED");
    }

    @Test
    void tellsTheOwnerNothingOfHisOwnDeed() {
        var owner = UUID.randomUUID();
        var task = team.task(600, WEEK, t -> t.put("ownerId", owner.toString()));

        team.changes(task, t -> t.put("status", "COMPLETED").put("actor", owner.toString()));

        assertThat(kinds(owner)).isEmpty();
    }

    @Test
    void tellsADepartmentThatNobodyHasItsRoleAnyMoreAndThatItIsAskedNoMore() {
        var sales = KnownFacts.otherDepartment();
        team.belongsTo(ben, sales);
        var task = team.task(
                600,
                WEEK,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", sales.id().toString()));
        published(team, 2);
        assertThat(kinds(sales.contactId())).containsExactly("REQUEST_OPENED", "DEPARTMENT_ROLE_PLANNED");

        team.leaves(ben, WEEK.atDay(DayOfWeek.MONDAY));

        feed(sales.contactId())
                .then()
                .body("items[0].kind", is("DEPARTMENT_ROLE_FREED"))
                .body("items[0].data.memberName", is("Ben"))
                .body("items[0].data.reason", is("member-left"));
        team.cancels(task);
        for (var asked : List.of(sales.contactId(), sales.leadId())) {
            feed(asked)
                    .then()
                    .body("items[0].kind", is("REQUEST_WITHDRAWN"))
                    .body("items[0].taskId", is(task.toString()));
        }
    }

    @Test
    void tellsOfACancelledTaskOnceHoweverItsDepartmentIsNamed() {
        var sales = KnownFacts.otherDepartment();
        team.belongsTo(ben, sales);
        var own = team.task(
                600, WEEK, t -> ((ObjectNode) t.at("/roles/0")).put("departmentId", team.departmentId.toString()));
        var others = team.task(
                600,
                WEEK,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", sales.id().toString()));
        published(team, 2);

        team.cancels(own);
        team.cancels(others);

        assertThat(kinds(team.leadId))
                .containsExactlyInAnyOrder("OWNED_TASK_CANCELLED", "DEPARTMENT_ROLE_FREED", "OWNED_TASK_CANCELLED");
        assertThat(kinds(sales.contactId()))
                .containsExactly("REQUEST_OPENED", "DEPARTMENT_ROLE_PLANNED", "REQUEST_WITHDRAWN");
    }

    @Test
    void tellsADepartmentThatItIsAskedAndTheTeamWhatItAnswered() {
        var sales = KnownFacts.otherDepartment();
        var task = team.task(
                600,
                WEEK.plusWeeks(1),
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", sales.id().toString()));
        var asked = feed(sales.leadId());
        asked.then()
                .body("items.kind", contains("REQUEST_OPENED"))
                .body("items[0].taskId", is(task.toString()))
                .body("items[0].data.departmentName", is("Sales"))
                .body("items[0].data.teamName", is("Brand"));
        assertThat(kinds(sales.contactId())).containsExactly("REQUEST_OPENED");

        String request = asked.path("items[0].data.requestId");
        as(TestTokens.member(sales.leadId()))
                .header(
                        "If-Match",
                        as(TestTokens.admin())
                                .get("/api/v1/requests/{id}", request)
                                .header("ETag"))
                .body("{\"reason\": \"No.\"}")
                .post("/api/v1/requests/{id}/decline", request)
                .then()
                .statusCode(200);

        feed(team.leadId)
                .then()
                .body("items.kind", contains("REQUEST_ANSWERED"))
                .body("items[0].data.reason", is("DECLINED"));
        assertThat(kinds(sales.leadId())).containsExactly("REQUEST_OPENED");
    }

    @Test
    void tellsWhoIsMentionedInACommentAndWhoHasTheTask() {
        var task = team.task(600, WEEK);
        published(team, 2); // gives it to Ann
        KnownFacts.comments(task, team.teamId, ben, team.leadId, ben);

        assertThat(kinds(team.leadId)).containsExactly("MENTIONED");
        assertThat(kinds(ann)).containsExactly("ASSIGNED", "COMMENTED");
        assertThat(kinds(ben)).isEmpty();
        feed(ann)
                .then()
                .body("items[0].data.memberName", is("Ben"))
                .body("items[0].data.taskTitle", is("Write the flyer"))
                .body("items[0].data.commentId", notNullValue());
    }

    @Test
    void tellsWhoHasLeftNothing() {
        team.leaves(ben, WEEK.atDay(DayOfWeek.MONDAY));
        tell(ben, "Write the flyer");

        assertThat(kinds(ben)).isEmpty();
    }

    @Test
    void listsPageByPageTheNewestFirst() {
        List.of("One", "Two", "Three").forEach(title -> tell(ann, title));

        var first = as(TestTokens.member(ann)).queryParam("limit", 2).get(FEED, ann);
        first.then().statusCode(200).body("items.data.taskTitle", contains("Three", "Two"));
        as(TestTokens.member(ann))
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(FEED, ann)
                .then()
                .body("items.data.taskTitle", contains("One"))
                .body("$", not(hasKey("next")));
    }

    @Test
    void marksOneOrAllAsRead() {
        List.of("One", "Two", "Three").forEach(title -> tell(ann, title));
        String two = feed(ann).path("items[1].id");

        var read = as(TestTokens.member(ann)).post(READ, two);
        read.then().statusCode(200).body("readAt", notNullValue());
        as(TestTokens.member(ann)).post(READ, two).then().body("readAt", is(read.<String>path("readAt")));

        unread(true).then().body("items.data.taskTitle", contains("Three", "One"));
        unread(false).then().body("items.data.taskTitle", contains("Two"));
        as(TestTokens.member(ann))
                .post(FEED + "/read-all", ann)
                .then()
                .statusCode(200)
                .body("marked", is(2));
        unread(true).then().body("items", empty());
        unread(false).then().body("items", hasSize(3));
    }

    private Response unread(boolean unread) {
        return as(TestTokens.member(ann)).queryParam("unread", unread).get(FEED, ann);
    }

    @Test
    void isForTheMemberAlone() {
        tell(ann, "One");
        String id = feed(ann).path("items[0].id");

        assertRefused(404, "member-not-found", () -> as(TestTokens.member(ben)).get(FEED, ann));
        assertRefused(404, "member-not-found", () -> leadOf(team).get(FEED, ann));
        assertRefused(404, "member-not-found", () -> as(TestTokens.member(ben)).post(FEED + "/read-all", ann));
        assertRefused(
                404, "notification-not-found", () -> as(TestTokens.member(ben)).post(READ, id));
        assertRefused(
                404, "notification-not-found", () -> as(TestTokens.admin()).post(READ, id));
        assertRefused(404, "member-not-found", () -> as(TestTokens.admin()).get(FEED, UUID.randomUUID()));
        assertRefused(
                400,
                "invalid-request",
                "unread",
                () -> as(TestTokens.member(ann)).queryParam("unread", "maybe").get(FEED, ann));

        as(TestTokens.admin()).get(FEED, ann).then().statusCode(200).body("items.id", contains(id));
        unread(true).then().body("items.id", contains(id));
    }

    @Test
    void forgetsWhatWasReadLongAgo() {
        tell(ann, "Read");
        as(TestTokens.member(ann)).post(FEED + "/read-all", ann).then().statusCode(200);
        tell(ann, "Unread");

        retention.sweep();
        feed(ann).then().body("items", hasSize(2));
        Planning.itIs(WEEK.plusWeeks(14), DayOfWeek.MONDAY);
        retention.sweep();

        feed(ann).then().body("items.data.taskTitle", contains("Unread"));
    }

    @Test
    void keepsWhatTheMemberWantsByMail() {
        var preferences = as(TestTokens.member(ann)).get(PREFERENCES, ann);
        preferences
                .then()
                .statusCode(200)
                .body("mail", contains("ASSIGNMENT_OFFERED"))
                .body("version", is(1));

        var changed = put(ann, preferences.header("ETag"), "{\"mail\": [\"MENTIONED\", \"ASSIGNED\", \"MENTIONED\"]}");
        changed.then().statusCode(200).body("mail", contains("ASSIGNED", "MENTIONED"));
        as(TestTokens.admin()).get(PREFERENCES, ann).then().body("mail", contains("ASSIGNED", "MENTIONED"));

        assertRefused(412, "stale-version", () -> put(ann, preferences.header("ETag"), "{\"mail\": []}"));
        assertRefused(
                428,
                "if-match-required",
                () -> as(TestTokens.member(ann)).body("{\"mail\": []}").put(PREFERENCES, ann));
        assertRefused(
                400, "invalid-request", "mail[0]", () -> put(ann, changed.header("ETag"), "{\"mail\": [\"SMOKE\"]}"));
        assertRefused(400, "invalid-request", "mail", () -> put(ann, changed.header("ETag"), "{}"));
        assertRefused(404, "member-not-found", () -> put(ben, changed.header("ETag"), "{\"mail\": []}"));
        as(TestTokens.member(ann)).get(PREFERENCES, ann).then().body("mail", contains("ASSIGNED", "MENTIONED"));
    }

    private Response put(UUID caller, String etag, String body) {
        return as(TestTokens.member(caller)).header("If-Match", etag).body(body).put(PREFERENCES, ann);
    }
}
