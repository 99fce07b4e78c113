package org.fengong.members.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.as;
import static org.fengong.members.Company.department;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.newKey;
import static org.fengong.members.Company.patch;
import static org.fengong.members.Company.team;
import static org.fengong.members.Company.teamBody;
import static org.fengong.members.Company.teamLedBy;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.members.MembersTopics;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class TeamResourceTest {
    private static final String TEAMS = "/api/v1/teams";

    @Test
    void createsATeamAndTellsOfIt() {
        var department = department();
        var lead = member(department);
        var key = newKey();

        var answer = admin().body(teamBody(
                        key,
                        ", \"departmentId\": \"%s\", \"leadId\": \"%s\", \"agreement\": \"OFFER\""
                                .formatted(department.id(), lead.id())))
                .post(TEAMS);

        var id = Thing.of(answer).id();
        answer.then()
                .statusCode(201)
                .header("Location", containsString(TEAMS + "/" + id))
                .body("key", equalTo(key))
                .body("leadId", equalTo(lead.id().toString()))
                .body("agreement", equalTo("OFFER"))
                .body("active", is(true))
                .body("members", empty());
        var event = OutboxRows.of(id).get(0);
        assertThat(event.topic()).isEqualTo(MembersTopics.ORGANISATION);
        assertThat(event.type()).isEqualTo("fengong.members.team-changed.v1");
        assertThat(event.data().get("agreement").asText()).isEqualTo("OFFER");
        assertThat(event.data().get("departmentId").asText())
                .isEqualTo(department.id().toString());
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void agreesByTheLeadUnlessItIsSaidOtherwise() {
        team().answer().then().body("agreement", equalTo("LEAD"));
    }

    @Test
    void raisesTheVersionWhenTheLeadChanges() {
        var team = teamLedBy(member());
        var next = member();

        patch(team)
                .body("{\"leadId\": \"%s\", \"active\": false}".formatted(next.id()))
                .patch(TEAMS + "/" + team.id())
                .then()
                .statusCode(200)
                .body("leadId", equalTo(next.id().toString()))
                .body("active", is(false))
                .body("version", is(2));

        var events = OutboxRows.of(team.id());
        assertThat(events).hasSize(2);
        assertThat(events.get(1).data().get("leadId").asText())
                .isEqualTo(next.id().toString());
        assertThat(events.get(1).data().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void refusesWhatItRefersToWhenItIsUnknown() {
        var unknown = UUID.randomUUID();
        var team = team();

        assertRefused(
                422,
                "unknown-department",
                "departmentId",
                () -> admin().body(teamBody(newKey(), ", \"departmentId\": \"%s\"".formatted(unknown)))
                        .post(TEAMS));
        assertRefused(
                422,
                "unknown-member",
                "leadId",
                () -> admin().body(teamBody(newKey(), ", \"leadId\": \"%s\"".formatted(unknown)))
                        .post(TEAMS));
        assertRefused(
                422,
                "unknown-member",
                "leadId",
                () -> patch(team)
                        .body("{\"leadId\": \"%s\"}".formatted(unknown))
                        .patch(TEAMS + "/" + team.id()));
    }

    @Test
    void refusesATimeZoneThatNobodyKnows() {
        var team = team();
        for (var zone : List.of("Europe/Atlantis", "+01:00", "")) {
            assertRefused(
                    400,
                    "invalid-request",
                    "timeZone",
                    () -> patch(team)
                            .body("{\"timeZone\": \"%s\"}".formatted(zone))
                            .patch(TEAMS + "/" + team.id()));
        }
    }

    @Test
    void saysWhichAgreementsThereAre() {
        assertRefused(
                        400,
                        "invalid-request",
                        "agreement",
                        () -> admin().body(teamBody(newKey(), ", \"agreement\": \"VOTE\""))
                                .post(TEAMS))
                .body("violations.message", hasItem("must be one of LEAD, OFFER"));
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var taken = team();

        assertRefused(
                409,
                "team-key-taken",
                "key",
                () -> admin().body(teamBody(taken.key(), "")).post(TEAMS));
    }

    @Test
    void isChangedByAdministratorsAloneAndReadByAll() {
        var lead = member();
        var team = teamLedBy(lead);
        for (var token : List.of(
                TestTokens.lead(lead.id()), TestTokens.member(lead.id()), TestTokens.viewer(), TestTokens.service())) {
            assertRefused(
                    403,
                    "forbidden",
                    () -> as(token)
                            .contentType("application/merge-patch+json")
                            .header("If-Match", team.etag())
                            .body("{\"name\": \"Mine\"}")
                            .patch(TEAMS + "/" + team.id()));
            as(token).get(TEAMS + "/" + team.id()).then().statusCode(200);
        }
    }

    @Test
    void findsTeamsByKeyAndByLead() {
        var lead = member();
        var team = teamLedBy(lead);
        team();

        admin().queryParam("key", team.key())
                .get(TEAMS)
                .then()
                .statusCode(200)
                .body("items.id", contains(team.id().toString()));
        admin().queryParam("leadId", lead.id())
                .get(TEAMS)
                .then()
                .statusCode(200)
                .body("items.id", contains(team.id().toString()));
    }

    @Test
    void answers404ToAnIdThatIsNoTeam() {
        assertRefused(404, "team-not-found", () -> admin().get(TEAMS + "/" + UUID.randomUUID()));
    }
}
