package org.fengong.members.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.readTeam;
import static org.fengong.members.Company.team;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class LeavingResourceTest {
    private static Response deactivate(Thing member, String idempotencyKey) {
        return admin().header("Idempotency-Key", idempotencyKey).post("/api/v1/members/{id}/deactivate", member.id());
    }

    private static Response deactivate(Thing member) {
        return admin().post("/api/v1/members/{id}/deactivate", member.id());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Lisbon"));
    }

    @Test
    void endsTheMembershipsAndTellsOfMemberAndTeams() {
        var member = member();
        var running = team();
        var ended = team();
        var planned = team();
        join(running, member, 40, today().minusDays(60), null);
        join(ended, member, 40, today().minusDays(60), today().minusDays(30));
        join(planned, member, 60, today().plusDays(30), null);

        deactivate(member)
                .then()
                .statusCode(200)
                .body("active", is(false))
                .body("leftOn", equalTo(today().toString()))
                .body(
                        "memberships.teamId",
                        containsInAnyOrder(running.id().toString(), ended.id().toString()))
                .body(
                        "memberships.to",
                        containsInAnyOrder(
                                today().toString(), today().minusDays(30).toString()));

        var events = OutboxRows.of(member.id());
        var event = events.get(events.size() - 1);
        assertThat(event.type()).isEqualTo("fengong.members.member-deactivated.v1");
        assertThat(event.data().get("active").asBoolean()).isFalse();
        assertThat(event.data().get("leftOn").asText()).isEqualTo(today().toString());
        EventContracts.assertFits(event.type(), event.data());
        readTeam(running).answer().then().body("version", is(3)).body("members.to", contains(today().toString()));
        readTeam(planned).answer().then().body("version", is(3)).body("members", empty());
        var ofTeam = OutboxRows.of(running.id());
        assertThat(ofTeam.get(ofTeam.size() - 1).data().at("/members/0/to").asText())
                .isEqualTo(today().toString());
    }

    @Test
    void leavesPastWeeksTheirCapacity() {
        var member = member();
        var lastWeek = org.fengong.platform.time.Weeks.of(today().minusWeeks(1)).toString();
        deactivate(member).then().statusCode(200);

        admin().queryParam("from", lastWeek)
                .queryParam("weeks", 3)
                .get("/api/v1/members/{id}/capacity", member.id())
                .then()
                .body("weeks[0].capacityMinutes", is(2400))
                .body("weeks[2].capacityMinutes", is(0));
    }

    @Test
    void happensOnce() {
        var member = member();
        deactivate(member).then().statusCode(200);

        assertRefused(409, "member-already-left", () -> deactivate(member));
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var member = member();
        var key = newKey();

        var first = deactivate(member, key);
        var second = deactivate(member, key);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(OutboxRows.of(member.id())).hasSize(2);
    }

    @Test
    void isDecidedByAdministratorsAlone() {
        var member = member();

        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.lead(member.id())).post("/api/v1/members/{id}/deactivate", member.id()));
        assertRefused(
                404, "member-not-found", () -> admin().post("/api/v1/members/{id}/deactivate", UUID.randomUUID()));
    }
}
