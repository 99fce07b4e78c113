package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimefoldYardstickTest {
    /** Far beyond what these runs take: moves end them, not time. */
    private static final Duration CEILING = Duration.ofMinutes(5);

    private static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    private static Run run(Instance instance, long moves) {
        return Run.of(new TimefoldYardstick(moves), instance, 1, CEILING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itsPlanOfATinyDepartmentIsSoundAndNoneIsBetterThanTheBest(long seed) {
        Instance instance = TinyInstances.department(seed);

        Run run = run(instance, 20_000);

        assertThat(run.fault()).isNull();
        assertThat(run.value()).isGreaterThanOrEqualTo(TinyInstances.best(instance));
        assertThat(run.steps()).isPositive();
    }

    @Test
    void itFindsTheBestPlansOfMostTinyDepartments() {
        long best = seeds().mapToObj(TinyInstances::department)
                .filter(instance -> run(instance, 20_000).value() == TinyInstances.best(instance))
                .count();

        assertThat(best).isGreaterThan(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "M-42", "c05100", "d05100"})
    void itsCurveFallsToAValueThatTheEvaluatorConfirms(String name) {
        Run run = run(Instances.named(name), 200_000);

        List<Long> values = run.curve().stream().map(Curve.Point::value).toList();
        assertThat(run.fault()).isNull();
        assertThat(values)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .endsWith(run.value());
        assertThat(run.curve()).extracting(Curve.Point::seconds).isSorted();
        assertThat(run.value())
                .isLessThan(run.first())
                .isGreaterThanOrEqualTo(run.instance().bestBound());
    }

    @Test
    void itHasNoPlanWhenItIsCutBeforeEveryTaskHasAPlace() {
        Run run = run(Instances.named("d05100"), 20);

        assertThat(run.value()).isEqualTo(Run.NONE);
        assertThat(run.fault()).isNull();
        assertThat(run.curve()).isEmpty();
    }

    @Test
    void theSameMovesGiveTheSamePlan() {
        Instance instance = Instances.named("S-43");

        Run first = run(instance, 50_000);
        Run second = run(instance, 50_000);

        assertThat(second.value()).isEqualTo(first.value());
    }
}
