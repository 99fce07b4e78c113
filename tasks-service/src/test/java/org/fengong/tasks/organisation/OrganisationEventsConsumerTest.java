package org.fengong.tasks.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class OrganisationEventsConsumerTest {
    @Inject
    OrganisationEventsConsumer consumer;

    @Inject
    Organisation organisation;

    private final UUID id = UUID.randomUUID();

    private ObjectNode team() {
        return ReceivedEvent.example(TeamChanged.TYPE).put("teamId", id.toString());
    }

    private ObjectNode skill() {
        return ReceivedEvent.example(SkillChanged.TYPE).put("skillId", id.toString());
    }

    private ObjectNode department() {
        return ReceivedEvent.example(DepartmentChanged.TYPE).put("departmentId", id.toString());
    }

    @Test
    void takesATeamWithItsLeadAndMembers() {
        var example = team();

        consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, example));

        var team = organisation.team(id).orElseThrow();
        assertThat(team.key()).isEqualTo(example.path("key").asText());
        assertThat(team.leadId()).hasToString(example.path("leadId").asText());
        assertThat(team.zone()).hasToString(example.path("timeZone").asText());
        assertThat(team.memberIds())
                .extracting(UUID::toString)
                .containsExactlyElementsOf(example.path("members").findValuesAsText("memberId"));
        assertThat(organisation.teamsOf(team.leadId())).contains(id);
        assertThat(organisation.teamsOf(team.memberIds().get(3))).contains(id);
        assertThat(organisation.teamsOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void takesTheFieldOfASkill() {
        var example = skill();

        consumer.receive(ReceivedEvent.of(SkillChanged.TYPE, example));

        assertThat(organisation.fieldsOf(Set.of(id, UUID.randomUUID())))
                .containsOnlyKeys(id)
                .containsEntry(id, example.path("field").asText());
    }

    @Test
    void takesADepartment() {
        consumer.receive(ReceivedEvent.of(DepartmentChanged.TYPE, department()));

        assertThat(organisation.hasDepartment(id)).isTrue();
        assertThat(organisation.hasDepartment(UUID.randomUUID())).isFalse();
    }

    @Test
    void takesATeamWithoutALead() {
        consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, team().without("leadId")));

        assertThat(organisation.team(id).orElseThrow().leadId()).isNull();
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var eventId = UUID.randomUUID();
        consumer.receive(ReceivedEvent.of(
                eventId, TeamChanged.TYPE, team().put("version", 5).put("key", "brand")));

        consumer.receive(ReceivedEvent.of(
                eventId, TeamChanged.TYPE, team().put("version", 6).put("key", "twice")));
        consumer.receive(
                ReceivedEvent.of(TeamChanged.TYPE, team().put("version", 4).put("key", "older")));

        assertThat(organisation.team(id).orElseThrow().key()).isEqualTo("brand");
    }

    @Test
    void ignoresAnOlderFieldOfASkill() {
        consumer.receive(
                ReceivedEvent.of(SkillChanged.TYPE, skill().put("version", 5).put("field", "digital")));

        consumer.receive(
                ReceivedEvent.of(SkillChanged.TYPE, skill().put("version", 4).put("field", "events")));

        assertThat(organisation.fieldsOf(Set.of(id))).containsEntry(id, "digital");
    }

    @Test
    void skipsAFieldAndATypeThatItDoesNotKnow() {
        consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, team().put("mood", "fine")));
        consumer.receive(ReceivedEvent.of("fengong.members.team-founded.v1", "{"));

        assertThat(organisation.team(id)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fengong.members.team-changed.v1       | {",
                "fengong.members.team-changed.v1       | []",
                "fengong.members.team-changed.v1       | {}",
                "fengong.members.team-changed.v1       | {\"teamId\": 7}",
                "fengong.members.skill-changed.v1      | {",
                "fengong.members.skill-changed.v1      | {}",
                "fengong.members.skill-changed.v1      | {\"skillId\": \"x\"}",
                "fengong.members.department-changed.v1 | 7",
                "fengong.members.department-changed.v1 | {}",
            })
    void refusesWhatCannotBeRead(String type, String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(type, data)))
                .isInstanceOf(MalformedEventException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fengong.members.team-changed.v1, teamId, key",
        "fengong.members.team-changed.v1, teamId, version",
        "fengong.members.team-changed.v1, teamId, timeZone",
        "fengong.members.team-changed.v1, teamId, members",
        "fengong.members.skill-changed.v1, skillId, key",
        "fengong.members.skill-changed.v1, skillId, version",
        "fengong.members.skill-changed.v1, skillId, field",
        "fengong.members.department-changed.v1, departmentId, key",
        "fengong.members.department-changed.v1, departmentId, version",
    })
    void refusesWhatLacksAFieldThatItNeeds(String type, String idField, String missing) {
        var incomplete = ReceivedEvent.example(type).put(idField, id.toString()).without(missing);

        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(type, incomplete)))
                .isInstanceOf(MalformedEventException.class);
    }

    @Test
    void refusesATimeZoneThatNobodyKnowsAndAMemberWithoutAnId() {
        var elsewhere = team().put("timeZone", "Europe/Atlantis");
        var nobody = team();
        nobody.putArray("members").addObject().put("sharePercent", 100).put("from", "2026-10-05");

        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, elsewhere)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(TeamChanged.TYPE, nobody)))
                .isInstanceOf(MalformedEventException.class);
        assertThat(organisation.team(id)).isEmpty();
    }
}
