package org.fengong.review.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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
    static final List<String> OFFER_TYPES = List.copyOf(OfferTold.TYPES.keySet());

    /** Holds whatever week an example names. */
    private static final Period WIDE = new Period(YearWeek.of(2020, 1), YearWeek.of(2040, 1), ZoneOffset.UTC);

    private static final YearWeek WEEK = YearWeek.of(2026, 45);

    @Inject
    AssignmentEventsConsumer assignmentConsumer;

    @Inject
    LoadEventsConsumer loadConsumer;

    @Inject
    CoverageEventsConsumer coverageConsumer;

    @Inject
    RequestEventsConsumer requestConsumer;

    @Inject
    PlanEventsConsumer planConsumer;

    @Inject
    DivisionFacts facts;

    @Inject
    DataSource dataSource;

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
    void remembersWhenAnAssignmentWasGivenAndWhenItEnded() {
        var assigned = example(TaskDivided.ASSIGNED, "taskId").put("version", 1).put("at", "2026-11-02T08:00:00Z");
        var again = assigned.deepCopy().put("version", 2).put("at", "2026-11-03T08:00:00Z");
        var nobody = assigned.deepCopy().put("version", 3).put("at", "2026-11-04T08:00:00Z");
        nobody.putArray("assignments");
        assignmentConsumer.receive(ReceivedEvent.of(TaskDivided.ASSIGNED, assigned));
        assignmentConsumer.receive(ReceivedEvent.of(TaskDivided.ASSIGNED, again));

        assignmentConsumer.receive(ReceivedEvent.of(TaskDivided.UNASSIGNED, nobody));
        assignmentConsumer.receive(ReceivedEvent.of(
                TaskDivided.UNASSIGNED, nobody.deepCopy().put("version", 4).put("at", "2026-11-05T08:00:00Z")));

        var known = facts.assignments(Set.of(id));
        assertThat(known).isNotEmpty().allSatisfy(assignment -> {
            assertThat(assignment.since()).isEqualTo("2026-11-02T08:00:00Z");
            assertThat(assignment.until()).isEqualTo("2026-11-04T08:00:00Z");
        });
        assertThat(facts.endedOf(Set.of(known.get(0).memberId()), Instant.parse("2026-11-04T08:00:00Z")))
                .contains(known.get(0));
        assertThat(facts.endedOf(Set.of(known.get(0).memberId()), Instant.parse("2026-11-04T08:00:01Z")))
                .doesNotContain(known.get(0));
    }

    @Test
    void findsWhatHasEndedByTheTimeOfItsLastEnd() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off"); // the table of a test is too small for an index
            try (var rows = statement.executeQuery("explain "
                    + DivisionFacts.ENDED_OF
                            .replace(":notBefore", "now() - interval '12 weeks'")
                            .replace(":members", "('%s')".formatted(id)))) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1));
                }
                assertThat(plan).contains("Index Cond: (last_ended_at >=");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("OFFER_TYPES")
    void takesTheAnswerToAnOfferOnce(String type) {
        var team = UUID.randomUUID();
        var example = example(type, "offerId").put("teamId", team.toString());

        assignmentConsumer.receive(ReceivedEvent.of(type, example));
        assignmentConsumer.receive(ReceivedEvent.of(type, example));
        assignmentConsumer.receive(ReceivedEvent.of(
                "fengong.allocation.assignment-rescinded.v1", example.deepCopy().put("version", 1)));

        var known = facts.offers(team, WIDE);
        assertThat(known).hasSize(1);
        assertThat(known.get(0).answer())
                .isEqualTo(example.path("version").asInt() == 1 ? Facts.Answer.PENDING : OfferTold.TYPES.get(type));
        assertThat(known.get(0).reason()).isEqualTo(example.path("reason").asText(null));
        assertThat(known.get(0).offeredAt()).isEqualTo(example.path("offeredAt").asText());
    }

    @Test
    void takesASkillGapOnceAndTheLastOfASkillAndLevel() {
        var gap = example(SkillGapTold.TYPE, "teamId").put("version", 4).put("fromWeek", WEEK.toString());
        coverageConsumer.receive(ReceivedEvent.of(SkillGapTold.TYPE, gap));
        coverageConsumer.receive(ReceivedEvent.of(SkillGapTold.TYPE, gap));
        coverageConsumer.receive(ReceivedEvent.of(
                SkillGapTold.TYPE, gap.deepCopy().put("version", 3).put("holders", 0)));

        var skill = UUID.fromString(gap.path("skillId").asText());
        assertThat(facts.skillGaps(id, new Period(WEEK.plusWeeks(7), WEEK.plusWeeks(9), ZoneOffset.UTC)))
                .containsExactly(new Facts.SkillGap(skill, 3, WEEK, 8, 1));
        assertThat(facts.skillGaps(id, new Period(WEEK.plusWeeks(8), WEEK.plusWeeks(9), ZoneOffset.UTC)))
                .isEmpty();
        assertThat(facts.skillGaps(id, new Period(WEEK.minusWeeks(2), WEEK.minusWeeks(1), ZoneOffset.UTC)))
                .isEmpty();
    }

    private List<Facts.Request> openRequests(UUID team) {
        return QuarkusTransaction.requiringNew().call(() -> facts.openRequests(team, WIDE));
    }

    @Test
    void takesARequestOnceUntilItIsAnsweredAndAgainWhenItIsOpenedAnew() {
        var team = UUID.randomUUID();
        var opened = example(RequestTold.OPENED, "requestId").put("teamId", team.toString());
        requestConsumer.receive(ReceivedEvent.of(RequestTold.OPENED, opened));
        requestConsumer.receive(ReceivedEvent.of(RequestTold.OPENED, opened));

        var known = openRequests(team);
        assertThat(known).hasSize(1);
        assertThat(known.get(0).openedAt()).isEqualTo(opened.path("openedAt").asText());
        assertThat(known.get(0).departmentId())
                .hasToString(opened.path("departmentId").asText());
        assertThat(openRequests(UUID.randomUUID())).isEmpty();
        assertThat(facts.openRequests(team, new Period(YearWeek.of(2026, 47), YearWeek.of(2026, 48), ZoneOffset.UTC)))
                .isEmpty();

        var answered = example(RequestTold.ANSWERED, "requestId").put("teamId", team.toString());
        requestConsumer.receive(ReceivedEvent.of(RequestTold.ANSWERED, answered));
        requestConsumer.receive(ReceivedEvent.of(RequestTold.OPENED, opened));
        assertThat(openRequests(team)).isEmpty();

        requestConsumer.receive(ReceivedEvent.of(
                RequestTold.OPENED, opened.deepCopy().put("version", 3).put("openedAt", "2026-12-04T08:00:00Z")));
        assertThat(openRequests(team))
                .extracting(Facts.Request::openedAt)
                .containsExactly(Instant.parse("2026-12-04T08:00:00Z"));

        var withdrawn = example(RequestTold.WITHDRAWN, "requestId").put("teamId", team.toString());
        requestConsumer.receive(ReceivedEvent.of(RequestTold.WITHDRAWN, withdrawn.put("version", 4)));
        assertThat(openRequests(team)).isEmpty();
    }

    @Test
    void leavesARequestOfWhichNobodySaidWhenItWasOpened() {
        var team = UUID.randomUUID();
        var before = example(RequestTold.OPENED, "requestId").put("teamId", team.toString());
        before.remove("openedAt");

        requestConsumer.receive(ReceivedEvent.of(RequestTold.OPENED, before));

        assertThat(openRequests(team)).isEmpty();
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
        for (var type : OFFER_TYPES) {
            assertThatThrownBy(() -> assignmentConsumer.receive(ReceivedEvent.of(type, data)))
                    .isInstanceOf(MalformedEventException.class);
        }
        assertThatThrownBy(() -> coverageConsumer.receive(ReceivedEvent.of(SkillGapTold.TYPE, data)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> requestConsumer.receive(ReceivedEvent.of(RequestTold.OPENED, data)))
                .isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> planConsumer.receive(ReceivedEvent.of(PlanState.TYPES.get(0), data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
