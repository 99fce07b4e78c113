package org.fengong.allocation.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.loadMinutes;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that was declined or expired is given to somebody else, or waits for the lead. */
@QuarkusTest
@TestProfile(OfferReplanTest.WithRepairs.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class OfferReplanTest {
    public static class WithRepairs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.planning.repairs", "true", "fengong.planning.repair-window", "300ms");
        }
    }

    private static final String OFFERS = "/api/v1/offers";
    private static final String SETTINGS = "/api/v1/teams/{id}/offer-settings";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID ben;
    private UUID task;
    private UUID offer;

    @Inject
    EntityManager entityManager;

    @BeforeEach
    void askAnn() {
        Planning.itIsMonday();
        team.offersItsPlans();
        ann = team.member("Ann", 5);
        ben = team.member("Ben", 2);
        task = team.task(600, WEEK.plusWeeks(1));
        published(team, 3);
        offer = UUID.fromString(offers().path("items[0].id"));
    }

    private Response offers() {
        return leadOf(team).queryParam("teamId", team.teamId).get(OFFERS);
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

    private List<String> proposals() {
        return as(TestTokens.admin())
                .queryParam("teamId", team.teamId)
                .queryParam("status", "DRAFT")
                .get(PLANS)
                .path("items.findAll { it.cause != null }.id");
    }

    @Test
    void findsSomebodyElseWhenItIsDeclined() {
        decline(ann, offer)
                .then()
                .statusCode(200)
                .body("status", is("DECLINED"))
                .body("reason", is("At the fair."));

        assignmentsOf(task).then().body("items.status", contains("RELEASED")).body("items.cause", contains("DECLINED"));
        assertThat(loadMinutes(ann, WEEK)).isZero();
        assertThat(last(task, "declined").data().get("reason").asText()).isEqualTo("At the fair.");
        await().atMost(Duration.ofSeconds(20)).until(() -> proposals().size() == 1);
        var draft = UUID.fromString(proposals().get(0));
        Planning.read(draft).then().body("cause.kinds", contains("OFFER_DECLINED"));
        assignments(draft).then().body("assigned.memberId", contains(ben.toString()));
        publish(team, draft).then().statusCode(200);
        offers().then().body("items.status", contains("DECLINED", "PENDING"));
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void waitsForTheLeadWhereTheTeamWantsItSo() {
        settings("{\"onDecline\": \"LEAD\"}").then().statusCode(200).body("onDecline", is("LEAD"));

        decline(ann, offer).then().statusCode(200);

        assignmentsOf(task).then().body("items.cause", contains("DECLINED"));
        assertThat(proposals()).isEmpty();
        assertThat(repairsAskedFor()).isZero();
    }

    private long repairsAskedFor() {
        return (long) QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select count(*) from team_repair where team_id = :team", Long.class)
                        .setParameter("team", team.teamId)
                        .getSingleResult());
    }
}
