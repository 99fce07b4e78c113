package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;

import java.util.List;
import org.fengong.allocation.solver.plan.TooFull;
import org.fengong.allocation.solver.plan.UnassignedRole;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.junit.jupiter.api.Test;

/** What is too full for a role that nobody gets: no more than it takes. */
class TooFullTest {
    private static TooFull tooFull(PlanningProblem problem) {
        return Solver.solve(problem, SolveControl.none()).unassigned().stream()
                .map(UnassignedRole::tooFull)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one role has nobody");
                })
                .orElseThrow();
    }

    @Test
    void namesTheRolesThatFillTheOnlyHolderAndNoOthers() {
        var problem = Problems.weeks(2)
                .member(new Problems.Member("ann").capacity(1000, 1000).skill("writing", 2))
                .member(new Problems.Member("ben").capacity(1000, 1000).skill("film", 2))
                .task(new Problems.Task("a").importance(5).role("a1", 1000, must("writing", 1)))
                .task(new Problems.Task("b").importance(5).role("b1", 800, must("writing", 1)))
                .task(new Problems.Task("c").importance(1).role("c1", 500, must("writing", 1)))
                .task(new Problems.Task("d").role("d1", 900, must("film", 1)))
                .build();

        assertThat(tooFull(problem)).satisfies(set -> {
            assertThat(set.roleIds()).containsExactly("a1", "b1", "c1");
            assertThat(set.places()).containsExactly(new TooFull.Place("ann", List.of(0, 1)));
            assertThat(set.neededMinutes()).isEqualTo(2300);
            assertThat(set.freeMinutes()).isEqualTo(2000);
        });
    }

    @Test
    void leavesOutWhatCouldGoElsewhere() {
        // b1 could go to ben, who has time: only a1 and c1 fight for ann
        var problem = Problems.weeks(1)
                .member(new Problems.Member("ann").capacity(1000).skill("writing", 2))
                .member(new Problems.Member("ben").capacity(1000).skill("film", 2))
                .task(new Problems.Task("a").importance(5).role("a1", 700, must("writing", 1)))
                .task(new Problems.Task("b").importance(5).role("b1", 200))
                .task(new Problems.Task("c").importance(1).role("c1", 500, must("writing", 1)))
                .build();

        assertThat(tooFull(problem).roleIds()).containsExactly("a1", "c1");
    }

    @Test
    void aMemberWithTooLittleTimeForTheRoleAloneIsAllThatIsNamed() {
        var problem = Problems.weeks(1)
                .member(new Problems.Member("ann").capacity(300).skill("writing", 2))
                .member(new Problems.Member("ben").capacity(1000))
                .task(new Problems.Task("a").role("a1", 400, must("writing", 1)))
                .task(new Problems.Task("b").role("b1", 400))
                .build();

        assertThat(tooFull(problem))
                .isEqualTo(new TooFull(List.of("a1"), List.of(new TooFull.Place("ann", List.of(0))), 400, 300));
    }

    @Test
    void claimsNothingWhenTheWorkWouldFitIfItCouldBeCut() {
        // 600 + 600 + 600 in 2 × 1000 minutes, but no two members share a role
        var problem = Problems.weeks(1)
                .member("ann", 1000)
                .member("ben", 1000)
                .task(new Problems.Task("a").role("a1", 600))
                .task(new Problems.Task("b").role("b1", 600))
                .task(new Problems.Task("c").role("c1", 600))
                .build();

        assertThat(Solver.solve(problem, SolveControl.none()).unassigned())
                .singleElement()
                .satisfies(role -> assertThat(role.tooFull()).isNull());
    }

    @Test
    void nothingInTheSetCanBeLeftOut() {
        int seen = 0;
        for (long seed = 0; seed < 400; seed++) {
            var problem = RandomProblems.small(seed, 6);
            for (var role : Solver.solve(problem, SolveControl.none()).unassigned()) {
                var set = role.tooFull();
                if (set == null) {
                    continue;
                }
                seen++;
                assertThat(set.roleIds()).as("seed %d", seed).contains(role.roleId());
                assertThat(set.neededMinutes()).isGreaterThan(set.freeMinutes());
                if (set.roleIds().size() > 1) {
                    // by Hall: without any one role, what is left does not need more than its own weeks have
                    for (var without : set.roleIds()) {
                        int minutes = problem.tasks().stream()
                                .flatMap(task -> task.roles().stream())
                                .filter(one -> one.id().equals(without))
                                .mapToInt(one -> one.effortMinutes())
                                .sum();
                        assertThat(set.neededMinutes() - minutes)
                                .as("seed %d without %s", seed, without)
                                .isLessThanOrEqualTo(set.freeMinutes());
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }
}
