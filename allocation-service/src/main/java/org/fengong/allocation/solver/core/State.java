package org.fengong.allocation.solver.core;

import java.util.Arrays;
import org.fengong.allocation.solver.plan.Rule;

/** A plan under construction: which option each free role has, what is left of each week, and what it all costs. */
public final class State {
    public static final int NOBODY = -1;

    public final Core core;

    /** By free role: its option, or {@link #NOBODY}. */
    public final int[] option;

    private final Options options;
    private final int[] room;
    private final long[] load;
    private final long[] unfairness;
    private final int[] open;
    private final int[][] rolesOf;
    private final int[] roleCount;
    private final int[] position;
    private final boolean[] together;
    private final boolean[] oneRoleEach;
    private final int[] kept;
    private int changes;
    private long cost;

    public State(Core core) {
        this.core = core;
        options = core.options();
        option = new int[core.roles()];
        Arrays.fill(option, NOBODY);
        room = core.room().clone();
        load = core.loadBefore().clone();
        unfairness = new long[load.length];
        open = new int[core.tasks()];
        together = core.together();
        oneRoleEach = core.oneRoleEach();
        for (int t = 0; t < open.length; t++) {
            open[t] = core.firstRole()[t + 1] - core.firstRole()[t];
        }
        rolesOf = new int[load.length][4];
        roleCount = new int[load.length];
        position = new int[option.length];
        kept = core.keep().option();
        changes = core.keep().all();
        cost = core.constantCost() + Arrays.stream(core.nobodyCost()).sum();
        for (int m = 0; m < load.length; m++) {
            unfairness[m] = core.fairness().cost(m, load[m]);
            cost += unfairness[m];
        }
    }

    public long cost() {
        return cost;
    }

    /** Whether no more of what must be kept is changed than may be. */
    public boolean withinChanges() {
        return changes <= core.keep().mostChanges();
    }

    /** The same once the role had this option instead of what it has. */
    public boolean withinChanges(int role, int o) {
        return changes + changesBy(role, o) <= core.keep().mostChanges();
    }

    /** The same once two roles had these options instead of what they have. */
    public boolean withinChangesOfSwap(int role, int o, int other, int otherOption) {
        return changes + changesBy(role, o) + changesBy(other, otherOption)
                <= core.keep().mostChanges();
    }

    private int changesBy(int role, int o) {
        return (option[role] == kept[role] ? 1 : 0) - (o == kept[role] ? 1 : 0);
    }

    public int member(int role) {
        return options.member(option[role]);
    }

    public boolean taskComplete(int task) {
        return open[task] == 0;
    }

    public int roomIn(int member, int week) {
        return room[member * core.weeks() + week];
    }

    /** What it would add to the cost to give an unassigned role this option. */
    public long costOf(int role, int o) {
        int m = options.member(o);
        long effort = options.effort(o);
        return options.cost(o) - core.nobodyCost()[role] + core.fairness().cost(m, load[m] + effort) - unfairness[m];
    }

    /** What it would add to the role's own cost to have this option instead of what it has, fairness left out. */
    public long ownCostOfChange(int role, int o) {
        int held = option[role];
        return options.cost(o) - (held == NOBODY ? core.nobodyCost()[role] : options.cost(held));
    }

    /** What it would add to the cost to give a role this option instead of what it has, everyone else staying. */
    public long costOfChange(int role, int o) {
        int held = option[role];
        if (held == NOBODY) {
            return costOf(role, o);
        }
        int from = options.member(held);
        int to = options.member(o);
        long change = options.cost(o) - options.cost(held);
        if (from == to) {
            return change + costOfLoad(from, options.effort(o) - options.effort(held));
        }
        return change + costOfLoad(from, -options.effort(held)) + costOfLoad(to, options.effort(o));
    }

    /** What it would add to the cost when two roles of different members took new options of each other's members. */
    public long costOfSwap(int role, int o, int other, int otherOption) {
        int held = option[role];
        int otherHeld = option[other];
        return options.cost(o)
                - options.cost(held)
                + options.cost(otherOption)
                - options.cost(otherHeld)
                + costOfLoad(options.member(held), options.effort(otherOption) - options.effort(held))
                + costOfLoad(options.member(o), options.effort(o) - options.effort(otherHeld));
    }

    private long costOfLoad(int member, int more) {
        return core.fairness().cost(member, load[member] + more) - unfairness[member];
    }

    /** Whether there is room for the option once the role has left what it has. */
    public boolean fitsInstead(int role, int o) {
        int held = option[role];
        if (held == NOBODY || options.member(held) != options.member(o)) {
            return fits(o);
        }
        int first = options.minutesFrom(o);
        int heldFirst = options.minutesFrom(held);
        int cell = options.member(o) * core.weeks() + options.start(o);
        for (int i = first; i < options.minutesFrom(o + 1); i++, cell++) {
            int k = heldFirst + options.start(o) + i - first - options.start(held);
            int freed = k >= heldFirst && k < options.minutesFrom(held + 1) ? options.minutes[k] : 0;
            if (options.minutes[i] > room[cell] + freed) {
                return false;
            }
        }
        return true;
    }

    public boolean fits(int o) {
        return lackingWeek(o) < 0;
    }

    /** @return the first week in which the option's member has too little room; −1 when there is enough */
    public int lackingWeek(int o) {
        int cell = options.member(o) * core.weeks() + options.start(o);
        for (int i = 0, last = options.end(o) - options.start(o); i <= last; i++, cell++) {
            if (options.minutes(o, i) > room[cell]) {
                return cell - options.member(o) * core.weeks();
            }
        }
        return -1;
    }

    public boolean allowed(int role, int o) {
        return brokenRule(role, o) == null;
    }

