package org.fengong.allocation.solver.core;

import java.util.Arrays;

/**
 * How much of a known plan must stay.
 *
 * @param option by role the one that changes nothing; {@link #FREE} when any will do, {@link #GONE} when every one is a
 *     change, as nobody is
 * @param mostChanges how many roles may have another than that
 */
public record Keep(int[] option, int mostChanges) {
    public static final int FREE = -2;
    public static final int GONE = -3;

    public static Keep nothing(int roles) {
        int[] free = new int[roles];
        Arrays.fill(free, FREE);
        return new Keep(free, Integer.MAX_VALUE);
    }

    public boolean limits() {
        return mostChanges < Integer.MAX_VALUE;
    }

    /** The changes of a plan without anybody. */
    int all() {
        return (int) Arrays.stream(option).filter(o -> o != FREE).count();
    }
}
