package org.fengong.tasks.task;

import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.taskBody;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.UUID;
import org.fengong.platform.testing.LocalStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no task is refused with its field, whether a task is created or changed, and leaves nothing behind. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskInputTest {
    private static final String ROLE = "{\"roles\": [{\"name\": \"A\", %s}]}";
    private static final String SKILL =
            "{\"roles\": [{\"name\": \"A\", \"effortMinutes\": 60, \"skills\": [{\"skillId\": \"%s\", %s}]}]}";

    private static void assertNoTask(String more, String field) {
        var team = team();
        var task = task(team);

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> lead(team).body(taskBody(team, more)).post(TASKS));
        assertRefused(400, "invalid-request", field, () -> patch(team, task, more));

        lead(team).queryParam("teamId", team.id()).get(TASKS).then().body("items.version", contains(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\": \"red\"}                   | colour",
                "{\"teamId\": null}                      | teamId",
                "{\"teamId\": \"growth\"}                | teamId",
                "{\"key\": null}                         | key",
                "{\"key\": \"Launch Blog\"}              | key",
                "{\"key\": \"-blog\"}                    | key",
                "{\"key\": 7}                            | key",
                "{\"title\": \"  \"}                     | title",
                "{\"title\": \"no\\u0000thing\"}         | title",
                "{\"title\": {}}                         | title",
                "{\"description\": \"no\\u0000thing\"}   | description",
                "{\"ownerId\": \"me\"}                   | ownerId",
                "{\"goalId\": \"signups\"}               | goalId",
                "{\"keyResultId\": 7}                    | keyResultId",
                "{\"importance\": null}                  | importance",
                "{\"importance\": 0}                     | importance",
                "{\"importance\": 6}                     | importance",
                "{\"importance\": 2.5}                   | importance",
                "{\"importance\": \"3\"}                 | importance",
                "{\"contributionWeight\": 1.1}           | contributionWeight",
                "{\"contributionWeight\": -0.1}          | contributionWeight",
                "{\"contributionWeight\": 0.00001}       | contributionWeight",
                "{\"contributionWeight\": \"0.5\"}       | contributionWeight",
                "{\"dueDate\": null}                     | dueDate",
                "{\"dueDate\": \"2026-02-30\"}           | dueDate",
                "{\"dueDate\": \"11.12.2026\"}           | dueDate",
                "{\"dueDate\": \"2026-12-11T00:00:00Z\"} | dueDate",
                "{\"dueDate\": \"+999999999-12-31\"}     | dueDate",
                "{\"dueDate\": 20261211}                 | dueDate",
                "{\"dueDate\": [2026, 12, 11]}           | dueDate",
                "{\"earliestStart\": \"soon\"}           | earliestStart",
                "{\"together\": 1}                       | together",
                "{\"together\": \"true\"}                | together",
                "{\"allowSameMember\": \"no\"}           | allowSameMember",
                "{\"draft\": \"yes\"}                    | draft",
                "{\"roles\": null}                       | roles",
                "{\"roles\": []}                         | roles",
                "{\"roles\": {}}                         | roles",
                "{\"roles\": [null]}                     | roles[0]",
                "{\"roles\": [7]}                        | roles[0]",
                "{\"dependsOn\": [null]}                 | dependsOn[0]",
                "{\"dependsOn\": [{}]}                   | dependsOn[0].taskId",
                "{\"dependsOn\": [{\"taskId\": \"x\"}]}  | dependsOn[0].taskId",
            })
    void refusesWhatIsNoTask(String more, String field) {
        assertNoTask(more, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"effortMinutes\": 0                            | effortMinutes",
                "\"effortMinutes\": -60                          | effortMinutes",
                "\"effortMinutes\": 120001                       | effortMinutes",
                "\"effortMinutes\": 99999999999                  | effortMinutes",
                "\"effortMinutes\": 7.5                          | effortMinutes",
                "\"effortMinutes\": \"60\"                       | effortMinutes",
                "\"effortMinutes\": null                         | effortMinutes",
                "\"effortMinutes\": 60, \"spanWeeks\": 0         | spanWeeks",
                "\"effortMinutes\": 60, \"spanWeeks\": 27        | spanWeeks",
                "\"effortMinutes\": 60, \"departmentId\": \"x\"  | departmentId",
                "\"effortMinutes\": 60, \"roleId\": 1            | roleId",
                "\"effortMinutes\": 60, \"skills\": {}           | skills",
                "\"effortMinutes\": 60, \"skills\": [null]       | skills[0]",
                "\"effortMinutes\": 60, \"completed\": true      | completed",
            })
    void refusesWhatIsNoRole(String fields, String field) {

        assertNoTask(ROLE.formatted(fields), "roles[0]." + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minLevel\": 0, \"mandatory\": true                   | minLevel",
                "\"minLevel\": 6, \"mandatory\": true                   | minLevel",
                "\"minLevel\": \"3\", \"mandatory\": true               | minLevel",
                "\"mandatory\": true                                    | minLevel",
                "\"minLevel\": 3                                        | mandatory",
                "\"minLevel\": 3, \"mandatory\": 1                      | mandatory",
                "\"minLevel\": 3, \"mandatory\": true, \"weight\": 0    | weight",
                "\"minLevel\": 3, \"mandatory\": true, \"weight\": 11   | weight",
                "\"minLevel\": 3, \"mandatory\": true, \"level\": 3     | level",
            })
    void refusesWhatIsNoRequirement(String fields, String field) {
        assertNoTask(SKILL.formatted(UUID.randomUUID(), fields), "roles[0].skills[0]." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "27", "1.5", "\"1\""})
    void refusesALagOfMoreThanHalfAYearOrLessThanNone(String lagWeeks) {
        assertNoTask(
                "{\"dependsOn\": [{\"taskId\": \"%s\", \"lagWeeks\": %s}]}".formatted(UUID.randomUUID(), lagWeeks),
                "dependsOn[0].lagWeeks");
    }

    @ParameterizedTest
    @CsvSource({"title, 201", "key, 61", "description, 20001"})
    void refusesTextThatIsTooLong(String field, int length) {
        assertNoTask("{\"%s\": \"%s\"}".formatted(field, "a".repeat(length)), field);
    }

    @Test
    void refusesMoreRolesAndDependenciesThanATaskHolds() {
        var role = "{\"name\": \"A\", \"effortMinutes\": 1}";
        var dependency = "{\"taskId\": \"%s\"}".formatted(UUID.randomUUID());

        assertNoTask("{\"roles\": [%s]}".formatted(String.join(",", Collections.nCopies(21, role))), "roles");
        assertNoTask(
                "{\"dependsOn\": [%s]}".formatted(String.join(",", Collections.nCopies(51, dependency))), "dependsOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "\"blog\"", "{\"key\": \"a\", \"key\": \"b\"}", "{} {}"})
    void refusesABodyThatIsNoObject(String body) {
        assertRefused(400, "invalid-request", () -> lead(team()).body(body).post(TASKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null"})
    void refusesAPatchThatIsNoObject(String body) {
        var team = team();
        var task = task(team);

        assertRefused(400, "invalid-request", () -> patch(team, task, body));
    }
}
