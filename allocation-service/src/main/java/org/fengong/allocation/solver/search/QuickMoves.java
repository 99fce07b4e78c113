package org.fengong.allocation.solver.search;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/**
 * The common steps of roles that take one week, judged before anything is changed: a role moves; two change places; one
 * changes places with two; a role pushes another one on, which may push a third one into the place that became free.
 */
final class QuickMoves {
    /** One of so many shifts that cost too much is tried with others joining in. */
    private static final int DEAR_GOES_ON = 8;

    /** One of so many times, who could change places is pushed on all the same. */
    private static final int PUSH_ANYHOW = 32;

    private static final int LOOKS = 4;
    private static final int MOST_ROLES = 3;

    private final State state;
    private final Core core;
    private final Options options;
    private final Candidates candidates;
    private final Draws draws;
    private final long margin;

    /** The change under judgement: roles, their options to be, and those they have. */
    private final int[] roles = new int[MOST_ROLES];

    private final int[] targets = new int[MOST_ROLES];
    private final int[] before = new int[MOST_ROLES];
    private int count;
    private long ownCost;

    /** By how much the members' loads would change. */
    private final int[] members = new int[2 * MOST_ROLES];

    private final long[] more = new long[2 * MOST_ROLES];
    private int memberCount;

    QuickMoves(State state, Candidates candidates, Draws draws) {
        this.state = state;
        this.candidates = candidates;
        this.draws = draws;
        core = state.core;
        options = core.options();
        margin = 3 * (long) candidates.spread();
    }

    /** Whether role and candidate take one week, or nobody has the role. */
    boolean suit(int role, int candidate) {
        return candidates.minutes[candidate] >= 0 && state.oneWeek(role) >= 0;
    }

    /**
     * Tries to give the role a candidate.
     *
     * @param threshold what the step may add to the cost
     * @return whether it was done
     */
    boolean tryRole(int role, int candidate, long threshold) {
        int to = candidates.cell[candidate];
        begin(role, candidates.option[candidate], candidates.cost[candidate]);
        if (to < 0 || state.roomIn(to) >= candidates.minutes[candidate]) {
            if (done(threshold)) {
                return true;
            }
            if (to < 0 || draws.below(DEAR_GOES_ON) > 0) {
                return false;
            }
        }
        int held = state.rolesIn(to);
        if (held == 0) {
            return false;
        }
        int index = draws.below(held);
        int other = state.roleIn(to, index);
        int lacking = candidates.minutes[candidate] - state.roomIn(to) - state.oneWeek(other);
        if (state.oneWeek(other) < 0 || core.taskOf()[other] == core.taskOf()[role]) {
            return false;
        }
        if (lacking > 0) {
            int third = state.roleIn(to, index + 1 < held ? index + 1 : 0);
            return third != other
                    && state.oneWeek(third) >= lacking
                    && joinInto(other, state.cell(role))
                    && joinInto(third, state.cell(role))
                    && done(threshold);
        }
        if (draws.below(PUSH_ANYHOW) > 0 && joinInto(other, state.cell(role))) {
            return done(threshold);
        }
        return push(other, to, threshold) && done(threshold);
    }

    /** The other one takes one of its own candidates; whoever fills that goes where the first role was. */
    private boolean push(int other, int from, long threshold) {
        int freed = state.cell(roles[0]);
        for (int i = 0; i < LOOKS; i++) {
            int c = candidates.draw(other, draws);
            int cell = candidates.cell[c];
            int minutes = candidates.minutes[c];
            long cost = candidates.cost[c] - state.ownCost(other);
            if (cell == from || cell == freed && cell >= 0 || minutes < 0 || ownCost + cost > threshold + margin) {
                continue;
            }
            if (cell < 0 || state.roomIn(cell) >= minutes) {
                join(other, candidates.option[c], candidates.cost[c]);
                return true;
            }
            int third = state.roleIn(cell, draws.below(state.rolesIn(cell)));
            if (i + 1 == LOOKS && third != roles[0] && state.roomIn(cell) + state.oneWeek(third) >= minutes) {
                join(other, candidates.option[c], candidates.cost[c]);
                return joinInto(third, freed);
            }
        }
        return false;
    }

    private void begin(int role, int target, long cost) {
        count = 0;
        ownCost = 0;
        join(role, target, cost);
    }

    private void join(int role, int target, long cost) {
        roles[count] = role;
        targets[count++] = target;
        ownCost += cost - state.ownCost(role);
    }

    /** @return false when the role cannot have that member's week */
    private boolean joinInto(int role, int cell) {
        if (cell < 0 || state.oneWeek(role) < 0) {
            return false;
        }
        int member = cell / core.weeks();
        int o = options.with(role, member, cell - member * core.weeks());
        if (o == State.NOBODY) {
            return false;
        }
        join(role, o, options.cost(o));
        return true;
    }

    /** Makes the change where it is cheap enough and allowed. */
    private boolean done(long threshold) {
        return ownCost <= threshold + margin && costOfAll() <= threshold && made();
    }

    private long costOfAll() {
        memberCount = 0;
        for (int i = 0; i < count; i++) {
            int cell = state.cell(roles[i]);
            if (cell >= 0) {
                addLoad(cell / core.weeks(), -state.oneWeek(roles[i]));
            }
            if (targets[i] != State.NOBODY) {
                addLoad(options.member(targets[i]), options.effort(targets[i]));
            }
        }
        long cost = ownCost;
        for (int i = 0; i < memberCount; i++) {
            if (more[i] != 0) {
                cost += state.costOfLoad(members[i], more[i]);
            }
        }
        return cost;
    }

    private void addLoad(int member, int minutes) {
        for (int i = 0; i < memberCount; i++) {
            if (members[i] == member) {
                more[i] += minutes;
                return;
            }
        }
        members[memberCount] = member;
        more[memberCount++] = minutes;
    }

    private boolean made() {
        if (count == 1 && targets[0] != State.NOBODY && !state.allowed(roles[0], targets[0])) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            before[i] = state.option[roles[i]];
            if (before[i] != State.NOBODY) {
                state.remove(roles[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!mayHave(roles[i], targets[i])) {
                undo(i);
                return false;
            }
            if (targets[i] != State.NOBODY) {
                state.place(roles[i], targets[i]);
            }
        }
        if (!state.withinChanges()) {
            undo(count);
            return false;
        }
        return true;
    }

    private boolean mayHave(int role, int target) {
        return target == State.NOBODY ? state.mayBeOpen(role) : state.fits(target) && state.allowed(role, target);
    }

    private void undo(int placed) {
        for (int i = 0; i < placed; i++) {
            if (targets[i] != State.NOBODY) {
                state.remove(roles[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (before[i] != State.NOBODY) {
                state.place(roles[i], before[i]);
            }
        }
    }
}
