package org.fengong.allocation.solver.bound;

import java.util.Arrays;

/**
 * Remembers with which loss a search came to a state: a depth and the room left by week. Who comes again with no smaller
 * loss has nothing new to find. Old states are overwritten.
 */
final class SeenStates {
    private static final int SIZE = 1 << 14;

    private final int width;
    private final int[] keys;
    private final long[] losses;
    private final int[] stamps;
    private int stamp;

    SeenStates(int weeks) {
        width = weeks + 1;
        keys = new int[SIZE * width];
        losses = new long[SIZE];
        stamps = new int[SIZE];
    }

    void forget() {
        if (++stamp == Integer.MAX_VALUE) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
    }

    /** Whether the state was reached with this loss or a smaller one; if not, it is now. */
    boolean seen(int depth, int[] left, long loss) {
        long hash = depth;
        for (int minutes : left) {
            hash = (hash + minutes) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        int slot = (int) (hash >>> 50);
        int at = slot * width;
        boolean same = stamps[slot] == stamp
                && keys[at] == depth
                && Arrays.equals(keys, at + 1, at + width, left, 0, left.length);
        if (same && losses[slot] <= loss) {
            return true;
        }
        stamps[slot] = stamp;
        keys[at] = depth;
        System.arraycopy(left, 0, keys, at + 1, left.length);
        losses[slot] = loss;
        return false;
    }
}
