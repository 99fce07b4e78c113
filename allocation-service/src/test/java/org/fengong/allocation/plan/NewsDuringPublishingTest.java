package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.publish;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An event arrives while a plan is being published: the publication has read what it judges and waits for a week of Ann's
 * that somebody else holds.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class NewsDuringPublishingTest {
    @Inject
    DataSource dataSource;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID task;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
        task = team.task(600, WEEK);
    }

    private Response publishWhile(Runnable event) throws SQLException {
        var plan = draft(team, 1);
        try (var holder = dataSource.getConnection()) {
            holder.setAutoCommit(false);
            holdWeekOfAnn(holder);
            var publishing = Meanwhile.get(() -> publish(team, plan));
            await().until(() -> waiting(holder) == 1);
            var telling = Meanwhile.run(event);
            await().until(() -> telling.isDone() || waiting(holder) == 2);
            holder.rollback();
            telling.join();
            return publishing.join();
        }
    }

    private void holdWeekOfAnn(Connection holder) throws SQLException {
        try (var insert = holder.prepareStatement("insert into member_week values (?, ?, 0, 2400)"
                + " on conflict (member_id, week) do update set load_minutes = member_week.load_minutes")) {
            insert.setObject(1, ann);
            insert.setString(2, WEEK.toString());
            insert.executeUpdate();
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (var result = connection
                .createStatement()
                .executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static List<String> statuses(UUID taskId) {
        return assignmentsOf(taskId).path("items.status");
    }

    @Test
    void aTaskThatIsCancelledTakesNobodysTime() throws SQLException {
        var answer = publishWhile(() -> team.cancels(task));

        assertThat(answer.statusCode()).isIn(200, 409);
        assertThat(statuses(task)).isSubsetOf("RELEASED");
        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
    }

    @Test
    void aTaskThatIsCompletedTakesNobodysTime() throws SQLException {
        var answer = publishWhile(() -> team.completes(task));

        assertThat(answer.statusCode()).isIn(200, 409);
        assertThat(statuses(task)).isSubsetOf("COMPLETED");
        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
    }

    @Test
    void anAbsenceIsInTheCapacity() throws SQLException {
        var answer = publishWhile(() -> team.isAway(ann, WEEK));

        assertThat(answer.statusCode()).isIn(200, 409);
        if (answer.statusCode() == 200) {
            assertThat(StoredLoads.of(ann))
                    .allSatisfy(row -> assertThat(row.capacityMinutes()).isZero());
            assertThat(OutboxRows.of(ann))
                    .extracting(OutboxRows.Row::type)
                    .contains("fengong.allocation.overload-detected.v1");
        }
    }

    @Test
    void anEstimateIsInTheLoad() throws SQLException {
        var answer = publishWhile(() -> team.estimates(task, 900));

        assertThat(answer.statusCode()).isIn(200, 409);
        if (answer.statusCode() == 200) {
            assertThat(Planning.loadMinutes(ann, WEEK)).isEqualTo(900);
        }
    }

    @Test
    void aMemberWhoLeavesKeepsNothing() throws SQLException {
        var answer = publishWhile(() -> team.leaves(ann, Weeks.monday(WEEK)));

        assertThat(answer.statusCode()).isIn(200, 409);
        assertThat(statuses(task)).isSubsetOf("RELEASED");
    }

    @Test
    void aRunningRoleThatIsCompletedIsNotGivenAnew() throws SQLException {
        Planning.published(team, 1);
        team.task(300, WEEK);

        var answer = publishWhile(() -> team.completesRole(task));

        assertThat(answer.statusCode()).isIn(200, 409);
        assertThat(statuses(task)).containsExactly("COMPLETED");
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void theCapacityIsThatOfTheLatestNewsWhateverElseChangesTheWeek() throws SQLException {
        var other = team.task(300, WEEK);
        Planning.published(team, 1);

        // the absence and then the cancellation wait for the week, one behind the other
        try (var holder = dataSource.getConnection()) {
            holder.setAutoCommit(false);
            holdWeekOfAnn(holder);
            var absence = Meanwhile.run(() -> team.isAway(ann, WEEK));
            await().until(() -> waiting(holder) == 1);
            var cancellation = Meanwhile.run(() -> team.cancels(other));
            await().until(() -> waiting(holder) == 2);
            holder.rollback();
            absence.join();
            cancellation.join();
        }

        assertThat(StoredLoads.of(ann)).singleElement().satisfies(row -> {
            assertThat(row.loadMinutes()).isEqualTo(600);
            assertThat(row.capacityMinutes()).isZero();
        });
    }
}
