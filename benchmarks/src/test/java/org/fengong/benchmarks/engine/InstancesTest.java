package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {
    /** 1 agent, 2 tasks: costs, weights, capacity. */
    private static final String GAP = "1 2  3 4  5 6  11";

    /** 1 task, 1 member, 2 weeks. */
    private static final String DOMAIN = "1 1 2  8 9 10 11  4 3 0 1 140 -1 -1 0  0  1 0 7";

    private static List<String> published() {
        return Instances.published();
    }

    private static String resource(String path) throws IOException {
        try (var stream = Instances.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsAnAssignmentProblem() {
        Instance instance = Instances.gap("tiny", GAP);

        assertThat(instance.weeks()).isEqualTo(1);
        assertThat(instance.members().get(0).capacity()).containsExactly(11);
        assertThat(instance.tasks().get(1).options()).containsExactly(new Instance.Option(0, 6, 4));
    }

    @Test
    void readsADepartment() {
        Instance instance = Instances.domain("tiny", DOMAIN);

        assertThat(instance.members().get(0).thresholds()).containsExactly(8, 9);
        assertThat(instance.members().get(0).capacity()).containsExactly(10, 11);
        Instance.Task task = instance.tasks().get(0);
        assertThat(task.priority()).isEqualTo(3);
        assertThat(task.due()).isEqualTo(1);
        assertThat(task.backlogCost()).isEqualTo(140);
        assertThat(task.options()).containsExactly(new Instance.Option(0, 4, 7));
    }

    @Test
    void tellsWhichNumberIsMissing() {
        assertThatThrownBy(() -> Instances.gap("tiny", "1 2  3 4  5 6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiny ends before its number 7.");
        assertThatThrownBy(() -> Instances.domain("tiny", DOMAIN.substring(0, DOMAIN.length() - 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiny ends before its number 19.");
    }

    @Test
    void tellsHowManyNumbersAreTooMany() {
        assertThatThrownBy(() -> Instances.gap("tiny", GAP + " 1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiny has 2 numbers too many.");
        assertThatThrownBy(() -> Instances.domain("tiny", DOMAIN + " 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiny has 1 numbers too many.");
    }

    @Test
    void tellsWhichWordIsNoNumber() {
        assertThatThrownBy(() -> Instances.gap("tiny", "1 2  3 four"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiny has \"four\" for its number 4.");
    }

    @ParameterizedTest
    @CsvSource({"x05100, gap/x05100", "M-41, domain/M-41.txt.gz", "M-u70-1, domain/M-u70-1.txt.gz"})
    void tellsThatThereIsNoSuchInstance(String name, String file) {
        assertThat(Instances.knows(name)).isFalse();
        assertThatThrownBy(() -> Instances.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no instance " + file + ".");
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedFilesHaveTheSizesOfTheirTable(String name) throws IOException {
        String[] row = resource("gap/best-known.csv")
                .lines()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow()
                .split(",");

        Instance instance = Instances.named(name);

        assertThat(instance.tasks()).hasSize(Integer.parseInt(row[1]));
        assertThat(instance.members()).hasSize(Integer.parseInt(row[2]));
        assertThat(instance.bestBound()).isPositive().isLessThanOrEqualTo(instance.bestValue());
    }

    @Test
    void departmentsHaveTheSizesOfTheirReadme() throws IOException {
        List<MatchResult> sizes = Pattern.compile("(S|M|L|XL) ([\\d,]+)×([\\d,]+)×(\\d)")
                .matcher(resource("domain/README.md"))
                .results()
                .toList();
        List<String> told = new ArrayList<>();
        for (MatchResult size : sizes) {
            for (String seed : List.of("-42", "-43")) {
                told.add(size.group(1) + seed + " " + size.group(2).replace(",", "") + " "
                        + size.group(3).replace(",", "") + " " + size.group(4));
            }
        }

        List<String> read = Instances.domains().stream()
                .map(Instances::named)
                .map(instance -> instance.name() + " " + instance.tasks().size() + " "
                        + instance.members().size() + " " + instance.weeks())
                .toList();

        assertThat(read).hasSize(8).containsExactlyElementsOf(told);
    }
}
