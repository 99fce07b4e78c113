package org.fengong.members.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.members.Company.admin;
import static org.fengong.members.Company.join;
import static org.fengong.members.Company.member;
import static org.fengong.members.Company.readMember;
import static org.fengong.members.Company.readTeam;
import static org.fengong.members.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.members.Company.Thing;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a department lends to a team is in it for that time (P4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class RequestEventsConsumerTest {
    @Inject
    RequestEventsConsumer consumer;

    private Thing team;
    private Thing sam;

    @BeforeEach
    void aTeamAndSomebodyOfSales() {
        team = team();
        sam = member();
    }

    private ObjectNode answered() {
        var example = ReceivedEvent.example(RequestAnswered.TYPE)
                .put("requestId", UUID.randomUUID().toString())
                .put("teamId", team.id().toString());
        ((ObjectNode) example.get("collaborator")).put("memberId", sam.id().toString());
        return example;
    }

    @Test
    void putsThePersonIntoTheTeamOnceAndTellsOfBoth() {
        var eventId = UUID.randomUUID();
        var example = answered();

        consumer.receive(ReceivedEvent.of(eventId, RequestAnswered.TYPE, example));
        consumer.receive(ReceivedEvent.of(eventId, RequestAnswered.TYPE, example));
        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, example));

        readTeam(team)
                .answer()
                .then()
                .body("members.memberId", contains(sam.id().toString()))
                .body("members.sharePercent", contains(30))
                .body("members.from", contains("2026-12-07"))
                .body("members.to", contains("2026-12-20"))
                .body("version", is(2));
        var rows = OutboxRows.of(sam.id());
        var told = rows.get(rows.size() - 1);
        assertThat(told.data().at("/memberships/0/teamId").asText())
                .isEqualTo(team.id().toString());
        assertThat(told.data().get("actor").asText())
                .isEqualTo(example.get("actor").asText());
        EventContracts.assertFits(told.type(), told.data());
        assertThat(OutboxRows.of(team.id())).hasSize(2);
    }

    @Test
    void letsWhoIsInTheTeamStayLonger() {
        join(team, sam, 40, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 10));

        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, answered()));

        readTeam(team)
                .answer()
                .then()
                .body("members.sharePercent", contains(40))
                .body("members.from", contains("2026-12-01"))
                .body("members.to", contains("2026-12-20"));
    }

    @Test
    void leavesWhoIsInTheTeamAllThatTime() {
        var joined = join(team, sam, 40, LocalDate.of(2026, 12, 1), null);

        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, answered()));

        assertThat(readTeam(team).etag()).isEqualTo(joined.etag());
    }

    @Test
    void leavesOutWhoWillBeInTheTeamLater() {
        var joined = join(team, sam, 100, LocalDate.of(2027, 3, 1), null);

        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, answered()));

        assertThat(readTeam(team).etag()).isEqualTo(joined.etag());
    }

    @Test
    void doesNothingForAnAnswerWithoutAPerson() {
        var example = answered();
        example.remove("collaborator");

        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, example));

        readTeam(team).answer().then().body("members", empty());
    }

    @Test
    void leavesOutWhomNoMembershipAllows() {
        join(team(), sam, 80, LocalDate.of(2026, 1, 5), null);

        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, answered()));
        readTeam(team).answer().then().body("members", empty());
        admin().post("/api/v1/members/{id}/deactivate", sam.id()).then().statusCode(200);
        consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, answered()));
        consumer.receive(ReceivedEvent.of(
                RequestAnswered.TYPE, answered().put("teamId", UUID.randomUUID().toString())));

        readTeam(team).answer().then().body("members", empty());
        readMember(sam).answer().then().body("active", is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"requestId\": \"7\"}",
                "{\"requestId\": \"01a21d40-3c2b-7d10-8e6f-5a4b3c2d1e0f\", \"teamId\": \"01a21d40-3c2b-7d10-8e6f-5a4b3c2d1e0f\", \"collaborator\": {}}"
            })
    void refusesWhatIsNoAnswer(String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(RequestAnswered.TYPE, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
