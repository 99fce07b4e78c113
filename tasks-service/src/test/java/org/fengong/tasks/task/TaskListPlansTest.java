package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Scans;
import org.junit.jupiter.api.Test;

/** Among 1,000,000 tasks each filtered list is read by an index. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskListPlansTest {
    private static final Set<String> SORTS = Set.of("dueDate", "-priority", "key", "-importance", "createdAt");

    @Inject
    TaskRepository tasks;

    @Inject
    EntityManager entityManager;

    private Scans scansOf(Runnable list) {
        return Scans.of(entityManager, "task", list);
    }

    /**
     * 1,000 teams with a goal and 1,000 tasks each; of 100 tasks one is blocked, one returned and one to be accepted, of
     * 1,000 one speaks of what the searches ask for. The indexes are made when all is there, and the words of equal texts
     * once: that takes a fifth of the time. No statement takes longer than a connection waits.
     */
    private void fill() {
        execute("create temporary table some_team on commit drop as"
                + " select no, gen_random_uuid() as id, gen_random_uuid() as goal_id from generate_series(1, 1000) no");
        execute("insert into goal (id, team_id, key, title, from_day, to_day, weight, key_results, version)"
                + " select goal_id, id, 'goal', 'A goal', date '2026-10-01', date '2026-12-31', 10, '[]', 1"
                + " from some_team");
        execute("""
                create temporary table some_text on commit drop as
                select n, title, labels, search_vector('task-' || n, title, null, labels) as search
                from generate_series(1, 1000) n,
                    lateral (select case when n = 500 then '准备新品发布 of the launch' else 'A task' end as title,
                        case when n = 501 then array['市场', 'press'] else '{}' end::varchar[] as labels) text""");
        var made = "from pg_indexes where tablename = 'task' and indexname not in (select conname from pg_constraint)";
        var indexes = all("select indexdef " + made);
        all("select 'drop index ' || indexname " + made).forEach(this::execute);
        execute("alter table task alter column search drop expression");
        for (int part = 0; part < 10; part++) {
            execute("""
                    insert into task (id, team_id, key, owner_id, goal_id, title, contribution_weight, importance, due_date,
                        status, together, allow_same_member, roles, assignment_version, created_at, completed_at,
                        returned_at, blocked_since, version, labels, campaign, search)
                    select gen_random_uuid(), team.id, 'task-' || n, md5('owner-' || team.no || '-' || n %% 50)::uuid,
                        case when n %% 10 = 0 then team.goal_id end,
                        title, 1, 1 + n %% 5, date '2026-01-01' + n %% 700,
                        case when n %% 100 = 3 then 'COMPLETED' else 'OPEN' end, false, false, '[]', 0,
                        timestamptz '2026-01-01 00:00Z' + n * interval '1 hour',
                        case when n %% 100 = 3 then timestamptz '2026-03-01 00:00Z' end,
                        case when n %% 100 = 2 then timestamptz '2026-03-01 00:00Z' end,
                        case when n %% 100 = 1 then timestamptz '2026-03-01 00:00Z' end, 1,
                        labels, case when n %% 200 = 4 then 'campaign-' || team.no end, search
                    from some_team team, some_text
                    where team.no %% 10 = %d""".formatted(part));
        }
        indexes.forEach(this::execute);
        execute("analyze task");
    }

    private void execute(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    private List<String> all(String sql) {
        List<?> rows = entityManager.createNativeQuery(sql, String.class).getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    private UUID one(String sql) {
        return (UUID) entityManager.createNativeQuery(sql, UUID.class).getSingleResult();
    }

    private static TaskRepository.Filter filter(
            UUID teamId,
            List<TaskStatus> status,
            UUID goalId,
            UUID ownerId,
            String key,
            LocalDate dueBefore,
            Boolean blocked,
            Boolean returned,
            Boolean accepted) {
        return new TaskRepository.Filter(
                teamId, status, goalId, ownerId, key, dueBefore, blocked, returned, accepted, null, null, null);
    }

    private String plan(String condition) {
        return String.join("\n", all("explain select id from task where " + condition));
    }

    private static TaskRepository.Filter found(UUID teamId, String label, String campaign, String text) {
        return new TaskRepository.Filter(
                teamId, List.of(), null, null, null, null, null, null, null, label, campaign, text);
    }

    @Test
    void readsEachFilteredListByAnIndex() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(300));
        try {
            fill();
            assertNoListIsReadFromEndToEnd();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void assertNoListIsReadFromEndToEnd() {
        var team = one("select id from some_team where no = 77");
        var goal = one("select goal_id from some_team where no = 77");
        var owner = one("select md5('owner-77-7')::uuid");
        var open = List.of(TaskStatus.OPEN, TaskStatus.ASSIGNED);
        var day = LocalDate.of(2026, 2, 1);
        var ofOneTeam = Map.of(
                "team", filter(team, List.of(), null, null, null, null, null, null, null),
                "status", filter(team, open, null, null, null, null, null, null, null),
                "goal", filter(team, List.of(), goal, null, null, null, null, null, null),
                "owner", filter(team, List.of(), null, owner, null, null, null, null, null),
                "key", filter(team, List.of(), null, null, "task-7", null, null, null, null),
                "due", filter(team, List.of(), null, null, null, day, null, null, null),
                "blocked", filter(team, List.of(), null, null, null, null, true, null, null),
                "returned", filter(team, List.of(), null, null, null, null, null, true, null),
                "to be accepted", filter(team, List.of(), null, null, null, null, null, null, false),
                "all together", filter(team, open, goal, owner, "task-7", day, false, false, null));
        var searches = Map.of(
                "label", found(null, "市场", null, null),
                "campaign", found(null, null, "campaign-77", null),
                "Chinese words", found(null, null, null, "新品发布"),
                "an English word and a Chinese one", found(null, null, null, "launch 发布"),
                "a word of a label", found(null, null, null, "市场"),
                "a word that nothing has", found(null, null, null, "zeppelin"),
                "all of a team", found(team, "市场", "campaign-77", "press"));
        var ofAllTeams = Map.of(
                "status of all", filter(null, open, null, null, null, null, null, null, null),
                "a rare status of all",
                        filter(null, List.of(TaskStatus.CANCELLED), null, null, null, null, null, null, null),
                "due of all", filter(null, List.of(), null, null, null, day, null, null, null),
                "goal of all", filter(null, List.of(), goal, null, null, null, null, null, null),
                "owner of all", filter(null, List.of(), null, owner, null, null, null, null, null),
                "key of all", filter(null, List.of(), null, null, "task-7", null, null, null, null),
                "blocked of all", filter(null, List.of(), null, null, null, null, true, null, null),
                "returned of all", filter(null, List.of(), null, null, null, null, null, true, null),
                "to be accepted of all", filter(null, List.of(), null, null, null, null, null, null, false));
        var scans = new LinkedHashMap<String, Scans>();

        for (var sort : SORTS) {
            ofOneTeam.forEach((name, filter) -> {
                scans.put(
                        name + " by " + sort,
                        scansOf(() -> tasks.list(Optional.of(Set.of(team)), filter, sort, null, 20)));
                scans.put(
                        name + " for a viewer by " + sort,
                        scansOf(() -> tasks.list(Optional.empty(), filter, sort, null, 20)));
            });
            ofAllTeams.forEach((name, filter) -> scans.put(
                    name + " by " + sort, scansOf(() -> tasks.list(Optional.empty(), filter, sort, null, 20))));
            searches.forEach((name, filter) -> scans.put(
                    name + " by " + sort, scansOf(() -> tasks.list(Optional.empty(), filter, sort, null, 20))));
        }
        var whole = scansOf(() -> tasks.list(Optional.empty(), ofAllTeams.get("status of all"), "-priority", null, 20));

        var withoutIndex = scansOf(() -> one("select (array_agg(id))[1] from task where title = 'A task'"));

        assertThat(tasks.list(Optional.empty(), searches.get("Chinese words"), null, null, 20)
                        .items())
                .hasSize(20);
        assertThat(plan("search @@ search_query('新品发布')")).contains("task_search_idx");
        assertThat(plan("search @@ search_query('市场')")).contains("task_search_idx");
        assertThat(plan("labels @> array['市场']::varchar[]")).contains("task_labels_idx");
        assertThat(plan("campaign = 'campaign-77'")).contains("task_campaign_idx");
        assertThat(withoutIndex.sequential()).as("the measure itself").isPositive();
        assertThat(whole).isEqualTo(new Scans(0, 1));
        assertThat(scans).hasSize(180).allSatisfy((list, counted) -> {
            assertThat(counted.sequential()).as("sequential scans for " + list).isZero();
            assertThat(counted.byIndex()).as("index scans for " + list).isPositive();
        });
    }
}
