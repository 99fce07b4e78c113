package org.fengong.allocation.solver.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.fengong.allocation.solver.core.Core;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainPlanTest {
    private static final int MEMBERS = 6;

    private final Random random = new Random(3);

    private void moveSomeone(ChainPlan plan) {
        int role = random.nextInt(plan.place.length);
        int[] near = plan.costs.candidates[role];
        plan.move(role, near[random.nextInt(near.length)]);
    }

    private static double relativeCost(ChainPlan plan) {
        double sum = Arrays.stream(plan.leftCost).sum();
        for (int r = 0; r < plan.place.length; r++) {
            sum += plan.costs.relative[r * plan.costs.places + plan.place[r]];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsCostAndRoomOfEveryFeasiblePlan(long seed) {
        Core core = OneWeek.core(seed, MEMBERS, 20);
        var plan = new ChainPlan(OneWeek.priced(core));
        int feasible = 0;
        for (int i = 0; i < 2_000; i++) {
            moveSomeone(plan);
            if (i % 50 == 0) {
                plan.leaveOutOverload();
            }
            boolean overloaded = Arrays.stream(plan.left).anyMatch(left -> left < 0);
            assertThat(plan.feasible()).isEqualTo(!overloaded);
            if (plan.feasible()) {
                feasible++;
                var state = OneWeek.anew(core, plan.options());
                assertThat(plan.cost()).isEqualTo(state.cost());
                for (int m = 0; m < MEMBERS; m++) {
                    assertThat(plan.left[m]).isEqualTo(state.roomIn(m, 0));
                }
            }
        }
        assertThat(feasible).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void relativeCostsDifferFromCostsByTheSameInEveryFeasiblePlan(long seed) {
        var plan = new ChainPlan(OneWeek.priced(OneWeek.core(seed, MEMBERS, 20)));
        plan.leaveOutOverload();
        double difference = plan.cost() - relativeCost(plan);
        for (int i = 0; i < 200; i++) {
            moveSomeone(plan);
            plan.leaveOutOverload();
            plan.penalise(1 + random.nextInt(3));

            assertThat(plan.cost() - relativeCost(plan)).isCloseTo(difference, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void goesBackToWhereItWasMarked(long seed) {
        var plan = new ChainPlan(OneWeek.priced(OneWeek.core(seed, MEMBERS, 20)));
        for (int kick = 0; kick < 50; kick++) {
            plan.mark();
            int[] place = plan.place.clone();
            int[] left = plan.left.clone();
            double[] leftCost = plan.leftCost.clone();
            long cost = plan.cost();
            boolean feasible = plan.feasible();
            for (int i = 0; i < 30; i++) {
                moveSomeone(plan);
            }

            plan.backToMark();

            assertThat(plan.place).containsExactly(place);
            assertThat(plan.left).containsExactly(left);
            assertThat(plan.leftCost).containsExactly(leftCost);
            assertThat(plan.cost()).isEqualTo(cost);
            assertThat(plan.feasible()).isEqualTo(feasible);
            for (int i = 0; i < plan.count.length; i++) {
                for (int k = 0; k < plan.count[i]; k++) {
                    assertThat(plan.place[plan.roles[i][k]]).isEqualTo(i);
                }
            }
            moveSomeone(plan);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aChainIsMadeOnlyWhereItAddsLessThanTheThreshold(long seed) {
        var plan = new ChainPlan(OneWeek.priced(OneWeek.core(seed, MEMBERS, 20)));
        var chains = new Chains(plan, 400);
        plan.penalise(2);
        int made = 0;
        int longOnes = 0;
        for (int i = 0; i < 3_000; i++) {
            int role = random.nextInt(plan.place.length);
            int[] near = plan.costs.candidates[role];
            int[] before = plan.place.clone();
            double costBefore = relativeCost(plan);
            double threshold = 10 * random.nextDouble();

            boolean done = chains.make(role, near[random.nextInt(near.length)], threshold, 5);

            long changed = 0;
            for (int r = 0; r < before.length; r++) {
                changed += before[r] == plan.place[r] ? 0 : 1;
            }
            assertThat(changed > 0).isEqualTo(done);
            if (done) {
                made++;
                longOnes += changed > 1 ? 1 : 0;
                assertThat(relativeCost(plan) - costBefore).isLessThan(threshold + 1e-6);
            }
        }
        assertThat(made).isPositive();
        assertThat(longOnes).isPositive();
    }
}
