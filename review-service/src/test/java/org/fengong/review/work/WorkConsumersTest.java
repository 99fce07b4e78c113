package org.fengong.review.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
class WorkConsumersTest {
    static final List<String> TASK_TYPES = TaskState.TYPES;
    static final List<String> GOAL_TYPES = List.of(GoalState.CREATED, GoalState.CHANGED, GoalState.MEASURED);
    private static final String CHANGED = "fengong.tasks.task-changed.v1";

    /** Holds whatever day an example names. */
    private static final Period WIDE = new Period(YearWeek.of(2020, 1), YearWeek.of(2040, 1), ZoneOffset.UTC);

    @Inject
    TaskEventsConsumer taskConsumer;

    @Inject
    GoalEventsConsumer goalConsumer;

    @Inject
    WorkEventsConsumer workConsumer;

    @Inject
    WorkFacts facts;

    private final UUID teamId = UUID.randomUUID();
    private final UUID id = UUID.randomUUID();

    private ObjectNode task(String type) {
        return ReceivedEvent.example(type).put("taskId", id.toString()).put("teamId", teamId.toString());
    }

    private ObjectNode goal(String type) {
        return ReceivedEvent.example(type).put("goalId", id.toString()).put("teamId", teamId.toString());
    }

    private ObjectNode work(UUID workLogId) {
        return ReceivedEvent.example(WorkLogged.TYPE)
                .put("workLogId", workLogId.toString())
                .put("taskId", id.toString())
                .put("teamId", teamId.toString());
    }

    private List<Facts.Task> tasks() {
        return facts.tasks(teamId, Set.of(), WIDE);
    }

    @ParameterizedTest
    @FieldSource("TASK_TYPES")
    void takesEveryStateOfATask(String type) {
        var example = task(type);

        taskConsumer.receive(ReceivedEvent.of(type, example));

        assertThat(facts.titles(Set.of(id)))
                .containsEntry(id, example.path("title").asText());
        if (type.endsWith("task-cancelled.v1")) {
            assertThat(tasks()).isEmpty();
        } else {
            var known = tasks().get(0);
            assertThat(known.dueDate()).hasToString(example.path("dueDate").asText());
            assertThat(known.roles()).hasSameSizeAs(example.path("roles"));
            assertThat(known.roles().get(0).effortMinutes())
                    .isEqualTo(
                            example.path("roles").get(0).path("effortMinutes").asInt());
            assertThat(known.completedAt() != null).isEqualTo(type.endsWith("task-completed.v1"));
        }
    }

    @Test
    void remembersThatATaskWasTakenUpAgain() {
        var type = "fengong.tasks.task-status-changed.v1";

        taskConsumer.receive(ReceivedEvent.of(
                type, task(type).put("previousStatus", "COMPLETED").put("status", "IN_PROGRESS")));

        assertThat(tasks().get(0).reopened()).isTrue();
    }

    @Test
    void ignoresARepeatedAndAnOlderStateOfATask() {
        var eventId = UUID.randomUUID();
        taskConsumer.receive(ReceivedEvent.of(
                eventId, CHANGED, task(CHANGED).put("version", 5).put("title", "Flyer")));

        taskConsumer.receive(ReceivedEvent.of(
                eventId, CHANGED, task(CHANGED).put("version", 6).put("title", "Twice")));
        taskConsumer.receive(
                ReceivedEvent.of(CHANGED, task(CHANGED).put("version", 4).put("title", "Older")));

        assertThat(facts.titles(Set.of(id))).containsEntry(id, "Flyer");
    }

    @ParameterizedTest
    @FieldSource("GOAL_TYPES")
    void takesEveryStateOfAGoal(String type) {
        var example = goal(type);

        goalConsumer.receive(ReceivedEvent.of(type, example));

        var known = facts.goals(teamId, WIDE).get(0);
        assertThat(known.from()).hasToString(example.path("from").asText());
        assertThat(known.keyResults()).hasSameSizeAs(example.path("keyResults"));
        assertThat(facts.titles(Set.of(id)))
                .containsEntry(id, example.path("title").asText());
    }

    @Test
    void keepsEveryMeasurementAndTheLatestStateWhateverTheirOrder() {
        var keyResultId = UUID.randomUUID();
        for (var version : new int[] {4, 3}) {
            var measured = goal(GoalState.MEASURED)
                    .put("version", version)
                    .put("keyResultId", keyResultId.toString())
                    .put("measuredOn", LocalDate.of(2026, 11, version).toString());
            measured.putObject("previous").put("current", version * 10 - 10);
            measured.putArray("keyResults")
                    .addObject()
                    .put("keyResultId", keyResultId.toString())
                    .put("title", "Leads")
                    .put("unit", "leads")
                    .put("baseline", 0)
                    .put("target", 100)
                    .put("current", version * 10);
            goalConsumer.receive(ReceivedEvent.of(GoalState.MEASURED, measured));
        }

        var result = facts.goals(teamId, WIDE).get(0).keyResults().get(0);
        assertThat(result.current()).isEqualTo(40);
        assertThat(result.measurements())
                .containsExactly(
                        new Facts.Measurement(LocalDate.of(2026, 11, 3), 20, 30),
                        new Facts.Measurement(LocalDate.of(2026, 11, 4), 30, 40));
    }

    @Test
    void keepsEveryEntryOfLoggedWorkOnce() {
        var first = UUID.randomUUID();
        workConsumer.receive(ReceivedEvent.of(WorkLogged.TYPE, work(first).put("minutes", 30)));
        workConsumer.receive(
                ReceivedEvent.of(WorkLogged.TYPE, work(UUID.randomUUID()).put("minutes", 45)));

        workConsumer.receive(ReceivedEvent.of(WorkLogged.TYPE, work(first).put("minutes", 99)));

        assertThat(facts.work(Set.of(id), Set.of(), WIDE))
                .extracting(Facts.Work::minutes)
                .containsExactlyInAnyOrder(30, 45);
    }

    @Test
    void takesTheExampleOfLoggedWorkBeforeItsTaskIsKnown() {
        var example = work(UUID.randomUUID());

        workConsumer.receive(ReceivedEvent.of(WorkLogged.TYPE, example));

        var known = facts.work(Set.of(id), Set.of(), WIDE).get(0);
        assertThat(known.memberId()).hasToString(example.path("memberId").asText());
        assertThat(known.day()).hasToString(example.path("date").asText());
        assertThat(known.minutes()).isEqualTo(example.path("minutes").asInt());
        assertThat(known.goalId())
                .isEqualTo(
                        example.hasNonNull("goalId")
                                ? UUID.fromString(example.path("goalId").asText())
                                : null);
    }

    @Test
    void skipsAChangedEstimateWhichComesWithItsTask() {
        var type = "fengong.tasks.estimate-changed.v1";

        workConsumer.receive(ReceivedEvent.of(type, ReceivedEvent.example(type).put("taskId", id.toString())));

        assertThat(facts.work(Set.of(id), Set.of(), WIDE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "7", "{\"taskId\": \"x\"}"})
    void refusesWhatCannotBeRead(String data) {
        assertThatThrownBy(() -> taskConsumer.receive(ReceivedEvent.of(CHANGED, data)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(
                        () -> goalConsumer.receive(ReceivedEvent.of(GoalState.CHANGED, data.replace("task", "goal"))))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> workConsumer.receive(ReceivedEvent.of(WorkLogged.TYPE, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
