package org.fengong.allocation.solver.search;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/** The two commonest steps, judged by their cost before anything is changed: one role moves, or two change places. */
final class QuickMoves {
    enum Outcome {
        DONE,
        TOO_DEAR,
        IN_THE_WAY
    }

    private final State state;
    private final Core core;
    private final Options options;
    private final Draws draws;

    QuickMoves(State state, Draws draws) {
        this.state = state;
        this.draws = draws;
        core = state.core;
        options = core.options();
    }

    /**
     * @param threshold what the step may add to the cost
     * @return in the way: room or a rule between roles keeps the role from its option
     */
    Outcome tryRole(int role, int o, long threshold) {
        return state.fitsInstead(role, o) ? shift(role, o, threshold) : swap(role, o, threshold);
    }

    private Outcome shift(int role, int o, long threshold) {
        if (state.costOfChange(role, o) > threshold) {
            return Outcome.TOO_DEAR;
        }
        if (!state.allowed(role, o) || !state.withinChanges(role, o)) {
            return Outcome.IN_THE_WAY;
        }
        if (state.option[role] != State.NOBODY) {
            state.remove(role);
        }
        state.place(role, o);
        return Outcome.DONE;
    }

    /** Whoever is in the way takes the place that becomes free. */
    private Outcome swap(int role, int o, long threshold) {
        int held = state.option[role];
        int member = options.member(o);
        if (held == State.NOBODY || options.member(held) == member) {
            return Outcome.IN_THE_WAY;
        }
        int other = state.someoneIn(member, state.lackingWeek(o), draws);
        if (other < 0 || core.taskOf()[other] == core.taskOf()[role]) {
            return Outcome.IN_THE_WAY;
        }
        int place = optionAt(other, options.member(held), options.start(held));
        if (place == State.NOBODY || !state.withinChangesOfSwap(role, o, other, place)) {
            return Outcome.IN_THE_WAY;
        }
        int otherHeld = state.option[other];
        if (state.costOfSwap(role, o, other, place) > threshold) {
            return Outcome.TOO_DEAR;
        }
        state.remove(role);
        state.remove(other);
        if (state.fits(o) && state.fits(place) && state.allowed(role, o)) {
            state.place(role, o);
            if (state.allowed(other, place)) {
                state.place(other, place);
                return Outcome.DONE;
            }
            state.remove(role);
        }
        state.place(other, otherHeld);
        state.place(role, held);
        return Outcome.IN_THE_WAY;
    }

    private int optionAt(int role, int member, int start) {
        for (int o = options.firstWith(role, member); o < options.first[role + 1] && options.member(o) == member; o++) {
            if (options.start(o) >= start) {
                return options.start(o) == start ? o : State.NOBODY;
            }
        }
        return State.NOBODY;
    }
}
