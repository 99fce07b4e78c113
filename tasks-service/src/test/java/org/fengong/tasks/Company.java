package org.fengong.tasks;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengong.platform.testing.TestTokens;

/**
 * The shortest ways to the things that a test needs but is not about: goals and tasks by the public API, teams, skills
 * and departments where the consumer would have put them.
 */
public final class Company {
    public static final String GOALS = "/api/v1/goals";
    public static final String TASKS = "/api/v1/tasks";
    public static final String TEMPLATES = "/api/v1/templates";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A team of a lead and two members. */
    public record Team(UUID id, UUID leadId, UUID memberId, UUID colleagueId) {}

    /** Something that exists, as it was when it was last answered. */
    public record Thing(UUID id, String etag, Response answer) {
        public static Thing of(Response answer) {
            return new Thing(UUID.fromString(answer.path("id")), answer.header("ETag"), answer);
        }

        public String key() {
            return answer.path("key");
        }

        public UUID roleId(int index) {
            return UUID.fromString(answer.path("roles[%d].roleId".formatted(index)));
        }

        public UUID keyResultId(int index) {
            return UUID.fromString(answer.path("keyResults[%d].keyResultId".formatted(index)));
        }
    }

    private Company() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static RequestSpecification admin() {
        return as(TestTokens.admin());
    }

    public static RequestSpecification lead(Team team) {
        return as(TestTokens.lead(team.leadId()));
    }

    public static RequestSpecification member(UUID memberId) {
        return as(TestTokens.member(memberId));
    }

    /** Unlike any other of this run. */
    public static String newKey() {
        return "k-" + UUID.randomUUID();
    }

    public static Team team() {
        return team("Europe/Lisbon");
    }

    public static Team team(String timeZone) {
        return team(timeZone, newKey());
    }

    public static Team team(String timeZone, String key) {
        var team = new Team(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        execute(
                "insert into team_snapshot (id, key, lead_id, time_zone, active, members, version)"
                        + " values (?, ?, ?, ?, true, cast(? as jsonb), 1)",
                team.id(),
                key,
                team.leadId(),
                timeZone,
                """
                [{"memberId": "%s", "sharePercent": 100, "from": "2020-01-01"},
                 {"memberId": "%s", "sharePercent": 50, "from": "2020-01-01"}]""".formatted(team.memberId(), team.colleagueId()));
        return team;
    }

    public static void close(Team team) {
        execute("update team_snapshot set active = false where id = ?", team.id());
    }

    /** A key by which tables may name the member. */
    public static String memberKey(UUID memberId) {
        var key = newKey();
        execute("insert into member_snapshot (id, key, version) values (?, ?, 1)", memberId, key);
        return key;
    }

    public static UUID skill(String field) {
        return skill(newKey(), field);
    }

    public static UUID skill(String key, String field) {
        var id = UUID.randomUUID();
        execute("insert into skill_snapshot (id, key, field, version) values (?, ?, ?, 1)", id, key, field);
        return id;
    }

    public static UUID department() {
        return department(newKey());
    }

    public static UUID department(String key) {
        var id = UUID.randomUUID();
        execute("insert into department_snapshot (id, key, version) values (?, ?, 1)", id, key);
        return id;
    }

    /** A goal with two key results. */
    public static Thing goal(Team team) {
        return created(lead(team).body(goalBody(team, "{}")).post(GOALS));
    }

    /** @param more JSON object whose fields replace or join those of the usual goal */
    public static String goalBody(Team team, String more) {
        return object("""
                {"teamId": "%s", "key": "%s", "title": "More sign-ups", "from": "2026-10-01", "to": "2026-12-31",
                 "keyResults": [
                  {"title": "Sign-ups a week", "unit": "sign-ups", "baseline": 120, "target": 200},
                  {"title": "Cost of one", "unit": "EUR", "baseline": 30.5, "target": 20}]}""".formatted(team.id(), newKey())).setAll(object(more)).toString();
    }

    /** An open task of two roles that anybody may have, 600 and 300 minutes. */
    public static Thing task(Team team) {
        return task(team, "{}");
    }

    /** @param more JSON object whose fields replace or join those of the usual task */
    public static Thing task(Team team, String more) {
        return created(lead(team).body(taskBody(team, more)).post(TASKS));
    }

    /** As {@link #task(Team, String)}. */
    public static String taskBody(Team team, String more) {
        return object("""
                {"teamId": "%s", "key": "%s", "title": "Write the launch blog", "importance": 3, "dueDate": "2040-06-29",
                 "roles": [{"name": "Author", "effortMinutes": 600}, {"name": "Editor", "effortMinutes": 300}]}""".formatted(team.id(), newKey())).setAll(object(more)).toString();
    }

    public static Thing readTask(Thing task) {
        return read(TASKS, task);
    }

    public static Thing readGoal(Thing goal) {
        return read(GOALS, goal);
    }

    /** A merge patch of the task or goal by the team's lead, who has read it. */
    public static Response patch(Team team, Thing read, String body) {
        return lead(team)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", read.etag())
                .body(body)
                .patch((read.answer().path("roles") == null ? GOALS : TASKS) + "/" + read.id());
    }

    public static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Thing read(String path, Thing thing) {
        var answer = admin().get(path + "/" + thing.id());
        answer.then().statusCode(200);
        return Thing.of(answer);
    }

    private static Thing created(Response answer) {
        answer.then().statusCode(201);
        return Thing.of(answer);
    }

    private static void execute(String sql, Object... values) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
