package org.fengong.allocation.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ann, the better one, is asked to write; Ben could do it, too. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class OfferTest {
    private static final String OFFERS = "/api/v1/offers";
    private static final String SETTINGS = "/api/v1/teams/{id}/offer-settings";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID ben;
    private UUID task;
    private UUID plan;
    private UUID offer;

    @Inject
    OfferExpiry expiry;

    @BeforeEach
    void askAnn() {
        Planning.itIsMonday();
        team.offersItsPlans();
        ann = team.member("Ann", 5);
        ben = team.member("Ben", 2);
        task = team.task(600, WEEK.plusWeeks(1));
        plan = published(team, 3);
        offer = UUID.fromString(offers().path("items[0].id"));
    }

    private Response offers() {
        return leadOf(team).queryParam("teamId", team.teamId).get(OFFERS);
    }

    private static Response accept(UUID member, UUID offer) {
        return as(TestTokens.member(member)).post(OFFERS + "/{id}/accept", offer);
    }

    private static Response decline(UUID member, UUID offer) {
        return as(TestTokens.member(member))
                .body("{\"reason\": \"At the fair.\"}")
                .post(OFFERS + "/{id}/decline", offer);
    }

    private Response settings(String body) {
        var etag = leadOf(team).get(SETTINGS, team.teamId).header("ETag");
        return leadOf(team)
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch(SETTINGS, team.teamId);
    }

    private static OutboxRows.Row last(UUID task, String fact) {
        var rows = OutboxRows.of(task).stream()
                .filter(row -> row.type().equals("fengong.allocation.assignment-" + fact + ".v1"))
                .toList();
        assertThat(rows).hasSize(1);
        EventContracts.assertFits(rows.get(0).type(), rows.get(0).data());
        return rows.get(0);
    }

    @Test
    void asksTheMemberUntilTheEndOfTheSecondWorkingDay() {
        offers().then()
                .statusCode(200)
                .body("items.memberId", contains(ann.toString()))
                .body("items.taskId", contains(task.toString()))
                .body("items.status", contains("PENDING"))
                .body("items.actor", contains(team.leadId.toString()))
                .body("items[0].respondBy", equalTo(WEEK.atDay(DayOfWeek.THURSDAY) + "T00:00:00Z"));
        var event = last(task, "offered").data();
        assertThat(event.get("offerId").asText()).isEqualTo(offer.toString());
        assertThat(event.get("respondBy").asText()).isEqualTo(WEEK.atDay(DayOfWeek.THURSDAY) + "T00:00:00Z");
    }

    @Test
    void waitsForAMemberWhoIsAway() {
        var others = KnownFacts.ofTeam();
        others.offersItsPlans();
        var cy = others.member("Cy", 5);
        others.isAway(cy, WEEK);
        var other = others.task(600, WEEK.plusWeeks(2));
        published(others, 3);

        as(TestTokens.admin())
                .queryParam("memberId", cy)
                .get(OFFERS)
                .then()
                .body("items.taskId", contains(other.toString()))
                .body("items[0].respondBy", equalTo(WEEK.plusWeeks(1).atDay(DayOfWeek.WEDNESDAY) + "T00:00:00Z"));
    }

    @Test
    void makesTheAssignmentActiveWhenItIsAccepted() {
        accept(ann, offer)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("actor", is(ann.toString()))
                .body("endedAt", notNullValue());

        assignmentsOf(task).then().body("items.status", contains("ACTIVE"));
        assertThat(last(task, "accepted").data().get("actor").asText()).isEqualTo(ann.toString());
        var rows = OutboxRows.of(task);
        var assigned = rows.stream()
                .filter(row -> row.type().endsWith("task-assigned.v1"))
                .toList();
        assertThat(assigned.get(assigned.size() - 1)
                        .data()
                        .at("/assignments/0/status")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(assigned.get(assigned.size() - 1).data().get("reason").asText())
                .isEqualTo("offer-accepted");
        // a plan that changes nothing keeps the acceptance
        published(team, 3);
        assignmentsOf(task).then().body("items.status", contains("ACTIVE"));
    }

    @Test
    void isNotMadeAgainToWhoHasDeclined() {
        decline(ann, offer).then().statusCode(200);

        var draft = draft(team, 3);

        assignments(draft).then().body("assigned.memberId", contains(ben.toString()));
        publish(team, draft).then().statusCode(200);
        var second = UUID.fromString(
                as(TestTokens.admin()).queryParam("memberId", ben).get(OFFERS).path("items[0].id"));
        decline(ben, second).then().statusCode(200);
        assignments(draft(team, 3))
                .then()
                .body("assigned", empty())
                .body("unassigned.reason", contains("DECLINED_BY_ALL"))
                .body("unassigned[0].detail", is("Everybody who can do it has declined it or let the offer expire."));
    }

    @Test
    void makesADraftStaleThatGivesTheRoleToWhoHasDeclinedSince() {
        var stale = draft(team, 3);
        decline(ann, offer).then().statusCode(200);

        assertRefused(409, "plan-stale", () -> publish(team, stale));
    }

    @Test
    void expiresWhenNobodyAnswersInTime() {
        Planning.itIs(WEEK, DayOfWeek.WEDNESDAY);
        expiry.expireOverdue();
        offers().then().body("items.status", contains("PENDING"));

        Planning.itIs(WEEK, DayOfWeek.THURSDAY);
        assertRefused(409, "offer-ended", () -> accept(ann, offer));
        accept(ann, offer).then().body("offerStatus", is("EXPIRED"));
        expiry.expireOverdue();
        expiry.expireOverdue();

        offers().then().body("items.status", contains("EXPIRED")).body("items[0].actor", nullValue());
        assignmentsOf(task).then().body("items.cause", contains("EXPIRED"));
        var expired = last(task, "expired").data();
        assertThat(expired.has("actor")).isFalse();
        assertThat(expired.get("reason").asText()).isEqualTo("not-answered");
        assertRefused(409, "offer-ended", () -> accept(ann, offer));
        assignments(draft(team, 2)).then().body("assigned.memberId", contains(ben.toString()));
    }

    @Test
    void isRescindedWhenTheLeadDecidesOtherwise() {
        leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\", \"outright\": true}"
                        .formatted(offers().<String>path("items[0].roleId"), ben, WEEK))
                .post(PLANS + "/{id}/override", plan)
                .then()
                .statusCode(200)
                .body("assignment.status", is("ACTIVE"));

        offers().then().body("items.status", contains("RESCINDED")).body("items[0].actor", is(team.leadId.toString()));
        assertThat(last(task, "rescinded").data().get("reason").asText()).isEqualTo("overridden");
        assertRefused(409, "offer-ended", () -> accept(ann, offer));
    }

    @Test
    void isAnsweredByTheLeadsWordWhenTheLeadGivesItToTheSameMemberOutright() {
        leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\", \"outright\": true}"
                        .formatted(offers().<String>path("items[0].roleId"), ann, WEEK))
                .post(PLANS + "/{id}/override", plan)
                .then()
                .statusCode(200)
                .body("assignment.status", is("ACTIVE"));

        offers().then().body("items.status", contains("RESCINDED"));
    }

    @Test
    void isRescindedWhenTheTaskIsCancelledOrTheMemberLeaves() {
        team.cancels(task);
        offers().then().body("items.status", contains("RESCINDED")).body("items.reason", contains("task-cancelled"));

        var other = team.task(600, WEEK.plusWeeks(1));
        published(team, 3);
        team.leaves(ann, Weeks.monday(WEEK));
        assertThat(last(other, "rescinded").data().get("reason").asText()).isEqualTo("member-left");
    }

    @Test
    void takesOneAnswerOnly() {
        accept(ann, offer).then().statusCode(200);

        assertRefused(409, "offer-ended", () -> decline(ann, offer));
        assertRefused(409, "offer-ended", () -> accept(ann, offer));
        offers().then().body("items.status", contains("ACCEPTED")).body("items.version", contains(2));
    }

    @Test
    void takesNoAnswerToOtherWeeksThanStand() {
        var etag = etag();
        leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"}"
                        .formatted(team.roleOf(task), ann, WEEK.plusWeeks(1)))
                .post(PLANS + "/{id}/override", plan)
                .then()
                .statusCode(200);

        for (var how : List.of("accept", "decline")) {
            assertRefused(412, "stale-version", () -> answer(how, etag));
            assertRefused(428, "if-match-required", () -> answer(how, ""));
            assertRefused(400, "invalid-request", "If-Match", () -> answer(how, "\"now\""));
        }
        offers().then().body("items.status", contains("PENDING")).body("items.version", contains(2));
        answer("accept", etag()).then().statusCode(200).body("status", is("ACCEPTED"));
    }

    private String etag() {
        return as(TestTokens.member(ann)).get(OFFERS + "/{id}", offer).header("ETag");
    }

    private Response answer(String how, String etag) {
        var asked = as(TestTokens.member(ann)).header("If-Match", etag);
        return (how.equals("decline") ? asked.body("{\"reason\": \"At the fair.\"}") : asked)
                .post(OFFERS + "/{id}/" + how, offer);
    }

    @Test
    void keepsItsVersionWhenAPlanLeavesItsWeeks() {
        var etag = etag();
        team.task(300, WEEK);
        published(team, 3);

        answer("accept", etag).then().statusCode(200);
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var key = UUID.randomUUID().toString();
        for (var replayed : List.of(false, true)) {
            var answer =
                    as(TestTokens.member(ann)).header("Idempotency-Key", key).post(OFFERS + "/{id}/accept", offer);
            answer.then().statusCode(200).body("status", is("ACCEPTED"));
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo(replayed ? "true" : null);
        }
    }

    @Test
    void isAnsweredByNobodyElse() {
        assertRefused(403, "offer-for-somebody-else", () -> accept(ben, offer));
        assertRefused(403, "offer-for-somebody-else", () -> leadOf(team).post(OFFERS + "/{id}/accept", offer));
        assertRefused(404, "offer-not-found", () -> accept(UUID.randomUUID(), offer));
        assertRefused(404, "offer-not-found", () -> decline(ann, UUID.randomUUID()));
        assertRefused(
                404,
                "offer-not-found",
                () -> as(TestTokens.member(UUID.randomUUID())).get(OFFERS + "/{id}", offer));
        as(TestTokens.viewer())
                .get(OFFERS + "/{id}", offer)
                .then()
                .statusCode(200)
                .body("status", is("PENDING"));
        assertThat(as(TestTokens.viewer()).post(OFFERS + "/{id}/accept", offer).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": null}"})
    void isNotDeclinedWithoutAReason(String body) {
        assertRefused(
                400,
                "invalid-request",
                "reason",
                () -> as(TestTokens.member(ann)).body(body).post(OFFERS + "/{id}/decline", offer));
        offers().then().body("items.status", contains("PENDING"));
    }

    @Test
    void givesTheTimeThatTheTeamSays() {
        settings("{\"workingDays\": 1}").then().statusCode(200).body("workingDays", is(1));
        var other = team.task(600, WEEK.plusWeeks(1));
        published(team, 3);

        offers().then()
                .body(
                        "items.find { it.taskId == '%s' }.respondBy".formatted(other),
                        equalTo(WEEK.atDay(DayOfWeek.WEDNESDAY) + "T00:00:00Z"))
                .body(
                        "items.find { it.taskId == '%s' }.respondBy".formatted(task),
                        equalTo(WEEK.atDay(DayOfWeek.THURSDAY) + "T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"workingDays\": 0}", "{\"workingDays\": 21}", "{\"workingDays\": null}"})
    void refusesATimeThatMakesNoSense(String body) {
        assertRefused(400, "invalid-request", "workingDays", () -> settings(body));
        leadOf(team)
                .get(SETTINGS, team.teamId)
                .then()
                .body("workingDays", is(2))
                .body("onDecline", is("REPLAN"));
    }

    @Test
    void letsOnlyTheLeadChangeTheSettings() {
        assertRefused(404, "team-not-found", () -> leadOf(KnownFacts.ofTeam()).get(SETTINGS, team.teamId));
        var etag = leadOf(team).get(SETTINGS, team.teamId).header("ETag");
        settings("{\"workingDays\": 3}").then().statusCode(200).body("version", is(2));
        assertRefused(
                412,
                "stale-version",
                () -> leadOf(team)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", etag)
                        .body("{\"workingDays\": 4}")
                        .patch(SETTINGS, team.teamId));
        assertRefused(
                428,
                "if-match-required",
                () -> leadOf(team)
                        .contentType("application/merge-patch+json")
                        .body("{\"workingDays\": 4}")
                        .patch(SETTINGS, team.teamId));
    }

    @Test
    void isFoundByMemberAndStatus() {
        as(TestTokens.member(ann))
                .queryParam("memberId", ann)
                .queryParam("status", "PENDING")
                .queryParam("sort", "respondBy")
                .get(OFFERS)
                .then()
                .body("items.id", contains(offer.toString()));
        as(TestTokens.member(ann))
                .queryParam("status", "ACCEPTED")
                .get(OFFERS)
                .then()
                .body("items", empty());
        as(TestTokens.member(UUID.randomUUID())).get(OFFERS).then().body("items", empty());
    }
}
