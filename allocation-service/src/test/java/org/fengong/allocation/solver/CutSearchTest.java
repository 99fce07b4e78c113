package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.junit.jupiter.api.Test;

/** Wherever a search is cut, the same problem gives the same plan again when its repetition ends at the same step. */
class CutSearchTest {
    private static final int NEVER = 10_000;

    /** Tells at the n-th look of the searching thread that the time is over; whoever proves sees it from then on. */
    private static final class CutAt implements BooleanSupplier {
        private final Thread searching = Thread.currentThread();
        private final int look;
        private volatile int looks;

        CutAt(int look) {
            this.look = look;
        }

        @Override
        public boolean getAsBoolean() {
            if (Thread.currentThread() == searching && looks <= look) {
                looks++;
            }
            return looks > look;
        }
    }

    private static Solution cut(PlanningProblem problem, int look) {
        return Solver.solve(problem, new SolveControl(new CutAt(look), told -> {}));
    }

    private static Solution repeated(PlanningProblem problem, Solution first) {
        return Solver.solve(problem, new SolveControl(() -> false, told -> {}, first.steps()));
    }

    private static void assertSamePlan(Solution repeated, Solution first, String where) {
        assertThat(repeated.assignments()).as(where).isEqualTo(first.assignments());
        assertThat(repeated.unassigned()).as(where).isEqualTo(first.unassigned());
        assertThat(repeated.costs()).as(where).isEqualTo(first.costs());
        assertThat(repeated.inherited()).as(where).isEqualTo(first.inherited());
        assertThat(repeated.steps()).as(where).isEqualTo(first.steps());
        assertThat(repeated.bound()).as(where).isGreaterThanOrEqualTo(first.bound());
    }

    /**
     * Cuts at each look up to a number, and then ever farther apart until nothing is cut any more.
     *
     * @return which plans came out, told apart by their hash
     */
    private static Set<Integer> plansOfAllCuts(PlanningProblem problem, int each) {
        Set<Integer> plans = new HashSet<>();
        for (int look = 0; ; look += 1 + look / each) {
            var first = cut(problem, look);
            assertSamePlan(repeated(problem, first), first, "cut at look " + look);
            plans.add(first.assignments().hashCode());
            if (first.end() != SearchEnd.CANCELLED) {
                return plans;
            }
            assertThat(look).as("looks").isLessThan(NEVER);
        }
    }

    @Test
    void ofAnnealing() {
        assertThat(plansOfAllCuts(MiddleSized.problem(21, 250_000), 3)).hasSizeGreaterThan(3);
    }

    @Test
    void ofAnnealingWithFewChanges() {
        var problem = MiddleSized.problem(22, 100_000);

        assertThat(plansOfAllCuts(problem.withPolicy(problem.policy().withMaxChanges(20)), 2))
                .hasSizeGreaterThan(1);
    }

    @Test
    void ofChains() {
        assertThat(plansOfAllCuts(oneTightWeek(), 5)).hasSizeGreaterThan(2);
    }

    @Test
    void ofALargeProblem() {
        var problem = large();

        for (int look : new int[] {0, 4}) {
            var first = cut(problem, look);
            assertSamePlan(repeated(problem, first), first, "cut at look " + look);
        }
    }

    /** Where the proof ends soon, a plan may be optimal though its search was cut. */
    @Test
    void ofSmallProblems() {
        for (long seed = 0; seed < 100; seed++) {
            var problem = RandomProblems.small(seed, 8);
            for (int look = 0; look < 4; look++) {
                var first = cut(problem, look);
                assertSamePlan(repeated(problem, first), first, "seed " + seed + ", cut at look " + look);
            }
        }
    }

    @Test
    void byTheClockBeforeTheFirstStep() {
        for (var problem : List.of(MiddleSized.problem(23, 0), oneTightWeek())) {
            var hurried = problem.withPolicy(problem.policy().withWallClockCeiling(Duration.ofNanos(1)));

            var first = Solver.solve(hurried, SolveControl.none());

            assertThat(first.end()).isEqualTo(SearchEnd.WALL_CLOCK_CEILING);
            assertSamePlan(repeated(problem, first), first, "cut by the clock");
        }
    }

    @Test
    void aSearchThatWasNotCutIsRepeatedByItsStepsToo() {
        for (var problem : List.of(MiddleSized.problem(24, 100_000), oneTightWeek())) {
            var first = Solver.solve(problem, SolveControl.none());

            assertThat(repeated(problem, first)).isEqualTo(first);
        }
    }

    /** Searched in chains, and so tight that kicks find better plans. */
    private static PlanningProblem oneTightWeek() {
        var random = new Random(4);
        var problem = Problems.weeks(1)
                .policy(PlanningPolicy.standard().withStepBudget(200_000).withSeed(25));
        for (int m = 0; m < 6; m++) {
            problem.member(new Member("m" + m)
                    .capacity(1_200 + 13 * m)
                    .skill("a", 1 + random.nextInt(5))
                    .skill("b", 1 + random.nextInt(5))
                    .skill("c", 1 + random.nextInt(5))
                    .interest("a", random.nextInt(5) - 2)
                    .interest("b", random.nextInt(5) - 2));
        }
        var skills = List.of("a", "b", "c");
        for (int t = 0; t < 30; t++) {
            problem.task(new Task("t" + t)
                    .importance(1 + random.nextInt(5))
                    .role(
                            "r" + t,
                            150 + random.nextInt(400),
                            must(skills.get(random.nextInt(3)), 1 + random.nextInt(4))));
        }
        return problem.build();
    }

    /** So many roles that the prices are found beside the search, few options each. */
    private static PlanningProblem large() {
        var random = new Random(26);
        var problem = Problems.weeks(2)
                .policy(PlanningPolicy.standard().withStepBudget(200_000).withSeed(26));
        for (int m = 0; m < 60; m++) {
            problem.member(new Member("m" + m).skill("s" + m / 3, 1 + random.nextInt(5)));
        }
        for (int t = 0; t < 1_100; t++) {
            problem.task(new Task("t" + t)
                    .importance(1 + random.nextInt(5))
                    .due(random.nextInt(3))
                    .role("r" + t, 60 + random.nextInt(400), must("s" + random.nextInt(20), 1)));
        }
        return problem.build();
    }
}
