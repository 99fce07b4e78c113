package org.fengong.review;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** Puts facts of a team of a test's own where the consumers would have put them. */
public final class KnownFacts {
    public final UUID teamId = UUID.randomUUID();
    public final UUID leadId = UUID.randomUUID();

    private KnownFacts() {}

    /** A team in UTC with a lead and no members. */
    public static KnownFacts ofTeam() {
        var facts = new KnownFacts();
        facts.insert(
                "insert into team_snapshot (id, key, name, lead_id, time_zone, active, version)"
                        + " values (?, ?, 'Brand', ?, 'UTC', true, 1)",
                facts.teamId,
                facts.teamId.toString(),
                facts.leadId);
        return facts;
    }

    /** A member of the team from long ago, with 2400 minutes a week. */
    public UUID member(String name) {
        var id = UUID.randomUUID();
        insert(
                "insert into member_snapshot (id, display_name, availability, version) values (?, ?, cast(? as jsonb), 1)",
                id,
                name,
                """
                {"factor": 1.0, "workingPatterns":
                 [{"validFrom": "2020-01-01", "minutes": [480, 480, 480, 480, 480, 0, 0]}], "absences": []}""");
        insert(
                "insert into team_membership (team_id, member_id, share_percent, from_day, to_day)"
                        + " values (?, ?, 100, date '2020-01-01', null)",
                teamId,
                id);
        return id;
    }

    public void learns(UUID memberId, UUID skillId, int level) {
        insert(
                "update member_snapshot set skills = cast(? as jsonb) where id = ?",
                "[{\"skillId\": \"%s\", \"level\": %d}]".formatted(skillId, level),
                memberId);
    }

    public void load(UUID memberId, YearWeek week, int loadMinutes, int capacityMinutes) {
        insert(
                "insert into member_week (member_id, week, load_minutes, capacity_minutes, version)"
                        + " values (?, ?, ?, ?, 1)",
                memberId,
                week.toString(),
                loadMinutes,
                capacityMinutes);
    }

    /** allocation-service told that the week became too full, or is so no longer. */
    public void overload(UUID memberId, YearWeek week, UUID taskId, boolean resolved) {
        insert(
                "insert into overload (member_id, week, task_ids, resolved, version) values (?, ?, array[?], ?, 1)"
                        + " on conflict (member_id, week) do update set resolved = excluded.resolved",
                memberId,
                week.toString(),
                taskId,
                resolved);
    }

    /** Of 2400 minutes a week, without those of that day. */
    public void isAway(UUID memberId, LocalDate day) {
        insert(
                "update member_snapshot set availability = jsonb_set(availability, '{absences}', cast(? as jsonb))"
                        + " where id = ?",
                "[{\"from\": \"%s\", \"to\": \"%s\", \"share\": 1.0}]".formatted(day, day),
                memberId);
    }

    /** With a key result that has come to so many of 100. */
    public UUID goalWithKeyResult(YearWeek from, YearWeek to, int current) {
        var id = goal(from, to);
        insert(
                "update goal_snapshot set key_results = cast(? as jsonb) where id = ?",
                "[{\"keyResultId\": \"%s\", \"baseline\": 0, \"target\": 100, \"current\": %d}]"
                        .formatted(UUID.randomUUID(), current),
                id);
        return id;
    }

    public UUID goal(YearWeek from, YearWeek to) {
        var id = UUID.randomUUID();
        insert(
                "insert into goal_snapshot (id, team_id, title, from_day, to_day, weight, key_results, version)"
                        + " values (?, ?, 'Win the north', ?, ?, 1, cast('[]' as jsonb), 1)",
                id,
                teamId,
                Weeks.monday(from),
                Weeks.sunday(to));
        return id;
    }

    /** A task with one role of the same id. */
    public UUID task(UUID goalId, LocalDate dueDate, Instant completedAt, int effortMinutes) {
        var id = UUID.randomUUID();
        insert(
                "insert into task_snapshot (id, team_id, goal_id, title, contribution_weight, due_date, status, roles,"
                        + " created_at, started_at, completed_at, version)"
                        + " values (?, ?, ?, 'Write the flyer', 1, ?, ?, cast(? as jsonb), ?, null, ?, 1)",
                id,
                teamId,
                goalId,
                dueDate,
                completedAt == null ? "OPEN" : "COMPLETED",
                "[{\"roleId\": \"%s\", \"effortMinutes\": %d, \"completed\": %s, \"completedAt\": %s, \"skills\": []}]"
                        .formatted(
                                id,
                                effortMinutes,
                                completedAt != null,
                                completedAt == null ? "null" : '"' + completedAt.toString() + '"'),
                Timestamp.from(dueDate.atStartOfDay(ZoneOffset.UTC).toInstant()),
                completedAt == null ? null : Timestamp.from(completedAt));
        return id;
    }

