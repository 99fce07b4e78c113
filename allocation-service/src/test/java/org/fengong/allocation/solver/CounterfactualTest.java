package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;

import java.util.List;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.junit.jupiter.api.Test;

/** What would have to change for somebody else to get a role. */
class CounterfactualTest {
    /** Ann has the role; Ben lacks two levels, and 240 minutes in the week. */
    private static Problems annAndBen() {
        return Problems.weeks(1)
                .weights(Problems.fit(100))
                .member(new Problems.Member("ann").capacity(1000).skill("writing", 4))
                .member(new Problems.Member("ben").capacity(1000).skill("writing", 1))
                .task(new Problems.Task("a").role("a1", 600, must("writing", 3)))
                .task(new Problems.Task("b").role("b1", 640, must("writing", 1)));
    }

    @Test
    void namesLevelsTimeAndTheExactCost() {
        var problem = annAndBen().build();
        var plan = List.of(placement("a1", "ann", 0, 600), placement("b1", "ben", 0, 640));

        var whatIf = Counterfactual.of(problem, plan, "a1", "ben");

        assertThat(whatIf.startWeek()).isZero();
        assertThat(whatIf.levels()).containsExactly(new SkillMatch("writing", 1, 3, true));
        assertThat(whatIf.departmentId()).isNull();
        assertThat(whatIf.time()).containsExactly(new Alternative.Shortage(0, 600, 360));
        // a1 at level 3 of the wanted 4: 100/4 a minute more; b1 at level 2 of 2 instead of 1: 100/2 a minute less
        assertThat(whatIf.costDifference()).isEqualTo(600 * 25 - 640 * 50);
        assertThat(whatIf.brokenRules()).isEmpty();
    }

    @Test
    void whoCouldHaveItAtOnceNeedsNothing() {
        var problem = Problems.weeks(1)
                .weights(Problems.fit(100))
                .member(new Problems.Member("ann").capacity(1000).skill("writing", 2))
                .member(new Problems.Member("ben").capacity(1000).skill("writing", 1))
                .task(new Problems.Task("a").role("a1", 600, must("writing", 1)))
                .build();
        var plan = List.of(placement("a1", "ann", 0, 600));

        var whatIf = Counterfactual.of(problem, plan, "a1", "ben");

        assertThat(whatIf.levels()).isEmpty();
        assertThat(whatIf.time()).isEmpty();
        assertThat(whatIf.costDifference())
                .isEqualTo(new PlanExplainer(problem, plan).whyNot("a1", "ben").costDifference())
                .isEqualTo(600 * 50);
    }

    @Test
    void choosesTheWeekThatAsksForTheLeastTime() {
        var problem = Problems.weeks(3)
                .member(new Problems.Member("ann").capacity(1000, 1000, 1000))
                .member(new Problems.Member("ben").capacity(0, 500, 100))
                .task(new Problems.Task("a").role("a1", 600))
                .build();

        var whatIf = Counterfactual.of(problem, List.of(placement("a1", "ann", 0, 600)), "a1", "ben");

        assertThat(whatIf.time()).isEmpty();
        assertThat(whatIf.startWeek()).isEqualTo(1);
    }

    @Test
    void saysWhatNoLevelAndNoTimeWouldHelp() {
        var problem = Problems.weeks(1)
                .member("ann", 2000)
                .member("ben", 2000)
                .task(new Problems.Task("a").role("a1", 600).role("a2", 600))
                .task(new Problems.Task("b").role("b1", 60))
                .fixed(FixedAssignment.pinned("b1", "ann", 0))
                .build();
        var plan =
                List.of(placement("a1", "ann", 0, 600), placement("a2", "ben", 0, 600), placement("b1", "ann", 0, 60));

        assertThat(Counterfactual.of(problem, plan, "a1", "ben").brokenRules())
                .containsExactly(Rule.ONE_ROLE_PER_MEMBER);
        assertThat(Counterfactual.of(problem, plan, "a1", "ben").costDifference())
                .isNull();
        assertThat(Counterfactual.of(problem, plan, "b1", "ben").brokenRules()).containsExactly(Rule.FIXED_STAYS);
    }
}
