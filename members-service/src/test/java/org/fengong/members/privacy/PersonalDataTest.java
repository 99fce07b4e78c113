package org.fengong.members.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.created;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.memberBody;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.readTeam;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.team;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member gets to see of everything that is kept, and how all of it goes. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class PersonalDataTest {
    private static final String MEMBER = "/api/v1/members/{id}";

    @Inject
    EntityManager entityManager;

    private Thing skill;
    private Thing team;
    private Thing zoe;

    @BeforeEach
    void zoeWorksInATeam() {
        skill = skill();
        team = team();
        zoe = created(
                "/api/v1/members",
                memberBody(
                        newKey(),
                        department().id(),
                        ", \"skills\": [{\"skillId\": \"%s\", \"level\": 3}]".formatted(skill.id())));
        join(team, zoe, 60, LocalDate.of(2026, 1, 5), null);
        as(TestTokens.member(zoe.id()))
                .body("{\"skillId\": \"%s\", \"level\": 4, \"evidence\": \"The autumn flyer.\"}".formatted(skill.id()))
                .post(MEMBER + "/level-proposals", zoe.id())
                .then()
                .statusCode(201);
    }

    private static Response export(String token, UUID id) {
        return as(token).get(MEMBER + "/personal-data", id);
    }

    private static Response erase(Thing member) {
        return admin(readMember(member)).delete(MEMBER, member.id());
    }

    private void leaves() {
        admin().post(MEMBER + "/deactivate", zoe.id()).then().statusCode(200);
    }

    @Test
    void isExportedToTheMemberWithEverything() {
        export(TestTokens.member(zoe.id()), zoe.id())
                .then()
                .statusCode(200)
                .body("exportedAt", notNullValue())
                .body("member.email", is("ana.lima@example.com"))
                .body("member.memberships.teamId", contains(team.id().toString()))
                .body("skillFacts.level", contains(3))
                .body("levelProposals.level", contains(4))
                .body("levelProposals.evidence", contains("The autumn flyer."))
                .body("history.action", contains("changed", "registered"))
                .body("openWork", empty());
        export(TestTokens.admin(), zoe.id()).then().statusCode(200);
    }

    @Test
    void isForNobodyElse() {
        assertRefused(404, "member-not-found", () -> export(TestTokens.member(UUID.randomUUID()), zoe.id()));
        assertRefused(404, "member-not-found", () -> export(TestTokens.lead(UUID.randomUUID()), zoe.id()));
        assertRefused(403, "forbidden", () -> export(TestTokens.viewer(), zoe.id()));
        assertRefused(404, "member-not-found", () -> export(TestTokens.admin(), UUID.randomUUID()));
    }

    @Test
    void isErasedWithEverythingAndToldWithoutAName() {
        leaves();

        erase(zoe).then().statusCode(204);

        assertRefused(404, "member-not-found", () -> admin().get(MEMBER, zoe.id()));
        readTeam(team).answer().then().body("members", empty());
        assertThat(rowsOf(zoe)).isZero();
        var rows = OutboxRows.of(zoe.id());
        var last = rows.get(rows.size() - 1);
        assertThat(last.type()).isEqualTo("fengong.members.member-erased.v1");
        EventContracts.assertFits(last.type(), last.data());
        assertThat(last.data().fieldNames()).toIterable().containsExactlyInAnyOrder("memberId", "version", "actor");
        assertThat(last.data().get("version").asLong())
                .isGreaterThan(rows.get(rows.size() - 2).data().get("version").asLong());
        var ofTeam = OutboxRows.of(team.id());
        assertThat(ofTeam.get(ofTeam.size() - 1).data().get("members")).isEmpty();
    }

    @Test
    void leavesNoWordOfThePersonInAnyTable() {
        var name = newKey();
        patch(readMember(zoe))
                .body("{\"displayName\": \"%s\"}".formatted(name))
                .patch(MEMBER, zoe.id())
                .then()
                .statusCode(200);
        assertThat(placesOf(name)).isEqualTo(List.of("change_history", "member"));
        leaves();

        erase(zoe).then().statusCode(204);

        assertThat(placesOf(name)).isEmpty();
    }

    /** The tables with a row in which the text stands anywhere; what waits to be sent or repeated is not kept. */
    private List<?> placesOf(String text) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select table_name from information_schema.tables where table_schema = 'public'"
                                        + " and table_name not in ('outbox', 'idempotency_key')"
                                        + " and (xpath('/row/c/text()', query_to_xml(format("
                                        + "'select count(*) as c from %I t where strpos(t::text, %L) > 0', table_name, :text),"
                                        + " false, true, '')))[1]::text <> '0' order by table_name",
                                String.class)
                        .setParameter("text", text)
                        .getResultList());
    }

    private long rowsOf(Thing member) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entityManager
                .createNativeQuery(
                        "select (select count(*) from member where id = :id)"
                                + " + (select count(*) from skill_fact where member_id = :id)"
                                + " + (select count(*) from level_proposal where member_id = :id)"
                                + " + (select count(*) from membership where member_id = :id)"
                                + " + (select count(*) from open_assignment where member_id = :id)"
                                + " + (select count(*) from change_history where aggregate_id = :id)",
                        Long.class)
                .setParameter("id", member.id())
                .getSingleResult());
    }

    @Test
    void staysWhileTheMemberWorksHere() {
        assertRefused(409, "member-active", () -> erase(zoe));
        admin().get(MEMBER, zoe.id()).then().statusCode(200);
    }

    @Test
    void staysWhileSomethingNamesTheMember() {
        var led = teamLedBy(zoe);
        var department = created(
                "/api/v1/departments",
                "{\"key\": \"%s\", \"name\": \"Sales\", \"contactIds\": [\"%s\"]}".formatted(newKey(), zoe.id()));
        leaves();

        assertRefused(409, "member-still-named", () -> erase(zoe))
                .body("teams", contains(led.key()))
                .body("departments", contains(department.key()));
        admin().get(MEMBER, zoe.id()).then().statusCode(200);
    }

    @Test
    void asksForTheVersionThatWasRead() {
        leaves();

        assertRefused(428, "if-match-required", () -> admin().delete(MEMBER, zoe.id()));
        assertRefused(412, "stale-version", () -> admin(zoe).delete(MEMBER, zoe.id()));
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.member(zoe.id()))
                        .header("If-Match", zoe.etag())
                        .delete(MEMBER, zoe.id()));
        admin().get(MEMBER, zoe.id()).then().statusCode(200);
    }

    @Test
    void isErasedOrNamedButNotBoth() throws Exception {
        leaves();
        var read = readMember(zoe);
        var toLead = teamLedBy(
                created("/api/v1/members", memberBody(newKey(), department().id())));
        var lead = "{\"leadId\": \"%s\"}".formatted(zoe.id());

        var answers = Together.send(List.of(
                () -> admin(read).delete(MEMBER, zoe.id()),
                () -> patch(readTeam(toLead)).body(lead).patch("/api/v1/teams/{id}", toLead.id())));

        var erased = answers.get(0).statusCode() == 204;
        assertThat(answers.get(1).statusCode()).isEqualTo(erased ? 422 : 200);
        assertThat(erased || answers.get(0).statusCode() == 409).isTrue();
        assertThat(admin().get(MEMBER, zoe.id()).statusCode()).isEqualTo(erased ? 404 : 200);
    }

    @Test
    void isGoneOnlyOnce() {
        leaves();
        erase(zoe).then().statusCode(204);

        assertRefused(404, "member-not-found", () -> admin(zoe).delete(MEMBER, zoe.id()));
        admin().queryParam("teamId", team.id()).get("/api/v1/members").then().body("items", hasSize(0));
    }
}
