package org.fengong.system;

import static org.awaitility.Awaitility.await;
import static org.fengong.system.Json.id;
import static org.fengong.system.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.fengong.system.Checker.Thing;

/**
 * Clients that write at the same time until they are told to stop. What they do not know the outcome of they repeat with
 * the same key until it is acknowledged, as the API promises that they may.
 */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Answers after which the same request may be sent again. */
    private static final Set<Integer> TO_BE_REPEATED = Set.of(429, 502, 503, 504);

    private final PackagedSuite suite;
    private final Team team;
    private final Team planners;
    private final LocalDate today;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> clients = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private volatile boolean stopped;

    final ConcurrentLinkedQueue<Thing> tasks = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Thing> workLogs = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Thing> occupations = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Thing> plans = new ConcurrentLinkedQueue<>();

    /**
     * @param team whose tasks and members are written
     * @param planners a team that plans again and again
     */
    Crowd(PackagedSuite suite, Team team, Team planners) {
        this.suite = suite;
        this.team = team;
        this.planners = planners;
        this.today = suite.now().atZone(Team.ZONE).toLocalDate();
    }

    void start() {
        run(number -> writeTask("a-" + number));
        run(number -> writeTask("b-" + number));
        run(this::changeMember);
        run(this::planAndPublish);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int publishedPlans() {
        return plans.size();
    }

    /** Requests whose outcome their client did not know. */
    int unknown() {
        return unknown.get();
    }

    /** Requests that had taken effect before their client asked again. */
    int replayed() {
        return replayed.get();
    }

    /** @throws AssertionError what a client has met that it must not */
    void stop() {
        stopped = true;
        for (var client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new AssertionError("A client failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private void run(IntConsumer client) {
        clients.add(threads.submit(() -> {
            for (int number = 1; !stopped; number++) {
                client.accept(number);
            }
        }));
    }

    private void writeTask(String name) {
        var form = team.task(
                name, null, 1, today.plusWeeks(3), List.of(team.role("Author", 60, "copywriting", 1)), List.of());
        var task = command(team.leadAtTasks(), "/tasks", form);
        tasks.add(new Thing(name, id(task)));
        for (int i = 1; i <= 2; i++) {
            var note = name + " log " + i;
            var log = command(
                    team.leadAtTasks(),
                    "/tasks/" + id(task) + "/work-logs",
                    object(
                            "roleId",
                            id(task.path("roles").get(0), "roleId"),
                            "memberId",
                            team.leadId(),
                            "date",
                            today,
                            "minutes",
                            i,
                            "note",
                            note));
            workLogs.add(new Thing(note, id(log)));
        }
    }

    /** A change has no key: who does not know its outcome looks whether it is there, and else changes that version. */
    private void changeMember(int number) {
        var people = team.people();
        var member = people.get(number % people.size()).id();
        var occupation = "Occupation " + number;
        var members = suite.members("admin", null);
        untilKnown(() -> {
            var now = members.get("/members/" + member);
            if (now.path("occupation").asText().equals(occupation)) {
                replayed.incrementAndGet();
                return new Answer("GET", 200, now, true);
            }
            return members.patch(
                    "/members/" + member,
                    object("occupation", occupation),
                    now.path("version").asLong());
        });
        occupations.add(new Thing(occupation, member));
    }

    private void planAndPublish(int number) {
        var task = command(
                planners.leadAtTasks(),
                "/tasks",
                planners.task(
                        "planned-" + number,
                        null,
                        1,
                        today.plusWeeks(3),
                        List.of(planners.role("Author", 90, "copywriting", 1)),
                        List.of()));
        var lead = planners.leadAtAllocation();
        var plan = command(
                lead,
                "/plans",
                object(
                        "teamIds",
                        List.of(planners.id()),
                        "fromWeek",
                        org.threeten.extra.YearWeek.from(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                                .toString(),
                        "weeks",
                        4,
                        "mustSee",
                        List.of(object("taskId", id(task), "version", 1))));
        var solved = await().atMost(PATIENCE)
                .until(
                        () -> untilKnown(() -> lead.send("GET", "/plans/" + id(plan), null, Map.of())),
                        answer -> !answer.path("status").asText().equals("SOLVING"));
        if (solved.path("status").asText().equals("DRAFT")) {
            command(lead, "/plans/" + id(plan) + "/publish", Map.of());
        }
        plans.add(new Thing("planned-" + number, id(plan)));
    }

    private JsonNode command(Client client, String path, Object body) {
        var key = UUID.randomUUID().toString();
        return untilKnown(() -> client.post(path, body, key));
    }

    private JsonNode untilKnown(Supplier<Answer> request) {
        var answer = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> outcome(request), Objects::nonNull);
        acknowledged.incrementAndGet();
        if (answer.replayed()) {
            replayed.incrementAndGet();
        }
        return answer.ok();
    }

    /** Null when it is not known. */
    private Answer outcome(Supplier<Answer> request) {
        try {
            var answer = request.get();
            var mayBeRepeated = TO_BE_REPEATED.contains(answer.status())
                    || (answer.status() == 409
                            && answer.body().path("type").asText().endsWith(":request-in-progress"));
            if (!mayBeRepeated) {
                return answer;
            }
        } catch (UncheckedIOException e) {
            // cut off, or nobody there
        }
        unknown.incrementAndGet();
        return null;
    }
}
