package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.system.Checker.Thing;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each fault that the fault tests look for is planted here once. */
class CheckerTest {
    private static final UUID FIRST = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("01990000-0000-7000-8000-000000000002");

    private final List<Thing> acknowledged = List.of(new Thing("one", FIRST), new Thing("two", SECOND));
    private final List<Thing> stored = new ArrayList<>(acknowledged);
    private final Map<UUID, Long> versions = Map.of(FIRST, 1L, SECOND, 3L);
    private final List<Event> events = new ArrayList<>(
            List.of(event("a", FIRST, 1), event("b", SECOND, 1), event("c", SECOND, 2), event("d", SECOND, 3)));

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(Checker.exactlyOnce(acknowledged, stored)).isEmpty();
        assertThat(Checker.eachVersionToldOnce(versions, events)).isEmpty();
        assertThat(Checker.same("copy", versions, Checker.lastVersions(events))).isEmpty();
    }

    @Test
    void findsALostWrite() {
        stored.remove(1);

        assertThat(Checker.exactlyOnce(acknowledged, stored))
                .singleElement()
                .asString()
                .startsWith("lost: ");
    }

    @Test
    void findsAWriteThatTookEffectTwice() {
        stored.add(new Thing("two", UUID.randomUUID()));

        assertThat(Checker.exactlyOnce(acknowledged, stored))
                .singleElement()
                .asString()
                .startsWith("2 times there: ");
    }

    @Test
    void findsARetryThatWasAnsweredWithAnotherRow() {
        stored.set(1, new Thing("two", UUID.randomUUID()));

        assertThat(Checker.exactlyOnce(acknowledged, stored))
                .singleElement()
                .asString()
                .startsWith("another one is there: ");
    }

    @Test
    void findsARowThatNobodyWrote() {
        stored.add(new Thing("three", UUID.randomUUID()));

        assertThat(Checker.exactlyOnce(acknowledged, stored))
                .singleElement()
                .asString()
                .startsWith("nobody wrote: ");
    }

    @Test
    void findsALostEvent() {
        events.remove(2);

        assertThat(Checker.eachVersionToldOnce(versions, events))
                .containsExactly(SECOND + " in version 3: not told [2], told but not stored []");
    }

    @Test
    void letsAnEventBeDeliveredAgain() {
        events.add(events.get(1));

        assertThat(Checker.eachVersionToldOnce(versions, events)).isEmpty();
    }

    @Test
    void findsTwoEventsOfOneId() {
        events.set(2, event("b", SECOND, 2));

        assertThat(Checker.eachVersionToldOnce(versions, events)).containsExactly("2 times the event b");
    }

    @Test
    void findsEventsOutOfOrder() {
        Collections.swap(events, 1, 2);

        assertThat(Checker.eachVersionToldOnce(versions, events))
                .containsExactly("told out of order: topic " + SECOND + " [2, 1, 3]");
    }

    @Test
    void findsAVersionThatWasToldTwice() {
        events.add(event("e", SECOND, 3));

        assertThat(Checker.eachVersionToldOnce(versions, events))
                .containsExactly("2 times the version topic " + SECOND + " 3");
    }

    @Test
    void findsAnEventWithoutItsRow() {
        var unknown = UUID.randomUUID();
        events.add(event("e", unknown, 1));
        events.add(event("f", SECOND, 4));

        assertThat(Checker.eachVersionToldOnce(versions, events))
                .containsExactlyInAnyOrder(
                        "told but not stored: " + unknown,
                        SECOND + " in version 3: not told [], told but not stored [4]");
    }

    @Test
    void findsACopyThatIsBehindMissingOrInvented() {
        var invented = UUID.randomUUID();

        assertThat(Checker.same("copy", versions, Map.of(SECOND, 2L, invented, 1L)))
                .containsExactlyInAnyOrder(
                        "copy of " + FIRST + " is null instead of 1",
                        "copy of " + SECOND + " is 2 instead of 3",
                        "copy of " + invented + " is 1 instead of null");
    }

    private static Event event(String id, UUID key, long version) {
        return new Event("topic", key.toString(), id, "type", Json.read("{\"version\":" + version + "}"));
    }
}