    /** An open task without mandatory skills whose role, of the same id, stands for the member in that week. */
    public UUID assigned(UUID memberId, YearWeek week, int minutes) {
        var id = task(null, Weeks.sunday(week), null, minutes);
        insert(
                "insert into task_division (task_id, team_id, assignments, version) values (?, ?, cast(? as jsonb), 1)",
                id,
                teamId,
                """
                [{"assignmentId": "%s", "roleId": "%s", "memberId": "%s", "fit": 1.0, "standing": true,
                  "weeks": [{"week": "%s", "minutes": %d}]}]""".formatted(UUID.randomUUID(), id, memberId, week, minutes));
        return id;
    }

    /** An open task that nobody has, whose role, of the same id, asks for the skill at level 3. */
    public UUID asking(UUID skillId, LocalDate dueDate, int effortMinutes) {
        var id = task(null, dueDate, null, effortMinutes);
        insert(
                "update task_snapshot set roles = cast(? as jsonb) where id = ?",
                """
                [{"roleId": "%s", "effortMinutes": %d, "completed": false,
                  "skills": [{"skillId": "%s", "minLevel": 3, "mandatory": true}]}]""".formatted(id, effortMinutes, skillId),
                id);
        return id;
    }

    /** Another department with one member who holds the skill at that level; leftOn: null while there. */
    public UUID departmentThatHolds(UUID skillId, int level, LocalDate leftOn) {
        var department = UUID.randomUUID();
        insert("insert into department_snapshot (id, name, version) values (?, 'Sales', 1)", department);
        insert(
                "insert into member_snapshot (id, display_name, department_id, availability, skills, version)"
                        + " values (?, 'Sam', ?, cast(? as jsonb), cast(? as jsonb), 1)",
                UUID.randomUUID(),
                department,
                "{\"factor\": 1.0, \"leftOn\": %s}".formatted(leftOn == null ? null : "\"" + leftOn + "\""),
                "[{\"skillId\": \"%s\", \"level\": %d}]".formatted(skillId, level));
        return department;
    }

    /** The team lacks time of those who hold a skill at level 3 in that week. */
    public UUID skillGap(YearWeek week, int holders) {
        var skill = UUID.randomUUID();
        insert("insert into skill_snapshot (id, name, version) values (?, 'Copywriting', 1)", skill);
        insert(
                "insert into skill_gap (team_id, version, skill_id, min_level, from_week, weeks, holders)"
                        + " values (?, 1, ?, 3, ?, 4, ?)",
                teamId,
                skill,
                week.toString(),
                holders);
        return skill;
    }

    /** What the member said of the week while it ran. */
    public void pulse(UUID memberId, YearWeek week, int load, int fit, int clarity, String comment) {
        insert(
                "insert into pulse (id, team_id, member_id, week, load, fit, clarity, comment, given_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, now())",
                UUID.randomUUID(),
                teamId,
                memberId,
                week.toString(),
                load,
                fit,
                clarity,
                comment);
    }

    public void work(UUID taskId, UUID memberId, LocalDate day, int minutes) {
        work(taskId, memberId, null, day, minutes);
    }

    public void work(UUID taskId, UUID memberId, UUID goalId, LocalDate day, int minutes) {
        insert(
                "insert into work_log (id, task_id, role_id, member_id, team_id, goal_id, day, minutes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                taskId,
                taskId,
                memberId,
                teamId,
                goalId,
                day,
                minutes);
    }

    /** One member carries five times the load of the other, in each of the weeks: unbalanced, and one week overloaded. */
    public void unbalancedLoad(YearWeek from, YearWeek to) {
        var anna = member("Anna");
        var ben = member("Ben");
        for (var week : Weeks.range(from, Weeks.between(from, to) + 1)) {
            load(anna, week, 2500, 2400);
            load(ben, week, 500, 2400);
        }
    }

    /** How many reviews the team has. */
    public long reviewCount() {
        try (var connection = dataSource().getConnection();
                var select = connection.prepareStatement("select count(*) from review where team_id = ?")) {
            select.setObject(1, teamId);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(String sql, Object... values) {
        try (var connection = dataSource().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource dataSource() {
        return Arc.container().instance(DataSource.class).get();
    }
}
