package org.fengong.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/**
 * Facts come from events alone: the store is emptied, the same records are read again in another order of their topics,
 * and the review of the same period is the same.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
@QuarkusTestResource(AllocationStandIn.class)
class RebuildTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YearWeek WEEK =
            Weeks.of(LocalDate.now(Clock.system(ZoneOffset.UTC))).minusWeeks(1);
    private static final LocalDate MONDAY = Weeks.monday(WEEK);
    private static final String FACTS = "team_snapshot, team_membership, skill_snapshot, department_snapshot,"
            + " member_snapshot, task_snapshot, task_status_change, goal_snapshot, key_result_measurement, work_log,"
            + " task_division, member_week, overload, plan_snapshot, offer_snapshot, skill_gap, request_snapshot";

    /** What stood on the topics; the records of one key keep their order. */
    private record Told(String topic, UUID key, UUID id, String type, ObjectNode data) {}

    @Inject
    DataSource dataSource;

    private final List<Told> history = new ArrayList<>();
    private final UUID team = UUID.randomUUID();
    private final UUID lead = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID brand = UUID.randomUUID();
    private final UUID sales = UUID.randomUUID();
    private final UUID skill = UUID.randomUUID();
    private final UUID goal = UUID.randomUUID();
    private final UUID brief = UUID.randomUUID();
    private final UUID flyer = UUID.randomUUID();

    /** Anna writes the brief, which comes back once; Ben declines the flyer, then takes it from Anna. */
    @BeforeEach
    void aWeekOfTwoMembers() {
        department(brand, "Brand");
        department(sales, "Sales");
        tell("members.organisation", skill, "members.skill-changed", "skillId");
        var told = tell("members.organisation", team, "members.team-changed", "teamId")
                .put("leadId", lead.toString())
                .put("timeZone", "UTC");
        told.putArray("members").add(membership(anna)).add(membership(ben));
        member(anna, "Anna", brand);
        member(ben, "Ben", sales);
        tell("tasks.goal", goal, "tasks.goal-created", "goalId")
                .put("teamId", team.toString())
                .put("from", MONDAY.minusWeeks(4).toString())
                .put("to", MONDAY.plusWeeks(8).toString());
        tell("tasks.goal", goal, "tasks.key-result-measured", "goalId")
                .put("teamId", team.toString())
                .put("from", MONDAY.minusWeeks(4).toString())
                .put("to", MONDAY.plusWeeks(8).toString())
                .put("measuredOn", MONDAY.plusDays(1).toString());
        task(brief, "task-created", 1, "OPEN", null);
        task(brief, "task-completed", 2, "COMPLETED", MONDAY.plusDays(1));
        task(brief, "task-status-changed", 3, "IN_PROGRESS", null).put("previousStatus", "COMPLETED");
        task(brief, "task-completed", 4, "COMPLETED", MONDAY.plusDays(2));
        task(flyer, "task-created", 1, "OPEN", null);
        task(flyer, "task-status-changed", 2, "IN_PROGRESS", null).put("startedAt", MONDAY.plusDays(4) + "T09:00:00Z");
        work(brief, anna, MONDAY, 300);
        work(brief, anna, MONDAY.plusDays(2), 500);
        work(flyer, ben, MONDAY.plusDays(4), 120);
        assigned(brief, 1, "assigned", MONDAY, anna);
        assigned(flyer, 1, "assigned", MONDAY, anna);
        assigned(flyer, 2, "assigned", MONDAY.plusDays(3), ben);
        var offer = UUID.randomUUID();
        offer(offer, "offered", 1);
        offer(offer, "declined", 2).put("reason", "No time before Friday");
        load(anna, 1, 2600);
        load(anna, 2, 2500);
        load(ben, 1, 400);
        tell("allocation.load", anna, "allocation.overload-detected", "memberId")
                .put("week", WEEK.toString());
        tell("allocation.coverage", team, "allocation.skill-gap-detected", "teamId")
                .put("skillId", skill.toString())
                .put("fromWeek", WEEK.toString());
        tell("allocation.request", UUID.randomUUID(), "allocation.request-opened", "requestId")
                .put("teamId", team.toString())
                .put("taskId", flyer.toString())
                .put("departmentId", sales.toString())
                .put("openedAt", MONDAY + "T08:00:00Z");
    }

    @Test
    void measuresTheSameFromTheSameEvents() throws Exception {
        send(history);
        var first = review();
        assertThat(first.path("metrics").path("coordination").path("handOver").path("inputs"))
                .hasSize(1);
        assertThat(first.path("metrics").path("fairnessOverTime").path("inputs").findValuesAsText("notDoneMinutes"))
                .contains("180"); // of 300 minutes of the flyer three of five days stood for Anna
        assertThat(first.path("findings").findValuesAsText("kind"))
                .contains(
                        "OVERLOAD", "UNFAIR_OVER_TIME", "UNDER_USED", "REWORK", "SINGLE_HOLDER", "UNANSWERED_REQUEST");

        empty();
        send(history.stream()
                .sorted(Comparator.comparing(Told::topic).reversed())
                .toList());
        var again = review();

        for (var part : List.of("metrics", "findings", "effects", "names", "from", "to", "status")) {
            assertThat(again.path(part)).as(part).isEqualTo(first.path(part));
        }
    }

    private ObjectNode tell(String topic, UUID key, String type, String keyField) {
        var fullType = "fengong." + type + ".v1";
        var data = ReceivedEvent.example(fullType).put(keyField, key.toString());
        history.add(new Told("fengong." + topic + ".v1", key, UUID.randomUUID(), fullType, data));
        return data;
    }

    private void department(UUID id, String name) {
        tell("members.organisation", id, "members.department-changed", "departmentId")
                .put("name", name);
    }

    private static ObjectNode membership(UUID memberId) {
        return JSON.createObjectNode()
                .put("memberId", memberId.toString())
                .put("sharePercent", 100)
                .put("from", "2020-01-01");
    }

    private void member(UUID id, String name, UUID department) {
        tell("members.member", id, "members.member-registered", "memberId")
                .put("displayName", name)
                .put("departmentId", department.toString());
    }

    private ObjectNode task(UUID id, String type, int version, String status, LocalDate completedOn) {
        var data = tell("tasks.task", id, "tasks." + type, "taskId")
                .put("version", version)
                .put("teamId", team.toString())
                .put("goalId", goal.toString())
                .put("status", status)
                .put("dueDate", MONDAY.plusDays(3).toString())
                .put("createdAt", MONDAY.minusDays(7) + "T09:00:00Z");
        data.remove(List.of("startedAt", "completedAt", "previousStatus"));
        var role = data.putArray("roles")
                .addObject()
                .put("roleId", id.toString())
                .put("effortMinutes", 600)
                .put("completed", completedOn != null);
        role.putArray("skills").addObject().put("skillId", skill.toString());
        data.putArray("dependsOn");
        if (id.equals(flyer)) {
            data.withArray("dependsOn").addObject().put("taskId", brief.toString());
        }
        if (completedOn != null) {
            data.put("completedAt", completedOn + "T15:00:00Z").put("startedAt", MONDAY + "T09:00:00Z");
            role.put("completedAt", completedOn + "T15:00:00Z");
        }
        return data;
    }

    private void work(UUID task, UUID member, LocalDate day, int minutes) {
        tell("tasks.work", task, "tasks.work-logged", "taskId")
                .put("workLogId", UUID.randomUUID().toString())
                .put("roleId", task.toString())
                .put("memberId", member.toString())
                .put("teamId", team.toString())
                .put("goalId", goal.toString())
                .put("date", day.toString())
                .put("minutes", minutes);
    }

    private void assigned(UUID task, int version, String type, LocalDate day, UUID member) {
        var data = tell("allocation.assignment", task, "allocation.task-" + type, "taskId")
                .put("version", version)
                .put("teamId", team.toString())
                .put("at", day + "T08:00:00Z");
        data.putArray("assignments")
                .addObject()
                .put("assignmentId", UUID.randomUUID().toString())
                .put("roleId", task.toString())
                .put("memberId", member.toString())
                .put("fit", 0.8)
                .putArray("weeks")
                .addObject()
                .put("week", WEEK.toString())
                .put("minutes", 300);
    }

    private ObjectNode offer(UUID offer, String type, int version) {
        return tell("allocation.assignment", flyer, "allocation.assignment-" + type, "taskId")
                .put("offerId", offer.toString())
                .put("version", version)
                .put("teamId", team.toString())
                .put("memberId", ben.toString())
                .put("offeredAt", MONDAY + "T08:00:00Z");
    }

    private void load(UUID member, int version, int minutes) {
        var data = tell("allocation.load", member, "allocation.load-changed", "memberId")
                .put("version", version);
        data.putArray("weeks")
                .addObject()
                .put("week", WEEK.toString())
                .put("loadMinutes", minutes)
                .put("previousLoadMinutes", 0)
                .put("capacityMinutes", 2400);
    }

    private void send(List<Told> records) throws SQLException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", LocalStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var told : records) {
                var received = ReceivedEvent.of(told.id(), told.type(), told.data());
                producer.send(new ProducerRecord<>(
                        told.topic(), null, told.key().toString(), received.value(), received.headers()));
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> received() == records.size());
    }

    private long received() throws SQLException {
        var ids = history.stream().map(told -> told.id().toString()).toArray(String[]::new);
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from inbox where cast(event_id as text) = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", ids));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Read models and inbox together, and the review, which is to be made anew. */
    private void empty() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate " + FACTS + ", inbox, adjustment, review");
        }
    }

    private JsonNode review() throws IOException {
        var answer = given().auth()
                .oauth2(TestTokens.lead(lead))
                .contentType(ContentType.JSON)
                .body("{\"teamId\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(team, WEEK, WEEK))
                .post("/api/v1/reviews");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return JSON.readTree(answer.asString());
    }
}
