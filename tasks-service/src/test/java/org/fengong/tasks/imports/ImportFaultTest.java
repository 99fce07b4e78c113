package org.fengong.tasks.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.team;
import static org.fengong.tasks.imports.Importing.IMPORTS;
import static org.fengong.tasks.imports.Importing.id;
import static org.fengong.tasks.imports.Importing.over;
import static org.fengong.tasks.imports.Importing.start;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.tasks.Company;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that breaks off in the middle of a chunk, as one does whose replica is killed: the database takes no 25th task. */
@QuarkusTest
@TestProfile(ImportFaultTest.SmallChunks.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class ImportFaultTest {
    public static class SmallChunks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.imports.chunk", "10");
        }
    }

    @Inject
    DataSource dataSource;

    private String teamKey;
    private Company.Team team;

    @BeforeEach
    void breakTheDatabase() {
        teamKey = newKey();
        team = team("Europe/Lisbon", teamKey);
        execute("""
                create function break_off() returns trigger language plpgsql as $$
                begin
                    if new.key = 't-25' then
                        raise exception 'broken off' using errcode = '40001';
                    end if;
                    return new;
                end $$""");
        execute("create trigger break_off before insert on task for each row execute function break_off()");
    }

    @AfterEach
    void mendTheDatabase() {
        execute("drop function if exists break_off() cascade");
    }

    private void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rows() {
        return "team,key,title,importance,dueDate,dependsOn,role,effortMinutes\n"
                + IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> "%s,t-%d,Task,3,2040-06-29,%s,Author,60\n"
                                .formatted(teamKey, i, i == 1 ? "" : "t-" + (i - 1)))
                        .collect(Collectors.joining());
    }

    private static Response read(String id) {
        return admin().get(IMPORTS + "/" + id);
    }

    private List<String> storedIds() {
        return admin().queryParam("teamId", team.id())
                .queryParam("limit", 100)
                .get(TASKS)
                .path("items.id");
    }

    @Test
    void goesOnBehindTheLastWholeChunk() {
        var started = start(lead(team), "tasks", rows());
        var id = id(started);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> read(id).then().body("status", is("STORING")).body("rowsDone", is(20)));
        assertThat(storedIds()).hasSize(20);

        mendTheDatabase();

        over(started)
                .then()
                .body("status", is("COMPLETED"))
                .body("created", is(40))
                .body("rowsDone", is(40))
                .body("failure", nullValue());
        var ids = storedIds();
        assertThat(ids).hasSize(40);
        for (var task : ids) {
            assertThat(OutboxRows.of(UUID.fromString(task))).hasSize(1);
        }
    }

    @Test
    void whatWasStoredBeforeItIsCancelledStays() {
        var id = id(start(lead(team), "tasks", rows()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> read(id).<Integer>path("rowsDone") == 20 && "STORING".equals(read(id).path("status")));

        lead(team).post(IMPORTS + "/" + id + "/cancel").then().statusCode(200).body("status", is("CANCELLED"));

        mendTheDatabase();
        assertThat(storedIds()).hasSize(20);
        read(id).then().body("status", is("CANCELLED")).body("created", is(20));
    }
}
