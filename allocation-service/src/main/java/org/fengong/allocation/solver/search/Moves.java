package org.fengong.allocation.solver.search;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/**
 * The steps of the search, from one feasible plan to another: a role moves to one of its candidates; who is in the way
 * swaps places, moves on, or is left out; tasks before and after it make room; the roles of a task move together.
 */
final class Moves {
    private static final int TRIES = 4;
    private static final int MOST_IN_THE_WAY = 3;
    private static final int ANY_WEEK = -1;

    /** One of so many quick steps that were not done is tried with all that may be in the way. */
    private static final int THOROUGH = 64;

    /** How many quick steps one with all that may be in the way takes. */
    private static final int THOROUGH_STEPS = 16;

    private final State state;
    private final Core core;
    private final Options options;
    private final Candidates candidates;
    private final Draws draws;
    private final Move move;
    private final QuickMoves quick;

    /** How much dearer a role's own change may be, in the hope that others gain from it. */
    private final long margin;

    Moves(State state, Candidates candidates, Draws draws) {
        margin = (long) candidates.spread();
        this.state = state;
        this.core = state.core;
        this.options = core.options();
        this.candidates = candidates;
        this.draws = draws;
        move = new Move(state);
        quick = new QuickMoves(state, candidates, draws);
    }

    /**
     * Tries one change that begins with this role.
     *
     * @param threshold what the change may add to the cost
     * @return how many steps it was worth
     */
    int tryRole(int role, long threshold) {
        int c = candidates.draw(role, draws);
        int o = candidates.option[c];
        if (o == state.option[role]
                || o != State.NOBODY && candidates.cost[c] - state.ownCost(role) > threshold + margin) {
            return 1;
        }
        boolean wholeTask =
                o != State.NOBODY && state.hasMates(role) && draws.below(state.togetherWith(role) ? 2 : 32) == 0;
        if (!wholeTask && quick.suit(role, c) && (quick.tryRole(role, c, threshold) || draws.below(THOROUGH) > 0)) {
            return 1;
        }
        move.begin();
        boolean done;
        if (o == State.NOBODY) {
            done = leaveOut(role);
        } else if (wholeTask) {
            done = moveTask(role, o);
        } else {
            done = moveTo(role, o);
        }
        if (!done || move.costAdded() > threshold || !state.withinChanges()) {
            move.undo();
        }
        return THOROUGH_STEPS;
    }

    private boolean leaveOut(int role) {
        move.take(role);
        return state.mayBeOpen(role);
    }

    private boolean moveTo(int role, int o) {
        move.take(role);
        if (!clearWeeks(o) || !clearBefore(role, o)) {
            return false;
        }
        clearAfter(role, o);
        int mate = state.mateWith(role, options.member(o));
        if (mate >= 0) {
            move.take(mate);
        }
        if (!state.fits(o) || !state.allowed(role, o)) {
            return false;
        }
        state.place(role, o);
        for (int i = 1; i < move.taken(); i++) {
            if (state.option[move.role(i)] == State.NOBODY && !placeElsewhere(move.role(i), move.optionBefore(0))) {
                return false;
            }
        }
        return true;
    }

    /** Takes away who fills the weeks that the option needs. */
    private boolean clearWeeks(int o) {
        int lacking = state.lackingWeek(o);
        while (lacking >= 0) {
            int inTheWay = state.someoneIn(options.member(o), lacking, draws);
            if (inTheWay < 0 || move.taken() > MOST_IN_THE_WAY) {
                return false;
            }
            move.take(inTheWay);
            lacking = state.lackingWeek(o);
        }
        return true;
    }

