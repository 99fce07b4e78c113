package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.ask;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.WithDefault;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.OutboxRows;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Workers that take over from each other; the service itself solves nothing here. */
@QuarkusTest
@TestProfile(PlanJobTest.WithoutWorker.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PlanJobTest {
    public static class WithoutWorker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "fengong.planning.solve", "false",
                    "fengong.planning.heartbeat", "200ms",
                    "fengong.planning.event-streams", "2",
                    "fengong.planning.must-see-patience", "20s");
        }
    }

    @Inject
    PlanJob job;

    @Inject
    PlanJobs jobs;

    @Inject
    PlanRepository plans;

    @Inject
    EntityManager entityManager;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID task;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team.member("Ann", 3);
        task = team.task(600, WEEK);
    }

    private UUID waitingFor(long taskVersion) {
        var asked = leadOf(team)
                .body(Planning.body(
                        2,
                        ", \"mustSee\": [{\"taskId\": \"%s\", \"version\": %d}]".formatted(task, taskVersion),
                        team.teamId))
                .post(Planning.PLANS);
        asked.then().statusCode(202);
        return UUID.fromString(asked.path("id"));
    }

    private UUID asked() {
        return UUID.fromString(ask(team, 2).path("id"));
    }

    private static String status(UUID plan) {
        return Planning.read(plan).path("status");
    }

    private Object read(String column, String table, String idColumn, Object id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select %s from %s where %s = :id".formatted(column, table, idColumn))
                        .setParameter("id", id)
                        .getSingleResult());
    }

    private Object lease(UUID plan) {
        return read("cast(lease as text)", "plan", "id", plan);
    }

    @Test
    void storesTheResultOfTheLatestLeaseAlone() {
        var plan = waitingFor(2);
        var first = Meanwhile.run(() -> job.run(plan, () -> false));
        await().until(() -> lease(plan) != null);
        var leaseOfFirst = lease(plan);
        var second = Meanwhile.run(() -> job.run(plan, () -> false));
        await().until(() -> !leaseOfFirst.equals(lease(plan)));

        team.changes(task, t -> t.put("title", "Seen"));
        first.join();
        second.join();

        assertThat(status(plan)).isEqualTo("DRAFT");
        assertThat(lease(plan)).isNotEqualTo(leaseOfFirst);
        assertThat(OutboxRows.of(plan)).as("the result is stored and told once").hasSize(1);
        Planning.read(plan).then().body("version", is(4)); // asked, leased twice, solved
    }

    @Test
    void doesNothingForAPlanThatIsSolvedAlready() {
        var plan = asked();
        job.run(plan, () -> false);
        var version = Planning.read(plan).<Integer>path("version");

        job.run(plan, () -> false);

        assertThat(Planning.read(plan).<Integer>path("version")).isEqualTo(version);
        assertThat(OutboxRows.of(plan)).hasSize(1);
    }

    @Test
    void leavesThePlanToTheNextWorkerWhenItsReplicaStops() {
        var plan = asked();
        var waits = waitingFor(2);
        assertThatThrownBy(() -> job.run(plan, () -> true)).hasMessageContaining("stops");
        assertThatThrownBy(() -> job.run(waits, () -> true)).hasMessageContaining("stops");
        assertThat(status(plan)).isEqualTo("SOLVING");
        assertThat(status(waits)).isEqualTo("SOLVING");

        job.run(plan, () -> false);

        assertThat(status(plan)).isEqualTo("DRAFT");
        leadOf(team).post(Planning.PLANS + "/{id}/cancel", waits).then().statusCode(200);
    }

    @Test
    void dropsTheResultOfAPlanThatWasCancelledMeanwhile() {
        var plan = waitingFor(2);
        var running = Meanwhile.run(() -> job.run(plan, () -> false));
        await().until(() -> lease(plan) != null);
        leadOf(team).post(Planning.PLANS + "/{id}/cancel", plan).then().statusCode(200);

        team.changes(task, t -> t.put("title", "Seen"));
        running.join();

        assertThat(status(plan)).isEqualTo("CANCELLED");
        assertThat(OutboxRows.of(plan)).isEmpty();
    }

    @Test
    void givesUpWaitingForTasksOfAPlanThatIsCancelled() {
        var plan = waitingFor(2);
        var running = Meanwhile.run(() -> job.run(plan, () -> false));
        await().until(() -> lease(plan) != null);

        leadOf(team).post(Planning.PLANS + "/{id}/cancel", plan).then().statusCode(200);

        // its patience is 20 s
        assertThat(running).succeedsWithin(Duration.ofSeconds(5));
        assertThat(status(plan)).isEqualTo("CANCELLED");
    }

    /** More work than the members have time for, so that the search has something to look for. */
    private void muchToDo() {
        for (int i = 0; i < 8; i++) {
            team.member("Member " + i, 1 + i % 5);
        }
        for (int i = 0; i < 300; i++) {
            team.task(200 + 37 * (i % 40), WEEK.plusWeeks(i % 6));
        }
    }

    @Test
    void showsHowFarTheSearchIsAndStopsItWhenThePlanIsCancelled() {
        muchToDo();
        var asked = ask(team, 8);
        asked.then().statusCode(202).body("progress", nullValue());
        var plan = UUID.fromString(asked.path("id"));
        var running = Meanwhile.run(() -> job.run(plan, () -> false));
        await().atMost(Duration.ofSeconds(20)).until(() -> Planning.read(plan).path("progress.value") != null);
        var seen = Planning.read(plan);
        seen.then()
                .body("status", is("SOLVING"))
                .body("version", is(2))
                .body("value", nullValue())
                .body("progress.steps", greaterThanOrEqualTo(0));
        var value = seen.<Number>path("progress.value").longValue();
        var bound = seen.<Number>path("progress.bound").longValue();
        assertThat(bound).isBetween(0L, value);
        assertThat(seen.<Number>path("progress.gap").doubleValue())
                .isCloseTo((value - bound) / (double) value, org.assertj.core.data.Offset.offset(1e-4));

        leadOf(team).post(Planning.PLANS + "/{id}/cancel", plan).then().statusCode(200);

        assertThat(running).succeedsWithin(Duration.ofSeconds(5));
        Planning.read(plan)
                .then()
                .body("status", is("CANCELLED"))
                .body("progress", nullValue())
                .body("value", nullValue());
        assertThat(OutboxRows.of(plan)).isEmpty();
    }

    @RepeatedTest(6)
    void aPlanThatIsCancelledWhileItIsFinishedIsCancelled() throws Exception {
        var plan = asked();
        var start = new CyclicBarrier(2);
        var running = Meanwhile.run(() -> {
            meet(start);
            job.run(plan, () -> false);
        });
        meet(start);

        var answer = leadOf(team).post(Planning.PLANS + "/{id}/cancel", plan);
        running.join();

        answer.then().statusCode(200);
        assertThat(status(plan)).isEqualTo("CANCELLED");
        // told as solved when it was a draft before, and only then
        var wasDraft = Planning.read(plan).path("solvedAt") != null;
        assertThat(OutboxRows.of(plan)).hasSize(wasDraft ? 1 : 0);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesTheEnginesAnswerInTheDatabaseUntilSomebodyWantsIt() {
        var plan = asked();
        job.run(plan, () -> false);

        QuarkusTransaction.requiringNew().run(() -> {
            var listed = plans.list(Optional.of(Set.of(team.teamId)), null, null, null, null, null)
                    .items()
                    .get(0);
            assertThat(listed.summary()).isNotNull();
            assertThat(Hibernate.isPropertyInitialized(listed, "problem")).isFalse();
            assertThat(Hibernate.isPropertyInitialized(listed, "result")).isFalse();
            assertThat(listed.result().assigned()).hasSize(1);
        });
    }

    @Test
    void refusesToPublishWhatIsBeingSolved() {
        var plan = asked();

        assertRefused(409, "plan-status", () -> publish(team, plan));
    }

    @RepeatedTest(3)
    void twoReplicasSolveEachPlanOnce() {
        var asked = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            asked.add(asked());
        }
        var one = jobs.create();
        var two = jobs.create();
        one.start();
        two.start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> asked.stream().allMatch(plan -> status(plan).equals("DRAFT")));
        } finally {
            one.stop();
            two.stop();
        }
        asked.forEach(plan -> {
            assertThat(OutboxRows.of(plan)).hasSize(1);
            Planning.read(plan).then().body("version", is(3)); // asked, leased once, solved
        });
    }

    @Test
    void aTeamWithManyPlansKeepsNoOtherTeamWaiting() {
        var other = KnownFacts.ofTeam();
        other.member("Zoe", 3);
        other.task(600, WEEK);
        var first = asked();
        var second = asked();
        var third = asked();
        var ofOther = UUID.fromString(ask(other, 2).path("id"));
        var worker = jobs.create();
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> status(third).equals("DRAFT"));
        } finally {
            worker.stop();
        }
        assertThat(solvedAt(ofOther)).isBetween(solvedAt(first), solvedAt(second));
        assertThat(solvedAt(second)).isBeforeOrEqualTo(solvedAt(third));
    }

    private static java.time.Instant solvedAt(UUID plan) {
        return java.time.Instant.parse(Planning.read(plan).path("solvedAt"));
    }

    /** A replica is killed in the middle of a search: its thread goes on, but shows no sign of life and is cut off. */
    @Test
    void anotherReplicaTakesOverAPlanThatIsBeingSolvedAndOneResultStands() {
        muchToDo();
        var plan = asked();
        var killed = Meanwhile.run(() -> job.run(plan, () -> false));
        await().until(() -> lease(plan) != null);
        var leaseOfKilled = lease(plan);
        var worker = jobs.create();
        var takenOver = System.nanoTime();
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(15)).until(() -> !leaseOfKilled.equals(lease(plan)));
            assertThat(Duration.ofNanos(System.nanoTime() - takenOver)).isLessThan(Duration.ofSeconds(15));
            await().atMost(Duration.ofSeconds(60)).until(() -> status(plan).equals("DRAFT"));
        } finally {
            worker.stop();
        }
        killed.join();
        assertThat(OutboxRows.of(plan)).as("one result").hasSize(1);
        Planning.read(plan).then().body("version", is(4)); // asked, leased twice, solved once
    }

    @Test
    void aDeadReplicaIsMissedWithinFifteenSeconds() throws Exception {
        // its last sign of life is too old, the others look at every second one of their own, and then for work
        assertThat(defaultOf("heartbeat").multipliedBy(4 + 2).plus(defaultOf("poll")))
                .isLessThan(Duration.ofSeconds(15));
    }

    private static Duration defaultOf(String setting) throws NoSuchMethodException {
        return DurationConverter.parseDuration(PlanningConfig.class
                .getMethod(setting)
                .getAnnotation(WithDefault.class)
                .value());
    }

    @Test
    void takesOverFromAWorkerThatDied() {
        var plan = asked();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update scheduled_tasks set picked = true, picked_by = 'a dead replica',"
                                + " last_heartbeat = now() - interval '1 minute' where task_instance = :plan")
                        .setParameter("plan", plan.toString())
                        .executeUpdate());
        var worker = jobs.create();
        worker.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> status(plan).equals("DRAFT"));
        } finally {
            worker.stop();
        }
        assertThat(OutboxRows.of(plan)).hasSize(1);
    }
}
