package org.fengong.allocation.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.junit.jupiter.api.Test;

class ChainSearchTest {
    private static ChainSearch run(Core core, long seed, long steps, ChainSearch.Watch watch) {
        var search = new ChainSearch(OneWeek.priced(core), new Draws(seed));
        search.start();
        search.run(steps, steps, Long.MIN_VALUE, OneWeek.NO_LIMITS, watch);
        return search;
    }

    @Test
    void findsTheOptimumOfTightProblems() {
        int found = 0;
        for (long seed = 0; seed < 100; seed++) {
            Core core = OneWeek.core(seed, 3, 7);
            long optimum = OneWeek.optimum(core);

            long cost = run(core, seed, 60_000, (steps, plan, better) -> {}).bestCost();

            assertThat(cost).as("seed %d", seed).isGreaterThanOrEqualTo(optimum);
            found += cost == optimum ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(95);
    }

    @Test
    void tellsOnlyBetterPlansAndEachFitsAndCostsWhatIsSaid() {
        Core core = OneWeek.core(5, 8, 40);
        List<Long> told = new ArrayList<>();

        ChainSearch search = run(core, 1, 300_000, (steps, plan, cost) -> {
            told.add(cost);
            var state = OneWeek.anew(core, plan);
            assertThat(state.cost()).isEqualTo(cost);
            for (int m = 0; m < core.members(); m++) {
                assertThat(state.roomIn(m, 0)).isNotNegative();
            }
        });

        assertThat(told).isNotEmpty().isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(search.bestCost()).isEqualTo(told.get(told.size() - 1));
    }

    @Test
    void theSameSeedAndStepsGiveTheSamePlan() {
        Core core = OneWeek.core(6, 8, 40);

        ChainSearch one = run(core, 9, 100_000, (steps, plan, cost) -> {});
        ChainSearch other = run(core, 9, 100_000, (steps, plan, cost) -> {});

        assertThat(other.best()).containsExactly(one.best());
        assertThat(other.steps()).isEqualTo(one.steps());
    }

    @Test
    void endsWhereTheProofDoes() {
        Core core = OneWeek.core(7, 3, 7);
        var search = new ChainSearch(OneWeek.priced(core), new Draws(1));
        search.start();

        search.run(Long.MAX_VALUE, 20_000, OneWeek.optimum(core), OneWeek.NO_LIMITS, (steps, plan, cost) -> {});

        assertThat(search.bestCost()).isEqualTo(OneWeek.optimum(core));
    }

    @Test
    void isForOneWeekWithoutRulesBetweenRoles() {
        assertThat(ChainCosts.suit(OneWeek.core(1, 3, 7))).isTrue();
        assertThat(ChainCosts.suit(Weeks.core(1, 3, 7))).isFalse();
    }
}
