package org.fengong.allocation.assignment;

import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reasons from before the next best member was stored by id say the same, by the name of today. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class NextBestMigrationTest {
    private static final String MIGRATION = "/db/migration/V23__name_next_best_by_id.sql";

    @Inject
    EntityManager entityManager;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID task;
    private UUID ben;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team.isInterestedInSkill(team.member("Ann", 3), 2);
        ben = team.member("Ben, at +1", 3);
        task = team.task(600, WEEK);
        published(team, 2);
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(statement)
                        .setParameter("task", task)
                        .executeUpdate());
    }

    /** What the migration does to what is there. */
    private void migrate() throws IOException {
        try (var file = getClass().getResourceAsStream(MIGRATION)) {
            var statements = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var update = statements.substring(statements.indexOf("update assignment"));
            QuarkusTransaction.requiringNew()
                    .run(() -> entityManager.unwrap(Session.class).doWork(connection -> {
                        try (var statement = connection.createStatement()) {
                            statement.executeUpdate(update);
                        }
                    }));
        }
    }

    @Test
    void anOldReasonIsTakenApart() throws IOException {
        var reason = assignmentsOf(task).<String>path("items[0].reason");
        run("update assignment set next_best = null, reason = reason || ', next best Benjamin, at +1 at +1,234'"
                + " where task_id = :task");

        migrate();

        assignmentsOf(task)
                .then()
                .body("items.nextBest.memberId", contains(ben.toString()))
                .body("items.reason", contains(reason));
    }

    @Test
    void aLeadsOwnWordsStay() throws IOException {
        run("update assignment set next_best = null, origin = 'LEAD', reason = 'Ask Zoe, next best Zoe at +1'"
                + " where task_id = :task");

        migrate();

        assignmentsOf(task).then().body("items[0].reason", is("Ask Zoe, next best Zoe at +1"));
    }

    @Test
    void theNameIsThatOfToday() {
        assignmentsOf(task).then().body("items[0].reason", containsString(", next best Ben, at +1 at +"));

        team.isCalled(ben, "Benjamin");

        assignmentsOf(task).then().body("items[0].reason", containsString(", next best Benjamin at +"));
    }
}
