package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.tasks.Company.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S3: labels, campaign, links and checklist of a task, and how it is found again. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskNotesTest {
    private static List<String> found(Team team, String parameter, String value) {
        var answer = lead(team)
                .queryParam("teamId", team.id())
                .queryParam("sort", "key")
                .queryParam(parameter, value)
                .get(TASKS);
        answer.then().statusCode(200);
        return answer.path("items.key");
    }

    @Test
    void keepsWhatIsNotedAndForgetsItByPatch() {
        var team = team();
        var task = task(team, """
                {"labels": [" 市场 ", "press", "press"], "campaign": "Atlas launch", "description": "# Plan",
                 "links": [{"url": "https://wiki.example.com/atlas?x=1#y", "title": "Wiki"}],
                 "checklist": [{"text": "Ask sales"}, {"text": "Write"}]}""");

        readTask(task)
                .answer()
                .then()
                .body("labels", contains("市场", "press"))
                .body("campaign", equalTo("Atlas launch"))
                .body("description", equalTo("# Plan"))
                .body("links.url", contains("https://wiki.example.com/atlas?x=1#y"))
                .body("checklist.text", contains("Ask sales", "Write"))
                .body("checklist.done", contains(false, false));
        patch(team, task, "{\"labels\": null, \"campaign\": null, \"links\": [], \"checklist\": null}")
                .then()
                .statusCode(200)
                .body("labels", empty())
                .body("campaign", nullValue())
                .body("links", empty())
                .body("checklist", empty());
    }

    @Test
    void hasNothingNotedUnlessItIsSaid() {
        task(team())
                .answer()
                .then()
                .body("labels", empty())
                .body("links", empty())
                .body("checklist", empty());
    }

    @Test
    void isCheckedOffByWhoHasARoleAndKeepsItWhenItemsChange() {
        var team = team();
        var task = Assignments.assigned(team, task(team, "{\"checklist\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}"));
        String item = task.answer().path("checklist[0].itemId");
        var path = TASKS + "/" + task.id() + "/checklist/" + item;

        member(team.memberId())
                .post(path + "/check")
                .then()
                .statusCode(200)
                .body("checklist.done", contains(true, false))
                .body("checklist[0].doneBy", equalTo(team.memberId().toString()))
                .body("checklist[0].doneAt", notNullValue());
        var events = OutboxRows.of(task.id()).size();
        lead(team)
                .post(path + "/check")
                .then()
                .statusCode(200)
                .body("checklist[0].doneBy", equalTo(team.memberId().toString()));
        assertThat(OutboxRows.of(task.id())).hasSize(events);
        patch(team, readTask(task), """
                {"checklist": [{"text": "c"}, {"itemId": "%s", "text": "A"}]}""".formatted(item))
                .then()
                .statusCode(200)
                .body("checklist.text", contains("c", "A"))
                .body("checklist.done", contains(false, true));
        lead(team).post(path + "/uncheck").then().statusCode(200).body("checklist.done", contains(false, false));
    }

    @Test
    void isCheckedOffByNobodyElse() {
        var team = team();
        var task = task(team, "{\"checklist\": [{\"text\": \"a\"}]}");
        var list = TASKS + "/" + task.id() + "/checklist/";
        var path = list + task.answer().path("checklist[0].itemId") + "/check";
        var stranger = team();

        assertRefused(403, "not-team-lead", () -> member(team.memberId()).post(path));
        assertRefused(404, "task-not-found", () -> lead(stranger).post(path));
        assertRefused(404, "checklist-item-not-found", () -> lead(team).post(list + UUID.randomUUID() + "/uncheck"));
        assertRefused(
                422,
                "unknown-checklist-item",
                "checklist[0].itemId",
                () -> patch(
                        team,
                        task,
                        "{\"checklist\": [{\"itemId\": \"%s\", \"text\": \"a\"}]}".formatted(UUID.randomUUID())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com/a",
                "//example.com",
                "https://",
                "https://safe.example@evil.example/",
                "https://example.com/a b",
                "https://example.com/<script>",
                "HTTPS",
                "",
            })
    void linksToTheWebAlone(String url) {
        var team = team();

        assertRefused(
                400,
                "invalid-request",
                "links[0].url",
                () -> lead(team)
                        .body(taskBody(team, "{\"links\": [{\"url\": \"%s\", \"title\": \"a\"}]}".formatted(url)))
                        .post(TASKS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"labels\": [\" \"]}                     | labels[0]",
                "{\"labels\": [null]}                      | labels[0]",
                "{\"labels\": [\"a;b\"]}                   | labels[0]",
                "{\"labels\": \"press\"}                   | labels",
                "{\"campaign\": \"  \"}                    | campaign",
                "{\"links\": [{\"url\": \"https://a.b\"}]} | links[0].title",
                "{\"checklist\": [{\"text\": \"\"}]}       | checklist[0].text",
                "{\"checklist\": [{\"text\": \"a\", \"done\": true}]} | checklist[0].done",
            })
    void refusesWhatIsNoNote(String more, String field) {
        var team = team();

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> lead(team).body(taskBody(team, more)).post(TASKS));
    }

    @Test
    void refusesLabelsThatAreTooManyOrTooLong() {
        var team = team();

        for (var labels : List.of("[" + "\"a\",".repeat(20) + "\"a\"]", "[\"" + "a".repeat(41) + "\"]")) {
            assertRefused(
                    400,
                    "invalid-request",
                    () -> lead(team)
                            .body(taskBody(team, "{\"labels\": %s}".formatted(labels)))
                            .post(TASKS));
        }
    }

    @Test
    void isFoundByLabelCampaignAndWordsOfEachLanguage() {
        var team = team();
        task(team, "{\"key\": \"a\", \"title\": \"新品发布准备\", \"campaign\": \"Atlas\"}");
        task(team, "{\"key\": \"b\", \"title\": \"Write the Launch-Blog\", \"labels\": [\"市场\", \"press\"]}");
        task(team, "{\"key\": \"c\", \"title\": \"Für Zürich\", \"description\": \"**市场部** launches Atlas\"}");

        assertThat(found(team, "label", "市场")).containsExactly("b");
        assertThat(found(team, "label", "市")).isEmpty();
        assertThat(found(team, "campaign", "Atlas")).containsExactly("a");
        assertThat(found(team, "q", "市场")).containsExactly("b", "c");
        assertThat(found(team, "q", "市")).containsExactly("b", "c");
        assertThat(found(team, "q", "部")).containsExactly("c");
        assertThat(found(team, "q", "新品发布")).containsExactly("a");
        assertThat(found(team, "q", "发布会")).isEmpty();
        assertThat(found(team, "q", "LAUNCH")).containsExactly("b", "c");
        assertThat(found(team, "q", "launch 市场部")).containsExactly("c");
        assertThat(found(team, "q", "zür")).containsExactly("c");
        assertThat(found(team, "q", "blog' | !x:* & \\")).isEmpty();
        assertThat(found(team, "q", "blog' | &")).containsExactly("b");
        assertThat(found(team, "q", "!?")).isEmpty();
    }

    @Test
    void isFoundByTheWordsThatItHasNow() {
        var team = team();
        var task = task(team, "{\"key\": \"a\", \"title\": \"Brochure\"}");
        patch(team, task, "{\"title\": \"宣传册\"}").then().statusCode(200).body("version", is(2));

        assertThat(found(team, "q", "brochure")).isEmpty();
        assertThat(found(team, "q", "宣传")).containsExactly("a");
    }
}
