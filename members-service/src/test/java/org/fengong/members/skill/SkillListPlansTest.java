package org.fengong.members.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Scans;
import org.junit.jupiter.api.Test;

/** Among 20,000 skills, more than ESCO has, each list is read by an index, also by a word in any language. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class SkillListPlansTest {
    private static final List<String> SORTS = List.of("key", "-key", "nameEn", "-nameEn", "field");

    @Inject
    SkillRepository skills;

    @Inject
    EntityManager entityManager;

    private record Filter(String key, String field, String name, UUID parentId, String externalId, Boolean active) {}

    /** 100 fields of 200 skills; of 100 skills one is a parent and one is no longer used, one speaks of zeppelins. */
    private void fill() {
        execute("insert into field (key, name_en, version) select 'plan-' || no, 'Field', 1"
                + " from generate_series(0, 99) no");
        execute("create temporary table some_skill on commit drop as"
                + " select n, gen_random_uuid() as id from generate_series(0, 19999) n");
        execute("create index on some_skill (n)");
        execute("""
                insert into skill (id, key, name_en, field, active, parent_id, external_source, external_id, version)
                select s.id, 'plan-' || s.n, 'Skill ' || s.n * 7919 % 20000, 'plan-' || s.n % 100, s.n % 100 <> 7,
                    case when s.n % 100 <> 0 then p.id end, 'hr', 'hr-' || s.n, 1
                from some_skill s join some_skill p on p.n = s.n - s.n % 100""");
        execute("""
                insert into skill_term (skill_id, term)
                select id, word from some_skill, unnest(array['skill ' || n,
                    case when n % 100 = 9 then 'zeppelin ' || n end, case when n % 100 = 9 then '飛船' || n end]) word
                where word is not null""");
        execute("analyze skill, skill_term");
    }

    private void execute(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    private Scans list(String table, Filter filter, String sort) {
        return Scans.of(
                entityManager,
                table,
                () -> skills.list(
                        filter.key,
                        filter.field,
                        filter.name,
                        filter.parentId,
                        filter.externalId,
                        filter.active,
                        sort,
                        null,
                        20));
    }

    @Test
    @TestTransaction
    void readsEachListByAnIndex() {
        fill();
        var parent = (UUID) entityManager
                .createNativeQuery("select id from some_skill where n = 700", UUID.class)
                .getSingleResult();
        var filters = Map.of(
                "none", new Filter(null, null, null, null, null, null),
                "key", new Filter("plan-75", null, null, null, null, null),
                "field", new Filter(null, "plan-75", null, null, null, null),
                "an English word", new Filter(null, null, "Zeppelin 1", null, null, null),
                "a Chinese word", new Filter(null, null, "飛船1", null, null, null),
                "a word that nothing has", new Filter(null, null, "quaternion", null, null, null),
                "parent", new Filter(null, null, null, parent, null, null),
                "external id", new Filter(null, null, null, null, "hr-75", null),
                "no longer used", new Filter(null, null, null, null, null, false),
                "all together", new Filter("plan-709", "plan-9", "zeppelin", parent, "hr-709", true));
        var scans = new LinkedHashMap<String, Scans>();

        for (var sort : SORTS) {
            filters.forEach((name, filter) -> {
                scans.put(name + " by " + sort, list("skill", filter, sort));
                if (filter.name != null) {
                    scans.put("words of " + name + " by " + sort, list("skill_term", filter, sort));
                }
            });
        }
        var withoutIndex = Scans.of(
                entityManager,
                "skill",
                () -> entityManager
                        .createNativeQuery("select count(*) from skill where name_zh_tw = 'x'", Long.class)
                        .getSingleResult());

        assertThat(withoutIndex.sequential()).as("the measure itself").isPositive();
        assertThat(skills.list(null, null, "飛船", null, null, null, null, null, 20)
                        .items())
                .hasSize(20);
        assertThat(skills.list("plan-709", "plan-9", "zeppelin", parent, "hr-709", true, null, null, 20)
                        .items())
                .hasSize(1);
        assertThat(scans).hasSize(70).allSatisfy((name, counted) -> {
            assertThat(counted.sequential()).as("sequential scans for " + name).isZero();
            if (!name.startsWith("a word that nothing has")) {
                assertThat(counted.byIndex()).as("index scans for " + name).isPositive();
            }
        });
    }
}
