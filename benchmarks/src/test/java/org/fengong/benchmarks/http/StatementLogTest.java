package org.fengong.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementLogTest {
    @Test
    void readsStatementsWithParametersByBackendOfTheDatabase() {
        String log = """
                <11|tasks> LOG:  statement:\s
                <11|tasks> LOG:  statement: BEGIN
                <12|tasks> LOG:  execute S_1: select 1
                <11|tasks> LOG:  execute S_7: insert into task (id, title, note)
                \tvalues ($1, $2, $3)
                <11|tasks> DETAIL:  parameters: $1 = '7', $2 = 'It''s, $3 = new', $3 = NULL
                <13|members> LOG:  execute <unnamed>: select 2
                <14|> LOG:  received SIGHUP, reloading configuration files
                <11|tasks> LOG:  execute S_2: COMMIT
                """;

        Map<Long, List<Statement>> read = StatementLog.read(log, "tasks");

        assertThat(read)
                .containsOnlyKeys(11L, 12L)
                .containsEntry(12L, List.of(new Statement("select 1", List.of())))
                .containsEntry(
                        11L,
                        List.of(
                                new Statement("BEGIN", List.of()),
                                new Statement(
                                        "insert into task (id, title, note)\nvalues ($1, $2, $3)",
                                        Arrays.asList("7", "It's, $3 = new", null)),
                                new Statement("COMMIT", List.of())));
    }
}
