package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published table of docs/task-status.md is what a task does, cell by cell. */
class StatusRulesTest {
    private static final Path TABLE = Path.of("../docs/task-status.md");
    private static final UUID OWNER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static final Map<String, Consumer<Task>> COMMANDS = Map.of(
            "open", Task::open,
            "log work", task -> task.log(role(task), 60, NOW),
            "complete", task -> task.complete(NOW, false),
            "accept", task -> task.accept(NOW),
            "return", task -> task.giveBack(new ReturnRequest("The claim is missing.", null), NOW),
            "cancel", task -> task.cancel("No budget."),
            "reopen", Task::reopen,
            "block", task -> task.block("No pictures yet.", NOW));

    private static UUID role(Task task) {
        return task.roles().get(0).roleId();
    }

    private static Task in(TaskStatus status) {
        var form = new TaskForm(
                UUID.randomUUID(),
                "launch-blog",
                null,
                null,
                null,
                "Write the launch blog",
                null,
                null,
                3,
                null,
                LocalDate.of(2026, 12, 11),
                null,
                null,
                status == TaskStatus.DRAFT,
                List.of(new RoleForm(null, "Author", 600, null, null, null)),
                null,
                null,
                null,
                null,
                null);
        var task = Task.create(form, OWNER, NOW);
        switch (status) {
            case DRAFT, OPEN -> {}
            case ASSIGNED -> task.assign(1, Map.of(role(task), OWNER));
            case IN_PROGRESS -> task.log(role(task), 60, NOW);
            case COMPLETED -> task.complete(NOW, false);
            case CANCELLED -> task.cancel("No budget.");
        }
        assertThat(task.status()).isEqualTo(status);
        return task;
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    static Stream<Arguments> cells() throws IOException {
        var rows = rows();
        var header = rows.get(0);
        var cells = new ArrayList<Arguments>();
        for (var row : rows.subList(1, rows.size())) {
            for (int column = 1; column <= TaskStatus.values().length; column++) {
                cells.add(Arguments.of(row.get(0), TaskStatus.valueOf(header.get(column)), row.get(column)));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("cells")
    void doesWhatTheTableSays(String command, TaskStatus status, String follows) {
        var task = in(status);
        var effect = COMMANDS.get(command);

        if (follows.equals("–")) {
            assertThatThrownBy(() -> effect.accept(task)).isInstanceOf(TaskStatusException.class);
            assertThat(task.status()).isEqualTo(status);
        } else {
            effect.accept(task);
            assertThat(task.status()).isEqualTo(TaskStatus.valueOf(follows));
        }
    }

    @Test
    void isWhole() throws IOException {
        assertThat(rows().stream().skip(1).map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
        assertThat(rows().get(0).subList(1, 7))
                .containsExactly(
                        Arrays.stream(TaskStatus.values()).map(Enum::name).toArray(String[]::new));
    }
}
