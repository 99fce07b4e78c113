package org.fengong.tasks.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Scans;
import org.junit.jupiter.api.Test;

/** Among 100,000 goals each filtered list is read by an index. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class GoalListPlansTest {
    private static final Set<String> SORTS = Set.of("key", "-key", "fromDay", "-fromDay", "weight", "-weight");

    @Inject
    GoalRepository goals;

    @Inject
    EntityManager entityManager;

    /** 1,000 teams with 100 goals each, of which the first is the parent of the others; each has one of 50 owners. */
    private void fill() {
        execute("create temporary table some_team on commit drop as"
                + " select no, gen_random_uuid() as id, gen_random_uuid() as goal_id from generate_series(1, 1000) no");
        execute("""
                insert into goal (id, team_id, key, title, from_day, to_day, weight, key_results, version, parent_goal_id,
                    owner_id)
                select case when n = 1 then goal_id else gen_random_uuid() end, id, 'goal-' || n, 'A goal',
                    date '2026-01-01' + n, date '2026-12-31', 1 + n % 100, '[]', 1, case when n > 1 then goal_id end,
                    md5('owner-' || no || '-' || n % 50)::uuid
                from some_team, generate_series(1, 100) n
                order by n""");
        execute("analyze goal");
    }

    private void execute(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    private UUID one(String sql) {
        return (UUID) entityManager.createNativeQuery(sql, UUID.class).getSingleResult();
    }

    private Scans scansOf(Runnable list) {
        return Scans.of(entityManager, "goal", list);
    }

    @Test
    @TestTransaction
    void readsEachFilteredListByAnIndex() {
        fill();
        var team = one("select id from some_team where no = 77");
        var parent = one("select goal_id from some_team where no = 77");
        var owner = one("select md5('owner-77-7')::uuid");
        var filters = Map.of(
                "team", new GoalRepository.Filter(team, null, null, null),
                "parent", new GoalRepository.Filter(null, parent, null, null),
                "owner", new GoalRepository.Filter(null, null, owner, null),
                "key", new GoalRepository.Filter(null, null, null, "goal-7"),
                "all together", new GoalRepository.Filter(team, parent, owner, "goal-7"));
        var scans = new LinkedHashMap<String, Scans>();

        for (var sort : SORTS) {
            filters.forEach((name, filter) -> {
                scans.put(
                        name + " by " + sort,
                        scansOf(() -> goals.list(Optional.of(Set.of(team)), filter, sort, null, 20)));
                scans.put(
                        name + " for a viewer by " + sort,
                        scansOf(() -> goals.list(Optional.empty(), filter, sort, null, 20)));
            });
        }
        scans.put("roots", scansOf(() -> goals.rootsOf(Optional.empty(), team, null, 20)));
        var withoutIndex = scansOf(() -> one("select (array_agg(id))[1] from goal where title = 'A goal'"));

        assertThat(withoutIndex.sequential()).as("the measure itself").isPositive();
        assertThat(scans).hasSize(61).allSatisfy((list, counted) -> {
            assertThat(counted.sequential()).as("sequential scans for " + list).isZero();
            assertThat(counted.byIndex()).as("index scans for " + list).isPositive();
        });
    }
}
