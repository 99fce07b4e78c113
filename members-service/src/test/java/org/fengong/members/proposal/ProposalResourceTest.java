package org.fengong.members.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.skill;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.fengong.members.Company.Thing;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member says how good it is, a lead decides (S1, P2). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class ProposalResourceTest {
    private static final String PROPOSALS = "/api/v1/members/{id}/level-proposals";
    private static final String REASON = "{\"reason\": \"Not yet.\"}";

    private Thing lead;
    private Thing member;
    private Thing skill;

    @BeforeEach
    void knowAMemberOfALedTeam() {
        lead = member();
        member = memberOf(lead);
        skill = skill();
    }

    private static Thing memberOf(Thing lead) {
        var member = member();
        join(teamLedBy(lead), member, 50, LocalDate.of(2026, 12, 1), null);
        return member;
    }

    private Response propose(String token, String body) {
        return as(token).body(body).post(PROPOSALS, member.id());
    }

    private Response propose(int level) {
        return propose(
                TestTokens.member(member.id()),
                "{\"skillId\": \"%s\", \"level\": %d, \"evidence\": \"Ran the shop\"}".formatted(skill.id(), level));
    }

    private Response command(String token, String proposalId, String command) {
        var request = as(token);
        return (command.equals("decline") ? request.body(REASON) : request)
                .post(PROPOSALS + "/{proposalId}/{command}", member.id(), proposalId, command);
    }

    private String proposed(int level) {
        return propose(level).then().statusCode(201).extract().path("id");
    }

    @Test
    void waitsForALead() {
        var answer = propose(4);

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/level-proposals/" + answer.path("id")))
                .body("status", equalTo("PROPOSED"))
                .body("level", is(4))
                .body("evidence", equalTo("Ran the shop"))
                .body("decidedBy", nullValue());
        readMember(member).answer().then().body("skills", empty());
        as(TestTokens.lead(lead.id()))
                .queryParam("status", "PROPOSED")
                .get(PROPOSALS, member.id())
                .then()
                .statusCode(200)
                .body("items.id", contains(answer.<String>path("id")));
    }

    @Test
    void becomesTheLevelOnceALeadConfirmsIt() {
        var proposal = proposed(4);

        command(TestTokens.lead(lead.id()), proposal, "confirm")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("decidedBy", equalTo(lead.id().toString()))
                .body("decidedAt", notNullValue())
                .body("version", is(2));

        readMember(member).answer().then().body("skills.level", contains(4));
        admin().queryParam("current", true)
                .get("/api/v1/members/{id}/skill-facts", member.id())
                .then()
                .body("items.confirmedBy", contains(lead.id().toString()))
                .body("items.evidence", contains("Ran the shop"));
        var events = OutboxRows.of(member.id());
        var event = events.get(events.size() - 1);
        assertThat(event.data().at("/skills/0/level").asInt()).isEqualTo(4);
        assertThat(event.data().get("actor").asText()).isEqualTo(lead.id().toString());
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void changesNothingWhenItIsDeclinedAndKeepsTheReason() {
        var proposal = proposed(4);
        var events = OutboxRows.count();

        command(TestTokens.lead(lead.id()), proposal, "decline")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("reason", equalTo("Not yet."));

        assertThat(OutboxRows.count()).isEqualTo(events);
        readMember(member).answer().then().body("skills", empty());
        as(TestTokens.member(member.id()))
                .get(PROPOSALS + "/{proposalId}", member.id(), proposal)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Not yet."));
    }

    @Test
    void isDecidedOnce() {
        var declined = proposed(4);
        command(TestTokens.lead(lead.id()), declined, "decline").then().statusCode(200);
        var confirmed = proposed(3);
        command(TestTokens.admin(), confirmed, "confirm").then().statusCode(200);
        var withdrawn = proposed(5);
        command(TestTokens.member(member.id()), withdrawn, "withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        for (var proposal : List.of(declined, confirmed, withdrawn)) {
            for (var command : List.of("confirm", "decline", "withdraw")) {
                assertRefused(409, "level-proposal-decided", () -> command(TestTokens.admin(), proposal, command))
                        .body("proposalStatus", notNullValue());
            }
        }
        readMember(member).answer().then().body("skills.level", contains(3));
    }

    @Test
    void isDecidedByOneOfTwoWhoDecideAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var proposal = proposed(4);

            var answers = Together.send(List.<Callable<Response>>of(
                    () -> command(TestTokens.lead(lead.id()), proposal, "confirm"),
                    () -> command(TestTokens.admin(), proposal, "decline")));

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void isOneForASkillEvenWhenTwoComeAtOnce() throws Exception {
        var answers = Together.send(List.<Callable<Response>>of(() -> propose(3), () -> propose(4)));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertRefused(409, "level-proposal-open", "skillId", () -> propose(5));
    }

    @Test
    void isDecidedByNobodyOnTheirOwnBehalf() {
        var leading = member();
        join(teamLedBy(leading), leading, 50, LocalDate.of(2026, 12, 1), null);
        String proposal = as(TestTokens.lead(leading.id()))
                .body("{\"skillId\": \"%s\", \"level\": 5}".formatted(skill.id()))
                .post(PROPOSALS, leading.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertRefused(
                403,
                "own-level-proposal",
                () -> as(TestTokens.lead(leading.id()))
                        .post(PROPOSALS + "/{proposalId}/confirm", leading.id(), proposal));
        assertRefused(
                403,
                "own-level-proposal",
                () -> as(TestTokens.lead(leading.id()))
                        .body(REASON)
                        .post(PROPOSALS + "/{proposalId}/decline", leading.id(), proposal));
    }

    @Test
    void isNoneOfTheBusinessOfOthers() {
        var proposal = proposed(4);
        var stranger = member();
        teamLedBy(stranger);
        var token = TestTokens.lead(stranger.id());

        assertRefused(
                404,
                "member-not-found",
                () -> propose(token, "{\"skillId\": \"%s\", \"level\": 3}".formatted(skill.id())));
        assertRefused(
                404,
                "member-not-found",
                () -> propose(TestTokens.lead(lead.id()), "{\"skillId\": \"%s\", \"level\": 3}".formatted(skill.id())));
        assertRefused(404, "member-not-found", () -> command(token, proposal, "confirm"));
        assertRefused(404, "member-not-found", () -> command(token, proposal, "decline"));
        assertRefused(404, "member-not-found", () -> command(TestTokens.lead(lead.id()), proposal, "withdraw"));
        assertRefused(404, "member-not-found", () -> as(token).get(PROPOSALS, member.id()));
        assertRefused(403, "forbidden", () -> command(TestTokens.member(member.id()), proposal, "confirm"));
        assertRefused(403, "forbidden", () -> propose(TestTokens.viewer(), "{}"));
        as(TestTokens.viewer()).get(PROPOSALS, member.id()).then().statusCode(200);
        var other = memberOf(lead);
        assertRefused(
                404, "level-proposal-not-found", () -> admin().get(PROPOSALS + "/{proposalId}", other.id(), proposal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"level\": 3}                                                                        | skillId",
                "{\"skillId\": \"x\", \"level\": 3}                                                     | skillId",
                "{\"skillId\": \"01a21332-965e-77b7-830f-aa6addde1195\"}                                | level",
                "{\"skillId\": \"01a21332-965e-77b7-830f-aa6addde1195\", \"level\": 0}                  | level",
                "{\"skillId\": \"01a21332-965e-77b7-830f-aa6addde1195\", \"level\": 6}                  | level",
                "{\"skillId\": \"01a21332-965e-77b7-830f-aa6addde1195\", \"level\": 3, \"status\": 1}   | status",
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> propose(TestTokens.member(member.id()), body));
    }

    @Test
    void wantsASkillAReasonAndAMemberWhoIsThere() {
        assertRefused(
                422,
                "unknown-skill",
                "skillId",
                () -> propose(
                        TestTokens.member(member.id()),
                        "{\"skillId\": \"%s\", \"level\": 3}".formatted(UUID.randomUUID())));
        var proposal = proposed(3);
        assertRefused(
                400,
                "invalid-request",
                "reason",
                () -> admin().body("{\"reason\": \" \"}")
                        .post(PROPOSALS + "/{proposalId}/decline", member.id(), proposal));
        assertRefused(
                400,
                "invalid-request",
                "status",
                () -> admin().queryParam("status", "OPEN").get(PROPOSALS, member.id()));

        admin().post("/api/v1/members/{id}/deactivate", member.id()).then().statusCode(200);

        assertRefused(409, "member-already-left", () -> propose(4));
        assertRefused(409, "member-already-left", () -> command(TestTokens.admin(), proposal, "confirm"));
    }

    @Test
    void followsItsSkillIntoAnotherOne() {
        var duplicate = skill();
        var another = skill();
        var kept = skill();
        var first = proposalFor(duplicate, 5);
        var open = proposalFor(kept, 3);
        var moved = proposalFor(another, 2);

        merge(duplicate, kept);

        assertThat(statusOf(first)).isEqualTo("WITHDRAWN");
        assertThat(statusOf(open)).isEqualTo("PROPOSED");
        command(TestTokens.admin(), open, "confirm").then().statusCode(200);
        merge(another, kept);
        command(TestTokens.admin(), moved, "confirm")
                .then()
                .statusCode(200)
                .body("skillId", equalTo(kept.id().toString()));
        readMember(member)
                .answer()
                .then()
                .body("skills.skillId", containsInAnyOrder(kept.id().toString()))
                .body("skills.level", contains(2));
        assertRefused(
                409,
                "skill-merged",
                "skillId",
                () -> propose(
                        TestTokens.member(member.id()),
                        "{\"skillId\": \"%s\", \"level\": 3}".formatted(duplicate.id())));
    }

    private String proposalFor(Thing one, int level) {
        return propose(
                        TestTokens.member(member.id()),
                        "{\"skillId\": \"%s\", \"level\": %d}".formatted(one.id(), level))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String statusOf(String proposal) {
        return admin().get(PROPOSALS + "/{proposalId}", member.id(), proposal).path("status");
    }

    private static void merge(Thing duplicate, Thing kept) {
        admin().body("{\"into\": \"%s\"}".formatted(kept.id()))
                .post("/api/v1/skills/{id}/merge", duplicate.id())
                .then()
                .statusCode(200);
    }

    @Test
    void repeatsTheAnswerToARetry() {
        var key = newKey();
        var body = "{\"skillId\": \"%s\", \"level\": 3}".formatted(skill.id());
        Supplier<Response> request = () -> as(TestTokens.member(member.id()))
                .header("Idempotency-Key", key)
                .body(body)
                .post(PROPOSALS, member.id());
        var first = request.get();

        var second = request.get();

        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }
}
