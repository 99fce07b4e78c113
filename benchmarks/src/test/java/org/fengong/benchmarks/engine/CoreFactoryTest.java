package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreFactoryTest {
    private static State randomPlan(Core core, Random draws) {
        var state = new State(core);
        for (int r = 0; r < core.roles(); r++) {
            int first = core.options().first[r];
            int count = core.options().first[r + 1] - first;
            for (int attempt = 0; attempt < 4 && count > 0 && state.option[r] == State.NOBODY; attempt++) {
                int o = first + draws.nextInt(count);
                if (state.fits(o) && state.allowed(r, o)) {
                    state.place(r, o);
                }
            }
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-42", "S-43", "M-42", "M-43", "M-u65-3", "M-u95-3"})
    void theEngineCountsWhatTheEvaluatorCounts(String name) {
        Instance instance = Instances.named(name);
        var factory = new CoreFactory(instance);
        Core core = factory.core();
        var draws = new Random(5);
        for (int i = 0; i < 50; i++) {
            State state = randomPlan(core, draws);

            long cost = Evaluator.cost(instance, factory.plan(state.option));

            assertThat(state.cost()).isEqualTo(cost);
        }
    }

    /** 2 agents, 3 tasks: all eight plans. */
    @Test
    void theEngineHasRoomWhereTheEvaluatorHas() {
        Instance instance = Instances.gap("tiny", "2 3  3 4 5  6 2 9  4 5 6  7 3 2  10 9");
        var factory = new CoreFactory(instance);
        Core core = factory.core();
        int fitting = 0;
        for (int plan = 0; plan < 8; plan++) {
            var state = new State(core);
            int[] chosen = new int[3];
            boolean fits = true;
            for (int r = 0; r < 3; r++) {
                chosen[r] = core.options().first[r] + (plan >> r & 1);
                fits &= state.fits(chosen[r]);
                state.place(r, chosen[r]);
            }
            if (fits) {
                fitting++;
                assertThat(state.cost()).isEqualTo(Evaluator.cost(instance, factory.plan(chosen)));
            } else {
                assertThatThrownBy(() -> Evaluator.cost(instance, factory.plan(chosen)))
                        .hasMessageContaining("room for");
            }
        }
        assertThat(fitting).isBetween(1, 7);
    }

    @ParameterizedTest
    @CsvSource({"c05100, false", "S-42, true"})
    void admitsNobodyOnlyWhereThereIsABacklog(String name, boolean admitted) {
        var factory = new CoreFactory(Instances.named(name));
        int[] nobody = new State(factory.core()).option;

        assertThat(factory.admits(nobody)).isEqualTo(admitted);
    }
}
