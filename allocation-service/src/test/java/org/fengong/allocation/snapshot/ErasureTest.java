package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a member's name and words in the whole database after the member was erased: nothing. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class ErasureTest {
    @Inject
    EntityManager entityManager;

    private final String name = "Zoë " + UUID.randomUUID();
    private KnownFacts team;
    private UUID zoe;
    private UUID other;

    @BeforeEach
    void zoeHasDeclinedAndIsSecondBest() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        team.offersItsPlans();
        zoe = team.member(name, 5);
        team.task(300, WEEK.plusWeeks(1));
        published(team, 2);
        var offer = leadOf(team)
                .queryParam("teamId", team.teamId)
                .get("/api/v1/offers")
                .<String>path("items[0].id");
        as(TestTokens.member(zoe))
                .body("{\"reason\": \"I, %s, am at the fair.\"}".formatted(name))
                .post("/api/v1/offers/{id}/decline", offer)
                .then()
                .statusCode(200);
        as(TestTokens.member(zoe))
                .header(
                        "If-Match",
                        as(TestTokens.member(zoe))
                                .get("/api/v1/members/{id}/briefing", zoe)
                                .header("ETag"))
                .put("/api/v1/members/{id}/briefing/acknowledgement", zoe)
                .then()
                .statusCode(200);
        team.isInterestedInSkill(team.member("Ann", 5), 2);
        other = team.task(300, WEEK.plusWeeks(1));
        published(team, 2);
    }

    @Test
    void leavesNoWordOfTheMember() {
        assignmentsOf(other).then().body("items.reason", contains(containsString(name)));
        team.leaves(zoe, Weeks.monday(WEEK));

        team.isErased(zoe);

        assertThat(placesOf(name)).isEmpty();
        assignmentsOf(other).then().body("items.reason", contains(containsString("next best Former member at")));
    }

    /** The tables with a row in which the text stands anywhere; what waits to be sent is not kept. */
    private List<?> placesOf(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select table_name from information_schema.tables where table_schema = 'public'"
                                        + " and table_name not in ('outbox', 'idempotency_key')"
                                        + " and (xpath('/row/c/text()', query_to_xml(format("
                                        + "'select count(*) as c from %I t where strpos(t::text, %L) > 0', table_name, :text),"
                                        + " false, true, '')))[1]::text <> '0'")
                        .setParameter("text", text)
                        .getResultList());
    }
}
