package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApartTest {
    private static final Duration CEILING = Duration.ofMinutes(5);

    private enum Mishap implements Supplier<Solver.Outcome> {
        THROWS {
            @Override
            public Solver.Outcome get() {
                throw new IllegalStateException("no idea");
            }
        },
        EXITS {
            @Override
            public Solver.Outcome get() {
                Runtime.getRuntime().halt(7);
                return null;
            }
        },
        TAKES_TOO_MUCH {
            @Override
            public Solver.Outcome get() {
                throw new OutOfMemoryError();
            }
        }
    }

    /** Finds the greedy's plan and has its mishap then. */
    private record Clumsy(Mishap mishap) implements Yardstick {
        @Override
        public String name() {
            return "clumsy";
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
            new PriorityGreedy().solve(instance, seed, ceiling, watch);
            return mishap.get();
        }
    }

    private static Run run(Solver solver) {
        return Apart.of(solver, Instances.named("S-42"), 1, CEILING);
    }

    @Test
    void aRunInAnotherJvmIsTheSameRun() {
        Run here = Run.of(new PriorityGreedy(), Instances.named("S-42"), 1, CEILING);

        Run there = run(new PriorityGreedy());

        assertThat(there.value()).isEqualTo(here.value()).isPositive();
        assertThat(there.atMarks()).isEqualTo(here.atMarks());
        assertThat(there.instance().name()).isEqualTo("S-42");
        assertThat(there.end()).isEqualTo("done");
    }

    @Test
    void aSolverThatFallsOverIsARowThatTellsWhy() {
        Run run = run(new Clumsy(Mishap.THROWS));

        assertThat(run.value()).isEqualTo(Run.NONE);
        assertThat(run.fault()).isNull();
        assertThat(run.end())
                .isEqualTo("exit 1: Exception in thread \"main\" java.lang.IllegalStateException: no idea");
        assertThat(Table.rest(run)).contains("no idea");
    }

    @Test
    void aJvmThatEndsInTheMiddleIsARowWithItsExitCode() {
        assertThat(run(new Clumsy(Mishap.EXITS)).end()).isEqualTo("exit 7");
    }

    @Test
    void thePlanThatStoodWhenMemoryRanOutCounts() {
        Run run = run(new Clumsy(Mishap.TAKES_TOO_MUCH));

        assertThat(run.end()).isEqualTo("memory");
        assertThat(run.value()).isEqualTo(run.curve().get(0).value()).isPositive();
    }
}
