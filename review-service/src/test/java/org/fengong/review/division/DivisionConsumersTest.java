package org.fengong.review.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.review.AllocationStandIn;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearWeek;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class DivisionConsumersTest {
    static final List<String> PLAN_TYPES = PlanState.TYPES;

    /** Holds whatever week an example names. */
    private static final Period WIDE = new Period(YearWeek.of(2020, 1), YearWeek.of(2040, 1), ZoneOffset.UTC);

    private static final YearWeek WEEK = YearWeek.of(2026, 45);

    @Inject
    AssignmentEventsConsumer assignmentConsumer;

    @Inject
    LoadEventsConsumer loadConsumer;

    @Inject
    PlanEventsConsumer planConsumer;

    @Inject
    DivisionFacts facts;

    private final UUID id = UUID.randomUUID();

    private ObjectNode example(String type, String idField) {
        return ReceivedEvent.example(type).put(idField, id.toString());
    }

    private ObjectNode load(long version, int loadMinutes) {
        var load = example(LoadChanged.TYPE, "memberId").put("version", version);
        load.putArray("weeks")
                .addObject()
                .put("week", WEEK.toString())
                .put("loadMinutes", loadMinutes)
                .put("previousLoadMinutes", 0)
                .put("capacityMinutes", 2000);
        return load;
    }

    private ObjectNode overload(String type, long version, UUID taskId) {
        var overload = example(type, "memberId").put("version", version).put("week", WEEK.toString());
        overload.putArray("taskIds").add(taskId.toString());
        return overload;
    }

    @ParameterizedTest
    @ValueSource(strings = {TaskDivided.ASSIGNED, TaskDivided.UNASSIGNED})
    void takesWhatStandsForATask(String type) {
        var example = example(type, "taskId");

        assignmentConsumer.receive(ReceivedEvent.of(type, example));

        var known = facts.assignments(Set.of(id));
        assertThat(known).hasSameSizeAs(example.path("assignments"));
        for (int i = 0; i < known.size(); i++) {
            var told = example.path("assignments").get(i);
            assertThat(known.get(i).standing()).isTrue();
            assertThat(known.get(i).memberId())
                    .hasToString(told.path("memberId").asText());
            assertThat(known.get(i).fit()).isEqualTo(told.path("fit").asDouble());
            assertThat(known.get(i).weeks()).hasSameSizeAs(told.path("weeks"));
        }
    }

    @Test
    void ignoresARepeatedAndAnOlderAssignment() {
        var eventId = UUID.randomUUID();
        var assigned = example(TaskDivided.ASSIGNED, "taskId").put("version", 5);
        var nobody = assigned.deepCopy();
        nobody.putArray("assignments");
        assignmentConsumer.receive(ReceivedEvent.of(eventId, TaskDivided.ASSIGNED, assigned));

        assignmentConsumer.receive(ReceivedEvent.of(eventId, TaskDivided.UNASSIGNED, nobody.put("version", 6)));
        assignmentConsumer.receive(ReceivedEvent.of(TaskDivided.UNASSIGNED, nobody.put("version", 4)));

        assertThat(facts.assignments(Set.of(id))).isNotEmpty().allMatch(Facts.Assignment::standing);
    }

    @Test
    void takesLoadAndCapacityOfEachWeek() {
        var example = example(LoadChanged.TYPE, "memberId");

        loadConsumer.receive(ReceivedEvent.of(LoadChanged.TYPE, example));

        var known = facts.memberWeeks(Set.of(id), WIDE);
        assertThat(known).hasSameSizeAs(example.path("weeks"));
        assertThat(known.get(0).loadMinutes())
                .isEqualTo(example.path("weeks").get(0).path("loadMinutes").asInt());
        assertThat(known.get(0).capacityMinutes())
                .isEqualTo(example.path("weeks").get(0).path("capacityMinutes").asInt());
    }

    @Test
    void keepsTheLatestLoadOfAWeek() {
        var eventId = UUID.randomUUID();
        loadConsumer.receive(ReceivedEvent.of(eventId, LoadChanged.TYPE, load(5, 500)));

        loadConsumer.receive(ReceivedEvent.of(eventId, LoadChanged.TYPE, load(9, 900)));
        loadConsumer.receive(ReceivedEvent.of(LoadChanged.TYPE, load(4, 400)));
        assertThat(facts.memberWeeks(Set.of(id), WIDE).get(0).loadMinutes()).isEqualTo(500);

        loadConsumer.receive(ReceivedEvent.of(LoadChanged.TYPE, load(6, 600)));
        assertThat(facts.memberWeeks(Set.of(id), WIDE).get(0).loadMinutes()).isEqualTo(600);
    }

    @Test
    void namesTheTasksOfAnOverloadUntilItIsResolved() {
        var task = UUID.randomUUID();
        loadConsumer.receive(ReceivedEvent.of(OverloadTold.DETECTED, overload(OverloadTold.DETECTED, 5, task)));
        loadConsumer.receive(ReceivedEvent.of(LoadChanged.TYPE, load(5, 2500)));
        assertThat(facts.memberWeeks(Set.of(id), WIDE).get(0).taskIds()).containsExactly(task);

        loadConsumer.receive(ReceivedEvent.of(OverloadTold.RESOLVED, overload(OverloadTold.RESOLVED, 6, task)));
        loadConsumer.receive(ReceivedEvent.of(OverloadTold.DETECTED, overload(OverloadTold.DETECTED, 4, task)));

        assertThat(facts.memberWeeks(Set.of(id), WIDE).get(0).taskIds()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PLAN_TYPES")
    void takesTheStatusOfAPlan(String type) {
        var example = example(type, "planId");

        planConsumer.receive(ReceivedEvent.of(type, example));

        assertThat(facts.planStatus(id)).contains(example.path("status").asText());
    }

    @Test
    void ignoresAnOlderStateOfAPlan() {
        var type = PlanState.TYPES.get(0);
        planConsumer.receive(
                ReceivedEvent.of(type, example(type, "planId").put("version", 5).put("status", "PUBLISHED")));

        planConsumer.receive(
                ReceivedEvent.of(type, example(type, "planId").put("version", 4).put("status", "DRAFT")));

        assertThat(facts.planStatus(id)).contains("PUBLISHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "7", "{\"taskId\": \"x\", \"memberId\": \"x\", \"planId\": \"x\"}"})
    void refusesWhatCannotBeRead(String data) {
        assertThatThrownBy(() -> assignmentConsumer.receive(ReceivedEvent.of(TaskDivided.ASSIGNED, data)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> loadConsumer.receive(ReceivedEvent.of(LoadChanged.TYPE, data)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> planConsumer.receive(ReceivedEvent.of(PlanState.TYPES.get(0), data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
