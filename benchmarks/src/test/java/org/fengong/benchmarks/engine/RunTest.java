package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
    /** Far beyond what these runs take: steps end them, not time. */
    private static final Duration CEILING = Duration.ofMinutes(5);

    /** The only plan but the backlog costs 7. */
    private static final Instance ONE_TASK = new Instance(
            "one",
            1,
            List.of(new Member(new int[] {5}, new int[] {9, 9})),
            List.of(new Task(1, 0, 0, 50, -1, -1, false, new int[0], List.of(new Option(0, 5, 7)))),
            0,
            0);

    /** Says of its plan what it is told to say. */
    private record Claim(int week, long value, long bound) implements Solver {
        @Override
        public String name() {
            return "claim";
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
            return new Outcome(new Plan(new int[] {0}, new int[] {week}), value, bound, 1, "done");
        }
    }

    private static Run run(String instance, long steps) {
        return Run.of(new FengongEngine(steps), Instances.named(instance), 1, CEILING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "S-43"})
    void theSameSeedAndStepsGiveTheSamePlan(String name) {
        var engine = new FengongEngine(50_000);
        Instance instance = Instances.named(name);

        Plan first = engine.solve(instance, 7, CEILING, (steps, value, bound, plan) -> {})
                .plan();
        Plan second = engine.solve(instance, 7, CEILING, (steps, value, bound, plan) -> {})
                .plan();

        assertThat(second.member()).containsExactly(first.member());
        assertThat(second.week()).containsExactly(first.week());
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "S-43", "M-42", "M-u95-1", "c05100", "d10100"})
    void theBoundIsBelowTheValueAndEveryPlanIsSound(String name) {
        Run run = run(name, 100_000);

        assertThat(run.fault()).isNull();
        assertThat(run.value()).isGreaterThanOrEqualTo(run.bound()).isLessThanOrEqualTo(run.first());
        assertThat(run.bound()).isPositive();
        assertThat(run.bestBound()).isLessThanOrEqualTo(run.value());
    }

    @Test
    void theCurveFallsToTheValueAndRisesToTheBound() {
        Run run = run("M-43", 200_000);

        List<Long> values = run.curve().stream().map(Curve.Point::value).toList();
        List<Long> bounds = run.curve().stream().map(Curve.Point::bound).toList();
        assertThat(values)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                .contains(run.value());
        assertThat(bounds).isSorted().endsWith(run.bound());
        assertThat(run.curve()).extracting(Curve.Point::seconds).isSorted();
        assertThat(run.curve()).extracting(Curve.Point::steps).isSorted();
    }

    @Test
    void findsTheBestPlanOfASmallDepartment() {
        Run run = run("S-42", 0);

        assertThat(run.end()).isEqualTo("optimal");
        assertThat(run.value()).isEqualTo(run.instance().bestValue());
        assertThat(run.above(run.bestBound())).isZero();
    }

    @Test
    void aPlanThatCostsOtherThanIsSaidIsFaulty() {
        Run run = Run.of(new Claim(0, 6, 0), ONE_TASK, 1, CEILING);

        assertThat(run.value()).isEqualTo(7);
        assertThat(run.fault()).isEqualTo("A plan said to cost 6 costs 7.");
    }

    @Test
    void aPlanThatBreaksARuleIsFaultyAndHasNoValue() {
        Run run = Run.of(new Claim(1, 7, 0), ONE_TASK, 1, CEILING);

        assertThat(run.value()).isEqualTo(Run.NONE);
        assertThat(run.above(5)).isNaN();
        assertThat(run.fault()).isEqualTo("Task 0 is outside its weeks.");
    }

    @Test
    void aBoundAboveTheValueIsFaulty() {
        Run run = Run.of(new Claim(0, 7, 8), ONE_TASK, 1, CEILING);

        assertThat(run.fault()).isEqualTo("The bound 8 is above the value 7.");
    }
}
