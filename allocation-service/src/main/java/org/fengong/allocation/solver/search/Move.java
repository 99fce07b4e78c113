package org.fengong.allocation.solver.search;

import java.util.Arrays;
import org.fengong.allocation.solver.core.State;

/** A change of several roles at once that can be taken back. */
final class Move {
    private final State state;
    private int[] roles = new int[8];
    private int[] options = new int[8];
    private int count;
    private long costBefore;

    Move(State state) {
        this.state = state;
    }

    void begin() {
        count = 0;
        costBefore = state.cost();
    }

    /** Takes a role off its place, remembering it. */
    void take(int role) {
        if (count == roles.length) {
            roles = Arrays.copyOf(roles, 2 * count);
            options = Arrays.copyOf(options, 2 * count);
        }
        roles[count] = role;
        options[count++] = state.option[role];
        if (state.option[role] != State.NOBODY) {
            state.remove(role);
        }
    }

    int taken() {
        return count;
    }

    int role(int index) {
        return roles[index];
    }

    /** The option a taken role had. */
    int optionBefore(int index) {
        return options[index];
    }

    long costAdded() {
        return state.cost() - costBefore;
    }

    /** Step by step backwards: a role can have been taken more than once. */
    void undo() {
        for (int i = count - 1; i >= 0; i--) {
            if (state.option[roles[i]] != State.NOBODY) {
                state.remove(roles[i]);
            }
            if (options[i] != State.NOBODY) {
                state.place(roles[i], options[i]);
            }
        }
    }
}
