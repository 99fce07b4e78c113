package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/** Sorts the options of all roles by member, and by what excludes each other: a role, or a task with one role each. */
final class MemberProblems {
    private MemberProblems() {}

    static MemberProblem[] of(Core core) {
        Options options = core.options();
        int[] count = new int[core.members()];
        for (int o = 0; o < options.size(); o++) {
            count[options.member(o)]++;
        }
        int[][] option = new int[core.members()][];
        int[][] role = new int[core.members()][];
        int[][] groupFrom = new int[core.members()][];
        int[] groups = new int[core.members()];
        int[] lastGroup = new int[core.members()];
        Arrays.fill(lastGroup, -1);
        for (int m = 0; m < count.length; m++) {
            option[m] = new int[count[m]];
            role[m] = new int[count[m]];
            groupFrom[m] = new int[count[m] + 1];
        }
        Arrays.fill(count, 0);
        for (int r = 0; r < core.roles(); r++) {
            int task = core.taskOf()[r];
            int group = core.oneRoleEach()[task] ? core.firstRole()[task] : r;
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                int m = options.member(o);
                if (lastGroup[m] != group) {
                    lastGroup[m] = group;
                    groupFrom[m][groups[m]++] = count[m];
                }
                option[m][count[m]] = o;
                role[m][count[m]++] = r;
            }
        }
        int largest = 0;
        for (int m = 0; m < core.members(); m++) {
            groupFrom[m][groups[m]] = count[m];
            largest = Math.max(largest, WeekTables.cells(core, m, groups[m]));
        }
        var scratch = new Scratch(core.weeks(), largest);
        MemberProblem[] problems = new MemberProblem[core.members()];
        for (int m = 0; m < problems.length; m++) {
            int[] from = Arrays.copyOf(groupFrom[m], groups[m] + 1);
            problems[m] = new MemberProblem(core, m, option[m], role[m], from, scratch);
        }
        return problems;
    }
}
