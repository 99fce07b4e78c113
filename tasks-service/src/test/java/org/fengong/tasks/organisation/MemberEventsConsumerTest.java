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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class MemberEventsConsumerTest {
    @Inject
    MemberEventsConsumer consumer;

    @Inject
    Organisation organisation;

    private final UUID id = UUID.randomUUID();
    private final String key = "k-" + id;

    private ObjectNode member(String type) {
        return ReceivedEvent.example(type)
                .put("memberId", id.toString())
                .put("key", key)
                .put("version", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {MemberState.REGISTERED, MemberState.CHANGED, MemberState.DEACTIVATED})
    void takesTheKeyOfAMember(String type) {
        consumer.receive(ReceivedEvent.of(type, member(type)));

        assertThat(organisation.memberIds(Set.of(key, "nobody")))
                .containsOnlyKeys(key)
                .containsEntry(key, id);
        assertThat(organisation.memberKeys(Set.of(id))).containsEntry(id, key);
    }

    @Test
    void forgetsTheKeyOfAnErasedMemberForGood() {
        consumer.receive(ReceivedEvent.of(MemberState.CHANGED, member(MemberState.CHANGED)));

        consumer.receive(ReceivedEvent.of(
                MemberErased.TYPE,
                ReceivedEvent.example(MemberErased.TYPE)
                        .put("memberId", id.toString())
                        .put("version", 3)));
        consumer.receive(ReceivedEvent.of(MemberState.CHANGED, member(MemberState.CHANGED)));

        assertThat(organisation.memberIds(Set.of(key))).isEmpty();
        assertThat(organisation.memberKeys(Set.of(id))).isEmpty();
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var eventId = UUID.randomUUID();
        consumer.receive(ReceivedEvent.of(eventId, MemberState.CHANGED, member(MemberState.CHANGED)));

        consumer.receive(ReceivedEvent.of(
                eventId,
                MemberState.CHANGED,
                member(MemberState.CHANGED).put("version", 3).put("key", key + "-twice")));
        consumer.receive(ReceivedEvent.of(
                MemberState.CHANGED,
                member(MemberState.CHANGED).put("version", 1).put("key", key + "-older")));

        assertThat(organisation.memberKeys(Set.of(id))).containsEntry(id, key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fengong.members.member-changed.v1 | {",
                "fengong.members.member-changed.v1 | {}",
                "fengong.members.member-changed.v1 | {\"memberId\": 7}",
                "fengong.members.member-erased.v1  | {}",
            })
    void refusesWhatCannotBeRead(String type, String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(type, data)))
                .isInstanceOf(MalformedEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "version"})
    void refusesWhatLacksAFieldThatItNeeds(String missing) {
        var incomplete = member(MemberState.CHANGED).without(missing);

        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(MemberState.CHANGED, incomplete)))
                .isInstanceOf(MalformedEventException.class);
    }
}
