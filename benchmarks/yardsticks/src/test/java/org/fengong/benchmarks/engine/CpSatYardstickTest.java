package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpSatYardstickTest {
    /** Far beyond what these runs take: the proof ends them, not time. */
    private static final Duration CEILING = Duration.ofMinutes(5);

    private static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    private static Run run(Solver solver, Instance instance) {
        return Run.of(solver, instance, 1, CEILING);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itsOptimumOfADepartmentIsTheBestOfAllPlansAndTheEngines(long seed) {
        Instance instance = TinyInstances.department(seed);

        Run run = run(new CpSatYardstick(), instance);

        assertThat(run.fault()).isNull();
        assertThat(run.end()).isEqualTo("optimal");
        assertThat(run.value()).isEqualTo(run.bound()).isEqualTo(TinyInstances.best(instance));
        assertTheEngineAgrees(run);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itsOptimumOfAnAssignmentProblemIsTheBestOfAllPlansAndTheEngines(long seed) {
        Instance instance = TinyInstances.assignment(seed);
        long best = TinyInstances.best(instance);
        if (best == Run.NONE) {
            assertThatThrownBy(() -> run(new CpSatYardstick(), instance))
                    .hasMessageStartingWith("tiny-" + seed + " is INFEASIBLE for CP-SAT");
            return;
        }

        Run run = run(new CpSatYardstick(), instance);

        assertThat(run.fault()).isNull();
        assertThat(run.value()).isEqualTo(run.bound()).isEqualTo(best);
        assertTheEngineAgrees(run);
    }

    private static void assertTheEngineAgrees(Run proven) {
        Run engine = run(new FengongEngine(0), proven.instance());
        assertThat(engine.fault()).isNull();
        assertThat(engine.bound()).isLessThanOrEqualTo(proven.value());
        assertThat(engine.value()).isGreaterThanOrEqualTo(proven.value());
        if (engine.end().equals("optimal")) {
            assertThat(engine.value()).isEqualTo(proven.value());
        }
    }

    @Test
    void theEngineProvesMostOfTheTinyDepartments() {
        long proven = seeds().mapToObj(TinyInstances::department)
                .filter(instance -> run(new FengongEngine(0), instance).end().equals("optimal"))
                .count();

        assertThat(proven).isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "c05100"})
    void itProvesTheKnownOptimumAndItsCurveFallsToIt(String name) {
        Run run = run(new CpSatYardstick(), Instances.named(name));

        List<Long> values = run.curve().stream().map(Curve.Point::value).toList();
        assertThat(run.fault()).isNull();
        assertThat(run.value()).isEqualTo(run.bound()).isEqualTo(run.instance().bestValue());
        assertThat(values)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .endsWith(run.value());
        assertThat(run.curve()).extracting(Curve.Point::seconds).isSorted();
    }
}
