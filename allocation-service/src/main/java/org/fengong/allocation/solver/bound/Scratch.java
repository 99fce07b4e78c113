package org.fengong.allocation.solver.bound;

/** Room for the tables and states of one member at a time, used by all in turn. */
final class Scratch {
    final long[] cells;
    final long[] before;
    final SeenStates seen;

    Scratch(int weeks, int mostCells) {
        cells = new long[mostCells];
        before = new long[mostCells];
        seen = new SeenStates(weeks);
    }
}
