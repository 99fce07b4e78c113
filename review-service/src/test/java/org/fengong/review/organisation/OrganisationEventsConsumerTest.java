package org.fengong.review.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.review.AllocationStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class OrganisationEventsConsumerTest {
    @Inject
    OrganisationEventsConsumer consumer;

    @Inject
    Teams teams;

    private final UUID id = UUID.randomUUID();

    @Test
    void takesATeamWithItsMembers() {
        var example = ReceivedEvent.example(TeamChanged.TYPE).put("teamId", id.toString());

        consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, example));

        var team = teams.find(id).orElseThrow();
        assertThat(team.name()).isEqualTo(example.path("name").asText());
        assertThat(team.leadId()).hasToString(example.path("leadId").asText());
        assertThat(team.zone().getId()).isEqualTo(example.path("timeZone").asText());
        assertThat(team.memberships()).hasSameSizeAs(example.path("members"));
        assertThat(team.memberships().get(0).memberId())
                .hasToString(example.path("members").get(0).path("memberId").asText());
    }

    @Test
    void takesASkillsName() {
        var example = ReceivedEvent.example(SkillChanged.TYPE).put("skillId", id.toString());

        consumer.receive(ReceivedEvent.of(SkillChanged.TYPE, example));

        assertThat(teams.names(Set.of(id)))
                .containsEntry(id, example.path("names").path("en").asText());
    }

    @Test
    void takesADepartmentsName() {
        var example = ReceivedEvent.example(DepartmentChanged.TYPE)
                .put("departmentId", id.toString())
                .put("version", 5);
        consumer.receive(ReceivedEvent.of(DepartmentChanged.TYPE, example));

        consumer.receive(ReceivedEvent.of(
                DepartmentChanged.TYPE, example.deepCopy().put("version", 4).put("name", "Older")));

        assertThat(teams.names(Set.of(id)))
                .containsEntry(id, example.path("name").asText());
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var eventId = UUID.randomUUID();
        var example = ReceivedEvent.example(TeamChanged.TYPE)
                .put("teamId", id.toString())
                .put("version", 5);
        consumer.receive(ReceivedEvent.of(eventId, TeamChanged.TYPE, example.put("name", "Brand")));

        consumer.receive(ReceivedEvent.of(
                eventId, TeamChanged.TYPE, example.put("version", 6).put("name", "Twice")));
        consumer.receive(
                ReceivedEvent.of(TeamChanged.TYPE, example.put("version", 4).put("name", "Older")));

        assertThat(teams.find(id).orElseThrow().name()).isEqualTo("Brand");
    }

    @Test
    void skipsAFieldAndATypeThatItDoesNotKnow() {
        var example = ReceivedEvent.example(TeamChanged.TYPE)
                .put("teamId", id.toString())
                .put("mood", "fine");

        consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, example));
        consumer.receive(ReceivedEvent.of("fengong.members.mood-changed.v1", "{}"));

        assertThat(teams.find(id)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"teamId\": 7}", "{}"})
    void refusesWhatIsNoTeam(String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