    /** The rule between roles that an unassigned role would break with this option; null when none. */
    public Rule brokenRule(int role, int o) {
        int task = core.taskOf()[role];
        Rule rule = brokenInTask(role, o, task);
        return rule != null ? rule : brokenBetweenTasks(o, task);
    }

    private Rule brokenInTask(int role, int o, int task) {
        if (!together[task] && !oneRoleEach[task]) {
            return null;
        }
        for (int r = core.firstRole()[task]; r < core.firstRole()[task + 1]; r++) {
            if (r != role && option[r] != NOBODY) {
                if (together[task] && options.start(option[r]) != options.start(o)) {
                    return Rule.TOGETHER;
                }
                if (oneRoleEach[task] && options.member(option[r]) == options.member(o)) {
                    return Rule.ONE_ROLE_PER_MEMBER;
                }
            }
        }
        return null;
    }

    /** Whether the role's task is done together. */
    public boolean togetherWith(int role) {
        return together[core.taskOf()[role]];
    }

    public boolean hasMates(int role) {
        int task = core.taskOf()[role];
        return core.firstRole()[task + 1] - core.firstRole()[task] > 1;
    }

    /** The role of the same task that the member holds while only one is allowed; −1 when there is none. */
    public int mateWith(int role, int member) {
        int task = core.taskOf()[role];
        if (oneRoleEach[task]) {
            for (int r = core.firstRole()[task]; r < core.firstRole()[task + 1]; r++) {
                if (r != role && option[r] != NOBODY && options.member(option[r]) == member) {
                    return r;
                }
            }
        }
        return -1;
    }

    private Rule brokenBetweenTasks(int o, int task) {
        int[] before = core.predecessors()[task];
        for (int i = 0; i < before.length; i++) {
            if (open[before[i]] > 0) {
                return Rule.PREDECESSOR_ASSIGNED;
            }
            if (options.start(o) < lastEnd(before[i]) + core.lags()[task][i]) {
                return Rule.DEPENDENCY;
            }
        }
        int[] after = core.successors()[task];
        for (int i = 0; i < after.length; i++) {
            if (firstStart(after[i]) < options.end(o) + core.successorLags()[task][i]) {
                return Rule.DEPENDENCY;
            }
        }
        return null;
    }

    /** The last end of a task's free roles that have somebody. */
    public int lastEnd(int task) {
        int last = Integer.MIN_VALUE / 2;
        for (int r = core.firstRole()[task]; r < core.firstRole()[task + 1]; r++) {
            if (option[r] != NOBODY) {
                last = Math.max(last, options.end(option[r]));
            }
        }
        return last;
    }

    /** The first start of a task's free roles that have somebody. */
    private int firstStart(int task) {
        int start = Integer.MAX_VALUE / 2;
        for (int r = core.firstRole()[task]; r < core.firstRole()[task + 1]; r++) {
            if (option[r] != NOBODY) {
                start = Math.min(start, options.start(option[r]));
            }
        }
        return start;
    }

    /** Whether a role may be without anybody: nothing that waits for its task is placed. */
    public boolean mayBeOpen(int role) {
        for (int successor : core.successors()[core.taskOf()[role]]) {
            if (firstStart(successor) < Integer.MAX_VALUE / 2) {
                return false;
            }
        }
        return true;
    }

    /** Unchecked: the caller has asked {@link #fits} and {@link #allowed}, or restores what was there. */
    public void place(int role, int o) {
        option[role] = o;
        changes -= o == kept[role] ? 1 : 0;
        open[core.taskOf()[role]]--;
        int m = options.member(o);
        book(m, o, 1);
        cost += options.cost(o) - core.nobodyCost()[role];
        if (roleCount[m] == rolesOf[m].length) {
            rolesOf[m] = Arrays.copyOf(rolesOf[m], 2 * roleCount[m]);
        }
        position[role] = roleCount[m];
        rolesOf[m][roleCount[m]++] = role;
    }

    public void remove(int role) {
        int o = option[role];
        int m = options.member(o);
        int last = rolesOf[m][--roleCount[m]];
        rolesOf[m][position[role]] = last;
        position[last] = position[role];
        book(m, o, -1);
        cost -= options.cost(o) - core.nobodyCost()[role];
        open[core.taskOf()[role]]++;
        option[role] = NOBODY;
        changes += o == kept[role] ? 1 : 0;
    }

    private void book(int m, int o, int sign) {
        int cell = m * core.weeks() + options.start(o);
        for (int i = 0, last = options.end(o) - options.start(o); i <= last; i++, cell++) {
            room[cell] -= sign * options.minutes(o, i);
        }
        load[m] += sign * options.effort(o);
        cost -= unfairness[m];
        unfairness[m] = core.fairness().cost(m, load[m]);
        cost += unfairness[m];
    }

    /** @return a role of the member in that week, each as likely; −1 when there is none */
    public int someoneIn(int member, int week, Draws draws) {
        int count = roleCount[member];
        if (count == 0) {
            return -1;
        }
        int from = draws.below(count);
        for (int i = 0; i < count; i++) {
            int role = rolesOf[member][from + i < count ? from + i : from + i - count];
            if (worksIn(role, week)) {
                return role;
            }
        }
        return -1;
    }

    private boolean worksIn(int role, int week) {
        int o = option[role];
        return options.start(o) <= week && week <= options.end(o);
    }

    /** Takes over another plan of the same core. */
    public void assume(int[] other) {
        for (int r = 0; r < option.length; r++) {
            if (option[r] != NOBODY) {
                remove(r);
            }
        }
        for (int r = 0; r < option.length; r++) {
            if (other[r] != NOBODY) {
                place(r, other[r]);
            }
        }
    }
}
