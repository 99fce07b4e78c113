package org.fengong.tasks.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.as;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.tasks.Company;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say of a task, and who is told of it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class CommentResourceTest {
    private static final String COMMENTS = TASKS + "/{id}/comments";
    private static final String ADDED = "fengong.tasks.comment-added.v1";

    private Company.Team team;
    private Company.Thing task;

    @BeforeEach
    void aTask() {
        team = team();
        task = task(team);
    }

    private Response comment(RequestSpecification who, String body) {
        return who.body(body).post(COMMENTS, task.id());
    }

    private Company.Thing commented() {
        return Company.Thing.of(comment(member(team.memberId()), "{\"body\": \"Which claim?\"}"));
    }

    private Response list() {
        return lead(team).get(COMMENTS, task.id());
    }

    private List<OutboxRows.Row> events() {
        return OutboxRows.of(task.id()).stream()
                .filter(row -> row.type().equals(ADDED))
                .toList();
    }

    @Test
    void keepsTheWordsAsTheyAreAndTellsWhoIsMentioned() {
        var words = "**Which** claim? <b>&amp;</b> 哪個口號";
        comment(
                        member(team.memberId()),
                        "{\"body\": \"%s\", \"mentions\": [\"%s\", \"%s\"]}"
                                .formatted(words, team.colleagueId(), team.colleagueId()))
                .then()
                .statusCode(201)
                .header("Location", containsString("/comments/"))
                .header("ETag", notNullValue())
                .body("body", equalTo(words))
                .body("author", equalTo(team.memberId().toString()))
                .body("mentions", contains(team.colleagueId().toString()))
                .body("$", not(hasKey("editedAt")));

        list().then().statusCode(200).body("items.body", contains(words));
        assertThat(events()).hasSize(1);
        var event = events().get(0).data();
        EventContracts.assertFits(ADDED, event);
        assertThat(event.at("/mentions/0").asText())
                .isEqualTo(team.colleagueId().toString());
        assertThat(event.toString()).doesNotContain("claim");
    }

    @Test
    void listsTheOldestFirstAndThoseAboutOneAssignmentOrRequest() {
        var assignment = UUID.randomUUID();
        var request = UUID.randomUUID();
        comment(lead(team), "{\"body\": \"one\"}");
        comment(lead(team), "{\"body\": \"two\", \"assignmentId\": \"%s\"}".formatted(assignment));
        comment(lead(team), "{\"body\": \"three\", \"requestId\": \"%s\"}".formatted(request));

        var page = lead(team).queryParam("limit", 2).get(COMMENTS, task.id());
        page.then().body("items.body", contains("one", "two")).body("next", notNullValue());
        lead(team)
                .queryParam("limit", 2)
                .queryParam("cursor", page.<String>path("next"))
                .get(COMMENTS, task.id())
                .then()
                .body("items.body", contains("three"));
        lead(team)
                .queryParam("assignmentId", assignment)
                .get(COMMENTS, task.id())
                .then()
                .body("items.body", contains("two"));
        lead(team)
                .queryParam("requestId", request)
                .get(COMMENTS, task.id())
                .then()
                .body("items.body", contains("three"));
    }

    @Test
    void isWrittenOnceForOneIdempotencyKey() {
        for (int i = 0; i < 2; i++) {
            comment(member(team.memberId()).header("Idempotency-Key", "again-" + task.id()), "{\"body\": \"once\"}")
                    .then()
                    .statusCode(201);
        }

        list().then().body("items", hasSize(1));
        assertThat(events()).hasSize(1);
    }

    @Test
    void isChangedByItsAuthorOnly() {
        var comment = commented();
        member(team.colleagueId())
                .get(COMMENTS + "/{comment}", task.id(), comment.id())
                .then()
                .statusCode(200)
                .header("ETag", comment.etag())
                .body("body", is("Which claim?"));

        assertRefused(403, "comment-of-somebody-else", () -> edit(lead(team), comment, "Mine."));
        edit(member(team.memberId()), comment, "Which claim, and when?")
                .then()
                .statusCode(200)
                .body("body", is("Which claim, and when?"))
                .body("editedAt", notNullValue())
                .body("version", is(2));
        assertRefused(412, "stale-version", () -> edit(member(team.memberId()), comment, "Late."));
        assertRefused(
                428,
                "if-match-required",
                () -> member(team.memberId())
                        .body("{\"body\": \"x\"}")
                        .put(COMMENTS + "/{comment}", task.id(), comment.id()));
    }

    @Test
    void isRemovedByItsAuthorOrTheLead() {
        var first = commented();
        var second = commented();

        assertRefused(403, "comment-of-somebody-else", () -> remove(member(team.colleagueId()), first));
        remove(member(team.memberId()), first).then().statusCode(204);
        remove(lead(team), second).then().statusCode(204);

        list().then().body("items", empty());
        assertRefused(404, "comment-not-found", () -> remove(lead(team), first));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                    | body
            {"body": "  "}                        | body
            {"body": "x", "colour": "red"}        | colour
            {"body": "x", "mentions": ["ann"]}    | mentions[0]
            {"body": "x", "mentions": [null]}     | mentions[0]
            """)
    void refusesWhatIsMalformed(String body, String field) {
        assertRefused(400, "invalid-request", field, () -> comment(lead(team), body));
        list().then().body("items", empty());
    }

    @Test
    void refusesAMentionOfSomebodyOutsideTheTeam() {
        assertRefused(
                422,
                "not-in-team",
                "mentions[1]",
                () -> comment(
                        lead(team),
                        "{\"body\": \"x\", \"mentions\": [\"%s\", \"%s\"]}"
                                .formatted(team.memberId(), UUID.randomUUID())));
        list().then().body("items", empty());
    }

    @Test
    void isForThoseWhoMayReadTheTask() {
        var comment = commented();
        var stranger = team().memberId();

        assertRefused(404, "task-not-found", () -> comment(member(stranger), "{\"body\": \"x\"}"));
        assertRefused(404, "task-not-found", () -> member(stranger).get(COMMENTS, task.id()));
        assertRefused(404, "task-not-found", () -> remove(member(UUID.randomUUID()), comment));
        assertRefused(
                404,
                "comment-not-found",
                () -> remove(lead(team), new Company.Thing(UUID.randomUUID(), comment.etag(), comment.answer())));
        as(TestTokens.viewer()).get(COMMENTS, task.id()).then().statusCode(200).body("items", hasSize(1));
        assertRefused(403, "forbidden", () -> comment(as(TestTokens.viewer()), "{\"body\": \"x\"}"));
    }

    private Response edit(RequestSpecification who, Company.Thing comment, String body) {
        return who.header("If-Match", comment.etag())
                .body("{\"body\": \"%s\"}".formatted(body))
                .put(COMMENTS + "/{comment}", task.id(), comment.id());
    }

    private Response remove(RequestSpecification who, Company.Thing comment) {
        return who.header("If-Match", comment.etag()).delete(COMMENTS + "/{comment}", task.id(), comment.id());
    }
}
