package org.fengong.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";

    @Test
    void drawsIdsAndKeysAnewAndTheSameWhereverTheyStand() {
        Script script = Script.of(call(FIRST, "bench-1"), call(SECOND, "bench-2"), "bench-");

        String id = "('00000000-0000-7000-8000-' || lpad(to_hex(:r1::bigint), 12, '0'))::uuid";
        assertThat(script.text()).isEqualTo("""
                        \\set r1 random(1, 140737488355328)
                        \\set r2 random(1, 140737488355328)
                        insert into task values (%s, 'bench-' || (:r2::bigint)::text, :p1, NULL);
                        insert into outbox values (%s, :p2);
                        """.formatted(id, id));
        assertThat(script.constants()).isEqualTo(Map.of("p1", "Write it", "p2", "told of " + FIRST));
    }

    @Test
    void refusesCallsThatHaveRunDifferentStatements() {
        List<Statement> other = List.of(new Statement("select 1", List.of()));

        assertThatThrownBy(() -> Script.of(other, call(FIRST, "bench-1"), "bench-"))
                .hasMessage("The two calls have run different statements.");
    }

    private static List<Statement> call(String id, String key) {
        return List.of(
                new Statement("insert into task values ($1, $2, $3, $4)", Arrays.asList(id, key, "Write it", null)),
                new Statement("insert into outbox values ($1, $2)", List.of(id, "told of " + id)));
    }
}
