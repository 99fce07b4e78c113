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

    /** By role, what it costs by itself: its option, or nobody. */
    private final long[] ownCost;

    /** By role: the member's week in which its option starts, m * weeks + w; −1 with nobody. */
    private final int[] cell;

    /** By role: the minutes of an option of one week; 0 with nobody, −1 where it takes several weeks. */
    private final int[] oneWeek;

    /** By member's week, the roles whose option has it. */
    private final int[][] rolesIn;

    private final int[] roleCount;
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
        ownCost = core.nobodyCost().clone();
        cell = new int[option.length];
        Arrays.fill(cell, NOBODY);
        oneWeek = new int[option.length];
        rolesIn = new int[room.length][2];
        roleCount = new int[room.length];
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

    /** @param c a member's week, m * weeks + w */
    public int roomIn(int c) {
        return room[c];
    }

    /** What the role costs by itself, fairness left out. */
    public long ownCost(int role) {
        return ownCost[role];
    }

    /** The member's week in which the role starts, m * weeks + w; −1 with nobody. */
    public int cell(int role) {
        return cell[role];
    }

    /** The minutes of a role that takes one week; 0 with nobody, −1 when it takes several weeks. */
    public int oneWeek(int role) {
        return oneWeek[role];
    }

    /** What it would add to the cost to give an unassigned role this option. */
    public long costOf(int role, int o) {
        int m = options.member(o);
        long effort = options.effort(o);
        return options.cost(o) - core.nobodyCost()[role] + core.fairness().cost(m, load[m] + effort) - unfairness[m];
    }

    /** What it would add to the cost when a member had so many minutes more. */
    public long costOfLoad(int member, long more) {
        return core.fairness().cost(member, load[member] + more) - unfairness[member];
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
        cost += options.cost(o) - ownCost[role];
        ownCost[role] = options.cost(o);
        cell[role] = options.member(o) * core.weeks() + options.start(o);
        int last = options.end(o) - options.start(o);
        oneWeek[role] = last == 0 ? options.effort(o) : -1;
        for (int i = 0, c = cell[role]; i <= last; i++, c++) {
            room[c] -= options.minutes(o, i);
            if (roleCount[c] == rolesIn[c].length) {
                rolesIn[c] = Arrays.copyOf(rolesIn[c], 2 * roleCount[c]);
            }
            rolesIn[c][roleCount[c]++] = role;
        }
        bookLoad(options.member(o), options.effort(o));
    }

    public void remove(int role) {
        int o = option[role];
        int last = options.end(o) - options.start(o);
        for (int i = 0, c = cell[role]; i <= last; i++, c++) {
            room[c] += options.minutes(o, i);
            int at = 0;
            while (rolesIn[c][at] != role) {
                at++;
            }
            rolesIn[c][at] = rolesIn[c][--roleCount[c]];
        }
        bookLoad(options.member(o), -options.effort(o));
        cost += core.nobodyCost()[role] - ownCost[role];
        ownCost[role] = core.nobodyCost()[role];
        cell[role] = NOBODY;
        oneWeek[role] = 0;
        open[core.taskOf()[role]]++;
        option[role] = NOBODY;
        changes += o == kept[role] ? 1 : 0;
    }

    private void bookLoad(int m, int more) {
        load[m] += more;
        cost -= unfairness[m];
        unfairness[m] = core.fairness().cost(m, load[m]);
        cost += unfairness[m];
    }

    /** How many roles a member's week has. */
    public int rolesIn(int c) {
        return roleCount[c];
    }

    public int roleIn(int c, int index) {
        return rolesIn[c][index];
    }

    /** @return a role of the member in that week, each as likely; −1 when there is none */
    public int someoneIn(int member, int week, Draws draws) {
        int c = member * core.weeks() + week;
        return roleCount[c] == 0 ? -1 : rolesIn[c][draws.below(roleCount[c])];
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
