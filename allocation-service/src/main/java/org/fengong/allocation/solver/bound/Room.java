package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/** What is left of one member's weeks while options are taken. */
final class Room {
    /** Minutes by week. */
    final int[] left;

    private final Core core;
    private final Options options;
    private final int member;

    Room(Core core, int member) {
        this.core = core;
        this.member = member;
        options = core.options();
        left = new int[core.weeks()];
    }

    void empty() {
        System.arraycopy(core.room(), member * left.length, left, 0, left.length);
    }

    boolean fits(int o) {
        for (int i = options.minutesFrom(o), w = options.start(o); i < options.minutesFrom(o + 1); i++, w++) {
            if (options.minutes[i] > left[w]) {
                return false;
            }
        }
        return true;
    }

    void take(int o) {
        for (int i = options.minutesFrom(o), w = options.start(o); i < options.minutesFrom(o + 1); i++, w++) {
            left[w] -= options.minutes[i];
        }
    }

    void giveBack(int o) {
        for (int i = options.minutesFrom(o), w = options.start(o); i < options.minutesFrom(o + 1); i++, w++) {
            left[w] += options.minutes[i];
        }
    }
}
