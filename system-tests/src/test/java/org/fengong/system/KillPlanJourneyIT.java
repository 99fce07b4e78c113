package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.system.Json.each;
import static org.fengong.system.Json.id;
import static org.fengong.system.Json.object;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica that is killed while it solves a plan loses nothing: another one takes the plan over, and one result stands. */
@ExtendWith(PackagedSuite.Extension.class)
class KillPlanJourneyIT {
    private static final int MEMBERS = 10;
    private static final int TASKS = 400;
    private static final int AT_ONCE = 100;
    private static final Duration PROMISE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A plan that is being solved, as the database has it. */
    private record Solving(String status, String replica, UUID lease, boolean underWay) {}

    @Test
    void anotherReplicaTakesOverThePlanOfOneThatIsKilledWhileItSolves(PackagedSuite suite) {
        var replica = suite.startReplica(Service.ALLOCATION);
        try {
            takesOver(suite, replica);
        } finally {
            replica.destroyForcibly();
        }
    }

    private static void takesOver(PackagedSuite suite, ProcessHandle killed) {
        var survivor = suite.process(Service.ALLOCATION);
        var teams = List.of(busyTeam(suite), busyTeam(suite));
        suite.awaitEvents();
        // as each replica solves one plan at a time, each takes one of two
        var plans = teams.stream().map(KillPlanJourneyIT::askForPlan).toList();
        await().atMost(PATIENCE)
                .until(() ->
                        plans.stream().allMatch(plan -> solving(suite, plan).underWay()));
        int hit = solving(suite, plans.get(0)).replica().endsWith("-" + killed.pid()) ? 0 : 1;
        var lead = teams.get(hit).leadAtAllocation();
        var plan = plans.get(hit);
        command(teams.get(1 - hit), "/plans/" + plans.get(1 - hit) + "/cancel");
        var before = solving(suite, plan);
        assertThat(before.status()).as("too late for a kill").isEqualTo("SOLVING");
        assertThat(before.replica()).endsWith("-" + killed.pid());

        killed.destroyForcibly();

        var killedAt = System.nanoTime();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !before.lease().equals(solving(suite, plan).lease()));
        var took = Duration.ofNanos(System.nanoTime() - killedAt);
        System.out.printf("The plan of the killed replica was taken over after %d ms%n", took.toMillis());
        assertThat(took).isLessThan(PROMISE);
        assertThat(solving(suite, plan).replica()).endsWith("-" + survivor.pid());
        assertThat(survivor.isAlive()).isTrue();
        await().atMost(PATIENCE).until(() -> !status(lead, plan).equals("SOLVING"));
        var solved = lead.get("/plans/" + plan);
        assertThat(solved.path("status").asText()).as("%s", solved).isEqualTo("DRAFT");
        assertThat(solved.path("version").asInt())
                .as("asked, leased twice, solved once")
                .isEqualTo(4);
        command(teams.get(hit), "/plans/" + plan + "/publish");
        suite.awaitEvents();
        assertThat(suite.topic("fengong.allocation.plan.v1").stream()
                        .filter(event -> event.key().equals(plan.toString()))
                        .map(Event::type))
                .containsExactly("fengong.allocation.plan-solved.v1", "fengong.allocation.plan-published.v1");
        assertThat(Checker.repeated(
                        "role",
                        each(lead.list("/assignments?status=ACTIVE&teamId="
                                        + teams.get(hit).id()))
                                .toList(),
                        assignment -> assignment.path("roleId").asText()))
                .isEmpty();
    }

    /** More work than its members have time for, so that the search takes a while. */
    private static Team busyTeam(PackagedSuite suite) {
        var team = new Team(suite, "copywriting");
        for (int i = 0; i < MEMBERS; i++) {
            team.register("Member-" + i, 1, Map.of("copywriting", 1 + i % 5));
        }
        team.found();
        var today = suite.now().atZone(Team.ZONE).toLocalDate();
        var tasks = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(team.task(
                    team.key("task-" + i),
                    null,
                    1,
                    today.plusWeeks(1 + i % 7),
                    List.of(team.role("Author", 200 + 37 * (i % 40), "copywriting", 1 + i % 3)),
                    List.of()));
        }
        for (int i = 0; i < TASKS; i += AT_ONCE) {
            var answer = team.leadAtTasks().post("/tasks/batch", object("items", tasks.subList(i, i + AT_ONCE)));
            assertThat(answer.findValuesAsText("status")).hasSize(AT_ONCE).containsOnly("201");
        }
        return team;
    }

    private static UUID askForPlan(Team team) {
        return id(team.leadAtAllocation().post("/plans", object("teamIds", List.of(team.id()), "weeks", 8)));
    }

    private static void command(Team team, String path) {
        team.leadAtAllocation().post(path, Map.of());
    }

    private static String status(Client lead, UUID plan) {
        return lead.get("/plans/" + plan).path("status").asText();
    }

    private static Solving solving(PackagedSuite suite, UUID plan) {
        return new Rows(suite)
                .list(
                        Service.ALLOCATION,
                        "select p.status, s.picked_by, p.lease, p.progress from plan p left join scheduled_tasks s"
                                + " on s.task_name = 'solve-plan' and s.task_instance = p.id::text"
                                + " where p.id = any (?)",
                        List.of(plan),
                        row -> new Solving(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getString(2) != null && row.getString(4) != null))
                .get(0);
    }
}
