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

class PriorityGreedyTest {
    private static Plan plan(Instance instance) {
        return new PriorityGreedy()
                .solve(instance, 1, Duration.ofSeconds(1), (steps, value, bound, plan) -> {})
                .plan();
    }

    private static Task task(int priority, int... predecessors) {
        return new Task(
                priority, 0, 0, 90, -1, -1, false, predecessors, List.of(new Option(0, 6, 9), new Option(1, 6, 2)));
    }

    private static Instance instance(Task... tasks) {
        var members = List.of(
                new Member(new int[] {6, 6}, new int[] {99, 99}), new Member(new int[] {6, 6}, new int[] {99, 99}));
        return new Instance("tiny", 2, members, List.of(tasks), 0, 0);
    }

    @Test
    void theMostImportantTaskGetsTheBestWeekOfWhoSuitsItBest() {
        Plan plan = plan(instance(task(1), task(5), task(3)));

        assertThat(plan.member()).containsExactly(0, 1, 1);
        assertThat(plan.week()).containsExactly(0, 0, 1);
    }

    @Test
    void anImportantTaskBringsWhatItWaitsFor() {
        Plan plan = plan(instance(task(1), task(5, 0), task(3)));

        assertThat(plan.member()).containsExactly(1, 1, 0);
        assertThat(plan.week()).containsExactly(0, 1, 0);
    }

    @Test
    void whatHasNoRoomGoesToTheBacklogAndWhatWaitsForItToo() {
        Plan plan = plan(instance(task(5), task(5), task(5), task(5), task(1), task(1, 4)));

        assertThat(plan.member()).containsExactly(1, 1, 0, 0, -1, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "M-42", "L-43", "M-u95-1"})
    void itsPlansAreSoundAndWorseThanTheBestKnown(String name) {
        Run run = Run.of(new PriorityGreedy(), Instances.named(name), 1, Duration.ofSeconds(1));

        assertThat(run.fault()).isNull();
        assertThat(run.value()).isGreaterThan(Math.max(1, run.instance().bestValue()));
    }

    @Test
    void itHasNoPlanWhereSomethingThatMustBePlacedFindsNoRoom() {
        Run run = Run.of(new PriorityGreedy(), Instances.named("d05100"), 1, Duration.ofSeconds(1));

        assertThat(run.value()).isEqualTo(Run.NONE);
        assertThat(run.end()).isEqualTo("stuck");
    }
}
