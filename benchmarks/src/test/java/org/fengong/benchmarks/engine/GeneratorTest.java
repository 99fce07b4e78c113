package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.fengong.benchmarks.engine.Instance.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static List<String> names() {
        return Generator.names();
    }

    /** All that an instance holds, line by line: comparing so many objects with each other takes minutes. */
    private static List<String> lines(Instance instance) {
        return Stream.concat(
                        instance.members().stream()
                                .map(member ->
                                        Arrays.toString(member.capacity()) + Arrays.toString(member.thresholds())),
                        instance.tasks().stream()
                                .map(task -> task.toString()
                                                .replace(task.predecessors().toString(), "")
                                        + Arrays.toString(task.predecessors())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameNameGivesTheSameInstance(String name) {
        List<String> first = lines(Generator.instance(name));
        List<String> second = lines(Generator.instance(name));

        assertThat(second.equals(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M-u80-2", "M-u95-1"})
    void anotherNameGivesAnotherInstance(String other) {
        List<String> lines = lines(Generator.instance(other));

        assertThat(lines).isNotEqualTo(lines(Generator.instance("M-u80-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "S-u65-1, 5, 4, 0.65",
        "S-u95-2, 5, 4, 0.95",
        "M-u80-3, 20, 6, 0.80",
        "L-u65-1, 200, 6, 0.65",
        "L-u95-1, 200, 6, 0.95"
    })
    void theTasksFillTheCapacityAsTheNameSays(String name, int members, int weeks, double utilisation) {
        Instance instance = Generator.instance(name);

        int capacity = instance.members().stream()
                .flatMapToInt(member -> IntStream.of(member.capacity()))
                .sum();
        int hours = instance.tasks().stream()
                .mapToInt(task -> task.options().get(0).effort())
                .sum();
        assertThat(instance.members()).hasSize(members);
        assertThat(instance.weeks()).isEqualTo(weeks);
        assertThat((double) hours / capacity).isCloseTo(utilisation, Offset.offset(0.002));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTaskHasSomebodyAndTimeAndStartsAfterEarlierOnes(String name) {
        Instance instance = Generator.instance(name);

        for (int t = 0; t < instance.tasks().size(); t++) {
            Task task = instance.tasks().get(t);
            int number = t;
            assertThat(task.options()).hasSizeBetween(1, 30);
            assertThat(task.earliest()).isBetween(0, task.due());
            assertThat(task.due()).isLessThan(instance.weeks());
            assertThat(IntStream.of(task.predecessors())).allMatch(before -> before < number);
            if (task.previousMember() >= 0) {
                assertThat(task.optionOf(task.previousMember())).isNotNull();
            }
        }
        assertThat(instance.tasks()).anyMatch(task -> task.predecessors().length > 0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void thePinnedTasksAloneAreAPlan(String name) {
        Instance instance = Generator.instance(name);
        var plan = new Plan(
                instance.tasks().stream()
                        .mapToInt(task -> task.pinned() ? task.previousMember() : -1)
                        .toArray(),
                instance.tasks().stream()
                        .mapToInt(task -> task.pinned() ? task.previousWeek() : -1)
                        .toArray());

        assertThat(Evaluator.cost(instance, plan)).isPositive();
    }
}
