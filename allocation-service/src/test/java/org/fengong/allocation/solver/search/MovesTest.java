package org.fengong.allocation.solver.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTest {
    private static final int MEMBERS = 5;

    private static void assertSound(State state) {
        Core core = state.core;
        State anew = OneWeek.anew(core, state.option);
        assertThat(state.cost()).isEqualTo(anew.cost());
        for (int c = 0; c < core.room().length; c++) {
            assertThat(state.roomIn(c)).isEqualTo(anew.roomIn(c)).isNotNegative();
            assertThat(state.rolesIn(c)).isEqualTo(anew.rolesIn(c));
        }
        for (int r = 0; r < state.option.length; r++) {
            if (state.option[r] == State.NOBODY) {
                assertThat(state.mayBeOpen(r)).isTrue();
            } else {
                assertThat(state.brokenRule(r, state.option[r])).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyStepKeepsRulesRoomLoadsAndItsThreshold(long seed) {
        Core core = Weeks.core(seed, MEMBERS, 40);
        var state = new State(core);
        var draws = new Draws(seed);
        var moves = new Moves(state, new Candidates(core, Prices.none(core), draws), draws);
        int changes = 0;
        for (int i = 0; i < 4_000; i++) {
            long before = state.cost();
            long threshold = draws.below(20);

            moves.tryRole(draws.below(40), threshold);

            assertThat(state.cost()).isLessThanOrEqualTo(before + threshold);
            changes += state.cost() == before ? 0 : 1;
            assertSound(state);
        }
        assertThat(changes).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aQuickStepThatIsNotMadeLeavesThePlanAsItWas(long seed) {
        Core core = Weeks.core(seed, MEMBERS, 40);
        var state = new State(core);
        var draws = new Draws(seed);
        var candidates = new Candidates(core, Prices.none(core), draws);
        var quick = new QuickMoves(state, candidates, draws);
        int refused = 0;
        int several = 0;
        for (int i = 0; i < 20_000; i++) {
            int role = draws.below(40);
            int c = candidates.draw(role, draws);
            if (quick.suit(role, c) && candidates.option[c] != state.option[role]) {
                int[] before = state.option.clone();

                boolean made = quick.tryRole(role, c, draws.below(30));

                int changed = 0;
                for (int r = 0; r < before.length; r++) {
                    changed += before[r] == state.option[r] ? 0 : 1;
                }
                assertThat(changed > 0).isEqualTo(made);
                refused += made ? 0 : 1;
                several += changed > 1 ? 1 : 0;
            }
        }
        assertSound(state);
        assertThat(refused).isPositive();
        assertThat(several).isPositive();
    }
}
