package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.system.Json.id;
import static org.fengong.system.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.localstack.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people send by mistake: each is refused with the status and type of the problem and the field that is wrong, and
 * leaves no row and no event anywhere.
 */
@ExtendWith(PackagedSuite.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final LocalDate DUE = LocalDate.of(2030, 5, 31);
    /** Counts the events that were ever written to the outbox, also those that are sent and gone. */
    private static final String EVENTS = "(select last_value from outbox_position)";

    private static final Map<Service, List<String>> TABLES = Map.of(
            Service.MEMBERS, List.of("department", "skill", "member", "team", "membership", EVENTS),
            Service.TASKS, List.of("goal", "task", "task_dependency", "work_log", EVENTS),
            Service.ALLOCATION, List.of("plan", "assignment", "assignment_week", "member_week", EVENTS),
            Service.REVIEW, List.of("review", "adjustment", "review_schedule", EVENTS));
    private PackagedSuite suite;
    private Team team;
    private Client lead;
    private UUID memberId;
    private JsonNode first;
    private JsonNode second;
    private Map<String, String> before;

    @BeforeAll
    void aTeamWithTwoTasks(PackagedSuite suite) {
        this.suite = suite;
        team = new Team(suite, "copywriting");
        memberId = team.register("Ana", 1, Map.of("copywriting", 3)).id();
        team.found();
        lead = team.leadAtTasks();
        first = lead.post("/tasks", task("first"));
        second = lead.post("/tasks", with(task("second"), "dependsOn", List.of(object("taskId", id(first)))));
    }

    @BeforeEach
    void countWhatIsThere() {
        before = everything();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anUnknownField() {
        refuse(lead.post("/tasks", with(task("third"), "priority", 1), key()), 400, "invalid-request", "priority");
    }

    @Test
    void aWrongType() {
        refuse(
                lead.post("/tasks", with(task("third"), "importance", "high"), key()),
                400,
                "invalid-request",
                "importance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"teamId\": ", "[]", "42", "\"task\"", "null", ""})
    void aBodyThatIsNoObject(String body) {
        refuse(lead.send("POST", "/tasks", body, Map.of()), 400, "invalid-request");
    }

    @Test
    void aMissingToken() {
        refuse(
                new Client(suite.address(Service.TASKS), null).post("/tasks", task("third"), key()),
                401,
                "unauthenticated");
    }

    @Test
    void aForgedToken() {
        var header = "eyJhbGciOiJub25lIn0";
        var claims = "eyJpc3MiOiJodHRwczovL2ZlbmdvbmcubG9jYWwiLCJhdWQiOiJmZW5nb25nIiwiZ3JvdXBzIjpbImFkbWluIl19";
        var forger = new Client(suite.address(Service.TASKS), header + "." + claims + ".");
        refuse(forger.post("/tasks", task("third"), key()), 401, "unauthenticated");
    }

    @Test
    void aTeamThatTheTokenDoesNotLead() {
        var stranger = suite.tasks("lead", UUID.randomUUID());
        refuse(stranger.post("/tasks", task("third"), key()), 422, "unknown-team", "teamId");
        refuse(stranger.send("GET", "/tasks/" + id(first), null, Map.of()), 404, "task-not-found");
    }

    @Test
    void aRoleThatMayNotDoThis() {
        refuse(
                suite.members("viewer", null).post("/departments", object("key", team.key("x"), "name", "X"), key()),
                403,
                "forbidden");
    }

    @Test
    void aStaleVersion() {
        refuse(lead.patch("/tasks/" + id(first), object("title", "Too late"), 99), 412, "stale-version");
        refuse(
                lead.send(
                        "PATCH",
                        "/tasks/" + id(first),
                        "{\"title\":\"No version\"}",
                        Map.of("Content-Type", "application/merge-patch+json")),
                428,
                "if-match-required");
    }

    @Test
    void aRepeatedKeyWithAnotherBody() {
        var key = key();
        var third = lead.post("/tasks", task("third"), key).ok();
        before = everything();

        refuse(lead.post("/tasks", task("fourth"), key), 422, "idempotency-key-reused", "Idempotency-Key");

        assertThat(lead.post("/tasks", task("third"), key).ok()).isEqualTo(third);
    }

    @Test
    void aDependencyCycle() {
        refuse(
                lead.patch(
                        "/tasks/" + id(first),
                        object("dependsOn", List.of(object("taskId", id(second)))),
                        first.path("version").asLong()),
                422,
                "dependency-cycle",
                "dependsOn");
    }

    @Test
    void aLevelOfSix() {
        var admin = suite.members("admin", null);
        refuse(
                admin.put(
                        "/members/" + memberId + "/skills/" + team.skillId("copywriting"),
                        object("level", 6),
                        versionOf(memberId)),
                400,
                "invalid-request",
                "level");
        var role = team.role("Author", 60, "copywriting", 6);
        refuse(
                lead.post("/tasks", with(task("third"), "roles", List.of(role)), key()),
                400,
                "invalid-request",
                "roles[0].skills[0].minLevel");
    }

    @Test
    void anAbsenceThatEndsBeforeItStarts() {
        refuse(
                suite.members("admin", null)
                        .post(
                                "/members/" + memberId + "/absences",
                                object("from", "2030-05-10", "to", "2030-05-09", "kind", "SICK"),
                                key()),
                422,
                "absence-ends-before-it-starts",
                "to");
    }

    @Test
    void aPlanForAnUnknownTeam() {
        refuse(
                team.leadAtAllocation()
                        .post("/plans", object("teamIds", List.of(UUID.randomUUID()), "weeks", 4), key()),
                422,
                "unknown-team",
                "teamIds");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aHorizonThatIsNone(int weeks) {
        refuse(
                team.leadAtAllocation().post("/plans", object("teamIds", List.of(team.id()), "weeks", weeks), key()),
                400,
                "invalid-request",
                "weeks");
    }

    @Test
    void aReviewOfTheFuture() {
        refuse(
                team.leadAtReview()
                        .post("/reviews", object("teamId", team.id(), "from", "2035-W01", "to", "2035-W04"), key()),
                422,
                "period-in-future",
                "to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks/no-uuid",
                "/tasks?limit=0",
                "/tasks?limit=1000",
                "/tasks?sort=shoeSize",
                "/tasks?colour=red",
                "/tasks?cursor=x"
            })
    void anAddressThatMeansNothing(String path) {
        var answer = lead.send("GET", path, null, Map.of());
        assertThat(answer.status()).as("%s", answer).isIn(400, 404);
        assertThat(answer.body().path("type").asText()).startsWith("urn:fengong:problem:");
    }

    private static void refuse(Answer answer, int status, String slug, String... fields) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.body().path("type").asText()).isEqualTo("urn:fengong:problem:" + slug);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("traceId").asText()).isNotEmpty();
        if (fields.length > 0) {
            assertThat(Json.each(answer.body().path("violations"))
                            .map(v -> v.path("field").asText()))
                    .containsExactly(fields);
        }
    }

    private Map<String, Object> task(String key) {
        return team.task(key, null, 1, DUE, List.of(team.role("Author", 60, "copywriting", 3)), List.of());
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        form.put(field, value);
        return form;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long versionOf(UUID member) {
        return suite.members("admin", null)
                .get("/members/" + member)
                .path("version")
                .asLong();
    }

    /** What the services hold and have told, of whomever. */
    private Map<String, String> everything() {
        var rows = new Rows(suite);
        var fingerprints = new HashMap<String, String>();
        TABLES.forEach((service, tables) ->
                tables.forEach(table -> fingerprints.put(service + " " + table, rows.fingerprint(service, table))));
        return fingerprints;
    }
}
