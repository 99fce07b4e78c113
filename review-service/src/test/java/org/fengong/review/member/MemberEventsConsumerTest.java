package org.fengong.review.member;

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
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class MemberEventsConsumerTest {
    /** Of this member's week nothing is special in any example. */
    private static final YearWeek FAR_WEEK = YearWeek.of(2026, 38);

    @Inject
    MemberEventsConsumer consumer;

    @Inject
    Members members;

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {MemberState.REGISTERED, MemberState.CHANGED, MemberState.DEACTIVATED})
    void takesNameAndCapacity(String type) {
        var example = ReceivedEvent.example(type).put("memberId", id.toString());

        consumer.receive(ReceivedEvent.of(type, example));

        assertThat(members.names(Set.of(id)))
                .containsEntry(id, example.path("displayName").asText());
        assertThat(members.capacities(Set.of(id))).containsKey(id);
    }

    @Test
    void computesTheCapacityFromTheWorkingTime() {
        var example = ReceivedEvent.example(MemberState.CHANGED)
                .put("memberId", id.toString())
                .put("availabilityFactor", 0.5)
                .put("joinedOn", "2020-01-01");
        example.remove("leftOn");
        example.putArray("absences")
                .addObject()
                .put("absenceId", id.toString())
                .put("from", "2026-09-14")
                .put("to", "2026-09-14")
                .put("kind", "VACATION")
                .put("share", 0.5);
        var minutes = example.putArray("workingPatterns")
                .addObject()
                .put("validFrom", "2020-01-01")
                .putArray("minutes");
        for (int day = 0; day < 7; day++) {
            minutes.add(day < 5 ? 480 : 0);
        }

        consumer.receive(ReceivedEvent.of(MemberState.CHANGED, example));

        // (5 * 480 - half of Monday's 480) * 0.5
        assertThat(members.capacities(Set.of(id)).get(id).applyAsInt(FAR_WEEK)).isEqualTo(1080);
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var eventId = UUID.randomUUID();
        var example = ReceivedEvent.example(MemberState.CHANGED)
                .put("memberId", id.toString())
                .put("version", 5);
        consumer.receive(ReceivedEvent.of(eventId, MemberState.CHANGED, example.put("displayName", "Anna")));

        consumer.receive(ReceivedEvent.of(
                eventId, MemberState.CHANGED, example.put("version", 6).put("displayName", "Twice")));
        consumer.receive(ReceivedEvent.of(
                MemberState.REGISTERED, example.put("version", 1).put("displayName", "Older")));

        assertThat(members.names(Set.of(id))).containsEntry(id, "Anna");
    }

    @Test
    void keepsNothingOfAMemberWhoIsErased() {
        var erased = ReceivedEvent.example(MemberErased.TYPE).put("memberId", id.toString());
        var late = ReceivedEvent.example(MemberState.CHANGED)
                .put("memberId", id.toString())
                .put("version", erased.get("version").asLong() - 1);
        consumer.receive(ReceivedEvent.of(MemberState.CHANGED, late));
        var eventId = UUID.randomUUID();

        consumer.receive(ReceivedEvent.of(eventId, MemberErased.TYPE, erased));
        consumer.receive(ReceivedEvent.of(eventId, MemberErased.TYPE, erased));
        consumer.receive(ReceivedEvent.of(MemberState.CHANGED, late));

        assertThat(members.names(Set.of(id))).isEmpty();
        assertThat(members.capacities(Set.of(id)).get(id).applyAsInt(FAR_WEEK)).isZero();
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(MemberErased.TYPE, "{\"version\": 1}")))
                .isInstanceOf(MalformedEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{\"memberId\": \"anna\"}", "{\"version\": 1}"})
    void refusesWhatIsNoMember(String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(MemberState.CHANGED, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