    /** Lets the roles of predecessors that end too late end earlier. */
    private boolean clearBefore(int role, int o) {
        int task = core.taskOf()[role];
        int[] before = core.predecessors()[task];
        for (int i = 0; i < before.length; i++) {
            int latestEnd = options.start(o) - core.lags()[task][i];
            if (state.taskComplete(before[i]) && state.lastEnd(before[i]) > latestEnd) {
                for (int r = core.firstRole()[before[i]]; r < core.firstRole()[before[i] + 1]; r++) {
                    if (state.option[r] != State.NOBODY && options.end(state.option[r]) > latestEnd) {
                        move.take(r);
                        int earlier = cheapest(r, ANY_WEEK, latestEnd);
                        if (earlier == State.NOBODY) {
                            earlier = clearEarlier(r, latestEnd);
                        }
                        if (earlier == State.NOBODY) {
                            return false;
                        }
                        state.place(r, earlier);
                    }
                }
            }
        }
        return true;
    }

    /** @return a candidate that ends in time once others were taken away; nobody when none was found */
    private int clearEarlier(int role, int latestEnd) {
        for (int i = 0; i < TRIES; i++) {
            int o = candidates.option[candidates.draw(role, draws)];
            if (o != State.NOBODY && options.end(o) <= latestEnd && clearWeeks(o)) {
                return state.allowed(role, o) ? o : State.NOBODY;
            }
        }
        return State.NOBODY;
    }

    /** Takes away the roles of successors that start too early. */
    private void clearAfter(int role, int o) {
        int task = core.taskOf()[role];
        int[] after = core.successors()[task];
        for (int i = 0; i < after.length; i++) {
            int earliestStart = options.end(o) + core.successorLags()[task][i];
            for (int r = core.firstRole()[after[i]]; r < core.firstRole()[after[i] + 1]; r++) {
                if (state.option[r] != State.NOBODY && options.start(state.option[r]) < earliestStart) {
                    move.take(r);
                }
            }
        }
    }

    /** Into the place that has become free where that works, else to a candidate, else to nobody. */
    private boolean placeElsewhere(int role, int freed) {
        if (freed != State.NOBODY && draws.below(8) > 0) {
            int best = bestWith(role, options.member(freed));
            if (best != State.NOBODY) {
                state.place(role, best);
                return true;
            }
        }
        for (int i = 0; i < TRIES; i++) {
            int o = candidates.option[candidates.draw(role, draws)];
            if (o != State.NOBODY && state.fits(o) && state.allowed(role, o)) {
                state.place(role, o);
                return true;
            }
        }
        return state.mayBeOpen(role);
    }

    private int bestWith(int role, int member) {
        int best = State.NOBODY;
        long bestCost = Long.MAX_VALUE;
        for (int o = options.firstWith(role, member); o < options.first[role + 1] && options.member(o) == member; o++) {
            if (options.cost(o) < bestCost && state.fits(o) && state.allowed(role, o)) {
                bestCost = options.cost(o);
                best = o;
            }
        }
        return best;
    }

    /** The role to its option, the others of its task anew around it. */
    private boolean moveTask(int role, int o) {
        int task = core.taskOf()[role];
        int from = core.firstRole()[task];
        int count = core.firstRole()[task + 1] - from;
        for (int i = 0; i < count; i++) {
            move.take(from + i);
        }
        if (!state.fits(o) || !state.allowed(role, o)) {
            return false;
        }
        state.place(role, o);
        int week = state.togetherWith(role) ? options.start(o) : ANY_WEEK;
        int first = draws.below(count);
        for (int i = 0; i < count; i++) {
            int r = from + (first + i) % count;
            int best = r == role ? State.NOBODY : cheapest(r, week, core.weeks());
            if (best != State.NOBODY) {
                state.place(r, best);
            } else if (r != role && !state.mayBeOpen(r)) {
                return false;
            }
        }
        return true;
    }

    private int cheapest(int role, int week, int latestEnd) {
        int best = State.NOBODY;
        long bestCost = 0;
        for (int o = options.first[role]; o < options.first[role + 1]; o++) {
            boolean inTime = options.end(o) <= latestEnd && (week == ANY_WEEK || options.start(o) == week);
            if (inTime && state.fits(o) && state.allowed(role, o)) {
                long cost = state.costOf(role, o);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = o;
                }
            }
        }
        return best;
    }
}
