package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;

import java.time.Duration;
import java.util.List;
import org.fengong.allocation.solver.evaluation.ChangeRule;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.PlannedAssignment;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.junit.jupiter.api.Test;

/** Re-plans that change little: a limit that holds, and what each change is worth. */
class MaxChangesTest {
    private static final int PROBLEMS = 150;
    private static final Duration CEILING = Duration.ofMinutes(5);

    private static PlanningProblem limited(PlanningProblem problem, int changes) {
        return problem.withPolicy(problem.policy().withMaxChanges(changes));
    }

    private static List<Placement> fixed(Solution solution) {
        return solution.assignments().stream()
                .filter(PlannedAssignment::fixed)
                .map(PlannedAssignment::placement)
                .toList();
    }

    /** Two beginners hold a task each that the expert does better; both were published. */
    private static PlanningProblem twoBetterElsewhere() {
        return Problems.weeks(1)
                .weights(Problems.fit(100))
                .member(new Problems.Member("beginner").capacity(2000).skill("writing", 1))
                .member(new Problems.Member("expert").capacity(2000).skill("writing", 2))
                .task(new Problems.Task("long").role("long-role", 600, must("writing", 1)))
                .task(new Problems.Task("short").role("short-role", 400, must("writing", 1)))
                .task(new Problems.Task("new").role("new-role", 200, must("writing", 1)))
                .published("long-role", "beginner", 0)
                .published("short-role", "beginner", -2)
                .build();
    }

    private static String holder(Solution solution, String roleId) {
        return solution.placements().stream()
                .filter(placement -> placement.roleId().equals(roleId))
                .map(Placement::memberId)
                .findFirst()
                .orElse(null);
    }

    @Test
    void changesWhatIsWorthMostAndPlacesNewRolesFreely() {
        var problem = twoBetterElsewhere();

        var none = Solver.solve(limited(problem, 0), SolveControl.none());
        var one = Solver.solve(limited(problem, 1), SolveControl.none());
        var any = Solver.solve(problem, SolveControl.none());

        assertThat(List.of(holder(none, "long-role"), holder(none, "short-role"), holder(none, "new-role")))
                .containsExactly("beginner", "beginner", "expert");
        assertThat(List.of(holder(one, "long-role"), holder(one, "short-role"), holder(one, "new-role")))
                .containsExactly("expert", "beginner", "expert");
        assertThat(List.of(holder(any, "long-role"), holder(any, "short-role"), holder(any, "new-role")))
                .containsExactly("expert", "expert", "expert");
        // fit at level 1 of the wanted 2: half of the weight for each minute
        assertThat(ChangePrices.of(problem, 3, CEILING, () -> false))
                .extracting(ChangePrices.Price::value)
                .containsExactly(50_000L, 20_000L, 0L, 0L);
    }

    @Test
    void saysHowManyChangesNoPlanCanDoWithout() {
        var problem = Problems.weeks(1)
                .member("away", 0)
                .member("there", 2000)
                .task(new Problems.Task("one").role("role-1", 600))
                .task(new Problems.Task("two").role("role-2", 600))
                .published("role-1", "away", 0)
                .published("role-2", "away", 0)
                .build();

        assertThatThrownBy(() -> Solver.solve(limited(problem, 1), SolveControl.none()))
                .isInstanceOfSatisfying(ChangesExceededException.class, e -> {
                    assertThat(e.found()).isEqualTo(2);
                    assertThat(e.proven()).isEqualTo(2);
                });
        assertThat(Solver.solve(limited(problem, 2), SolveControl.none()).unassigned())
                .isEmpty();
        assertThat(ChangePrices.of(problem, 2, CEILING, () -> false))
                .extracting(ChangePrices.Price::value)
                .containsExactly(null, null, 0L);
    }

