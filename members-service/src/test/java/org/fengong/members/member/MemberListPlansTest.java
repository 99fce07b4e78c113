package org.fengong.members.member;

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

/** Among 100,000 members each filtered list is read by an index. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "members"))
class MemberListPlansTest {
    private static final List<String> SORTS = List.of("key", "-key", "displayName", "-displayName");

    @Inject
    MemberRepository members;

    @Inject
    MembershipRepository memberships;

    @Inject
    SkillFacts facts;

    @Inject
    EntityManager entityManager;

    private record Filter(String key, UUID departmentId, UUID teamId, Boolean active) {}

    /**
     * 200 departments of 500 members, 500 teams of 200; of 1,000 members one has left. Each holds one of 500 skills, likes
     * another and wants to learn a third one; each fifth level is on record.
     */
    private void fill() {
        execute("create temporary table some_thing on commit drop as"
                + " select no, gen_random_uuid() as department_id, gen_random_uuid() as team_id,"
                + " gen_random_uuid() as skill_id, gen_random_uuid() as calendar_id from generate_series(1, 500) no");
        execute("insert into department (id, key, name, version)"
                + " select department_id, 'plan-' || no, 'Department', 1 from some_thing where no <= 200");
        execute("insert into team (id, key, name, time_zone, agreement, active, version)"
                + " select team_id, 'plan-' || no, 'Team', 'UTC', 'LEAD', true, 1 from some_thing");
        execute("insert into skill (id, key, name_en, field, active, version)"
                + " select skill_id, 'plan-' || no, 'Skill', 'content', true, 1 from some_thing");
        execute("create temporary table some_member on commit drop as"
                + " select n, gen_random_uuid() as id from generate_series(0, 99999) n");
        execute("create index on some_thing (no)");
        execute("analyze some_thing, some_member");
        for (int part = 0; part < 5; part++) { // one statement for all would take longer than a connection waits
            execute("""
                    insert into member (id, key, active, display_name, email, locale, time_zone, department_id,
                        availability_factor, working_patterns, absences, skills, interests, learning_wishes, version)
                    select m.id, 'plan-' || n, n %% 1000 <> 7, 'Member ' || n * 7919 %% 100000, 'm@example.com', 'en', 'UTC',
                        d.department_id, 1,
                        jsonb_build_array(jsonb_build_object('validFrom', '2000-01-01',
                            'minutes', array[480, 480, 480, 480, 480, 0, 0], 'holidayCalendarId', s.calendar_id)),
                        '[]', jsonb_build_array(jsonb_build_object('skillId', s.skill_id, 'level', 3)),
                        jsonb_build_array(jsonb_build_object('skillId', l.skill_id, 'value', 1)),
                        jsonb_build_array(jsonb_build_object('skillId', w.skill_id, 'targetLevel', 4)), 1
                    from some_member m
                    join some_thing d on d.no = 1 + n %% 200
                    join some_thing s on s.no = 1 + n %% 500
                    join some_thing l on l.no = 1 + (n + 1) %% 500
                    join some_thing w on w.no = 1 + (n + 2) %% 500
                    where n %% 5 = %d""".formatted(part));
        }
        execute("insert into membership (team_id, member_id, share_percent, from_day)"
                + " select t.team_id, m.id, 50, date '2026-01-05' from some_member m"
                + " join some_thing t on t.no = 1 + n % 500");
        execute("insert into skill_fact (id, member_id, skill_id, level, at, current)"
                + " select gen_random_uuid(), m.id, s.skill_id, 3, now(), true from some_member m"
                + " join some_thing s on s.no = 1 + n % 500 where n % 5 = 0");
        // as a vacuum leaves them: what waits to be put into them makes indexes of JSON dear
        entityManager
                .createNativeQuery("select gin_clean_pending_list(x.indexrelid\\:\\:regclass) from pg_index x"
                        + " join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam"
                        + " where x.indrelid = 'member'\\:\\:regclass and a.amname = 'gin'")
                .getResultList();
        execute("set local default_statistics_target = 1000"); // 500 skills: each is known as often as it is there
        execute("analyze member, membership, team, skill_fact");
    }

    private void execute(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    private UUID one(String sql) {
        return (UUID) entityManager.createNativeQuery(sql, UUID.class).getSingleResult();
    }

    private Scans list(Filter filter, String sort) {
        return Scans.of(
                entityManager,
                "member",
                () -> members.list(filter.key, filter.departmentId, filter.teamId, filter.active, sort, null, 20));
    }

    @Test
    @TestTransaction
    void readsEachFilteredListByAnIndexAndFindsWhoIsConcernedByOne() {
        fill();
        var department = one("select department_id from some_thing where no = 76");
        var team = one("select team_id from some_thing where no = 76");
        var filters = Map.of(
                "none", new Filter(null, null, null, null),
                "key", new Filter("plan-75", null, null, null),
                "department", new Filter(null, department, null, null),
                "team", new Filter(null, null, team, null),
                "active", new Filter(null, null, null, true),
                "former", new Filter(null, null, null, false),
                "active of a department", new Filter(null, department, null, true),
                "former of a department", new Filter(null, department, null, false),
                "active of a team", new Filter(null, null, team, true),
                "all together", new Filter("plan-75", department, team, true));
        var scans = new LinkedHashMap<String, Scans>();

        for (var sort : SORTS) {
            filters.forEach((name, filter) -> scans.put(name + " by " + sort, list(filter, sort)));
        }
        var next = members.list(null, department, null, null, "-displayName", null, 20)
                .next();
        scans.put(
                "the next page of a department",
                Scans.of(
                        entityManager,
                        "member",
                        () -> members.list(null, department, null, null, "-displayName", next, 20)));

        var withoutIndex =
                Scans.of(entityManager, "member", () -> one("select (array_agg(id))[1] from member where email = 'm'"));

        var skill = one("select skill_id from some_thing where no = 70");
        var calendar = one("select calendar_id from some_thing where no = 70");
        var member = one("select id from some_member where n = 5");

        scans.put(
                "a merged skill",
                Scans.of(
                        entityManager,
                        "member",
                        () -> assertThat(members.lockedConcernedBy(List.of(skill)))
                                .hasSize(600)));
        scans.put(
                "a holiday calendar",
                Scans.of(
                        entityManager,
                        "member",
                        () -> assertThat(members.lockedLivingBy(calendar)).hasSize(200)));
        scans.put(
                "the teams of a member",
                Scans.of(entityManager, "membership", () -> memberships.byMember(List.of(member))));
        scans.put(
                "the members of a team",
                Scans.of(
                        entityManager,
                        "membership",
                        () -> entityManager
                                .createQuery("select m from Membership m where m.teamId = :team", Membership.class)
                                .setParameter("team", team)
                                .getResultList()));
        for (var current : new Boolean[] {null, true, false}) {
            scans.put(
                    "the record of a member, current " + current,
                    Scans.of(entityManager, "skill_fact", () -> facts.list(member, null, current, null, 20)));
            scans.put(
                    "the record of a member and skill, current " + current,
                    Scans.of(entityManager, "skill_fact", () -> facts.list(member, skill, current, null, 20)));
        }

        assertThat(withoutIndex.sequential()).as("the measure itself").isPositive();
        assertThat(members.list(null, null, null, false, null, null, 100).items())
                .hasSize(100);
        assertThat(scans).hasSize(51).allSatisfy(MemberListPlansTest::byIndex);
    }

    private static void byIndex(String list, Scans counted) {
        assertThat(counted.sequential()).as("sequential scans for " + list).isZero();
        assertThat(counted.byIndex()).as("index scans for " + list).isPositive();
    }
}
