package org.fengong.allocation.solver.search;

import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/**
 * The last hand: until nothing changes, each role goes to the option that saves most, and where nothing can be saved to
 * an earlier week that costs the same. Afterwards no single role could be placed better.
 */
final class Polish {
    private final State state;
    private final Options options;

    Polish(State state) {
        this.state = state;
        options = state.core.options();
    }

    void run() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int r = 0; r < state.option.length; r++) {
                changed |= improve(r);
            }
        }
    }

    private boolean improve(int role) {
        int before = state.option[role];
        if (before != State.NOBODY) {
            state.remove(role);
        }
        int best = before;
        long bestCost = before == State.NOBODY ? 0 : state.costOf(role, before);
        if (bestCost > 0 && state.mayBeOpen(role) && state.withinChanges()) {
            best = State.NOBODY;
            bestCost = 0;
        }
        for (int o = options.first[role]; o < options.first[role + 1]; o++) {
            long cost = state.costOf(role, o);
            if ((cost < bestCost || cost == bestCost && earlier(o, best))
                    && state.fits(o)
                    && state.allowed(role, o)
                    && state.withinChanges(role, o)) {
                best = o;
                bestCost = cost;
            }
        }
        if (best != State.NOBODY) {
            state.place(role, best);
        }
        return best != before;
    }

    private boolean earlier(int o, int other) {
        return other == State.NOBODY || options.start(o) < options.start(other);
    }
}