    @Test
    void theEvaluatorCountsOtherMembersOtherStartsAndNobody() {
        var problem = Problems.weeks(3)
                .member("ann", 2000)
                .member("ben", 2000)
                .task(new Problems.Task("task")
                        .allowSameMember()
                        .role("same", 60)
                        .role("member", 60)
                        .role("start", 60)
                        .role("nobody", 60)
                        .role("fresh", 60))
                .published("same", "ann", -1)
                .published("member", "ann", 0)
                .published("start", "ann", 0)
                .published("nobody", "ann", 0)
                .build();
        var plan = List.of(
                placement("same", "ann", 0, 60),
                placement("member", "ben", 0, 60),
                placement("start", "ann", 1, 60),
                placement("fresh", "ben", 2, 60));

        assertThat(ChangeRule.changes(problem, plan)).isEqualTo(3);
        assertThat(PlanEvaluator.evaluate(limited(problem, 3), plan).violations())
                .isEmpty();
        assertThat(PlanEvaluator.evaluate(limited(problem, 2), plan).violations())
                .extracting(Finding::rule)
                .containsExactly(Rule.MAX_CHANGES);
    }

    @Test
    void aMemberWhoWouldBeOneChangeTooManyIsNoAlternative() {
        var problem = limited(twoBetterElsewhere(), 0);
        var solution = Solver.solve(problem, SolveControl.none());
        var explainer = new PlanExplainer(problem, solution.placements());

        assertThat(explainer.whyNot("long-role", "expert").brokenRule()).isEqualTo(Rule.MAX_CHANGES);
        assertThat(explainer.whyNot("new-role", "beginner").costDifference()).isEqualTo(10_000);
    }

    @Test
    void theLimitHoldsAndTheBestPlanWithinItIsNearlyAlwaysFound() {
        int asked = 0;
        int found = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            var problem = RandomProblems.small(seed, 4);
            for (int most = 0; most <= 2; most++) {
                var limited = limited(problem, most);
                Solution solution;
                try {
                    solution = Solver.solve(limited, SolveControl.none());
                } catch (ChangesExceededException e) {
                    var unlimited = Solver.solve(problem, SolveControl.none());
                    assertThat(BruteForce.optimum(limited, fixed(unlimited)))
                            .as("no plan at all, seed %d, %d changes", seed, most)
                            .isEqualTo(Long.MAX_VALUE);
                    assertThat(e.proven()).isLessThanOrEqualTo(e.found());
                    continue;
                }
                long optimum = BruteForce.optimum(limited, fixed(solution));
                assertThat(ChangeRule.changes(problem, solution.placements())).isLessThanOrEqualTo(most);
                assertThat(solution.bound()).as("bound, seed %d", seed).isLessThanOrEqualTo(optimum);
                assertThat(solution.value()).as("value, seed %d", seed).isGreaterThanOrEqualTo(optimum);
                asked++;
                found += solution.value() == optimum ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(PROBLEMS);
        assertThat(found).isGreaterThan(asked * 98 / 100);
    }

    @Test
    void noPriceRisesWithTheNumberOfChangesNorIsItBelowTheBest() {
        for (long seed = 0; seed < PROBLEMS / 3; seed++) {
            var problem = RandomProblems.small(seed, 4);
            var solution = Solver.solve(problem, SolveControl.none());
            Long before = null;
            for (var price : ChangePrices.of(problem, 4, CEILING, () -> false)) {
                assertThat(price.value() == null && before != null)
                        .as("seed %d", seed)
                        .isFalse();
                if (price.value() != null) {
                    assertThat(price.value())
                            .isGreaterThanOrEqualTo(
                                    BruteForce.optimum(limited(problem, price.changes()), fixed(solution)));
                    assertThat(before == null || price.value() <= before).isTrue();
                }
                before = price.value();
            }
        }
    }

    @Test
    void theLimitIsPartOfTheQuestion() {
        var problem = twoBetterElsewhere();

        assertThat(limited(problem, 0).inputHash())
                .isNotEqualTo(problem.inputHash())
                .isNotEqualTo(limited(problem, 1).inputHash());
    }
}
