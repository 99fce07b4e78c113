package org.fengong.allocation.solver.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A problem on arrays. Members, tasks and roles are indices; a task comes after all its predecessors, and its roles follow
 * each other. Each role gets one of its options or nobody.
 *
 * @param weeks the horizon
 * @param members how many
 * @param firstRole roles of task t: {@code firstRole[t]} ≤ r < {@code firstRole[t + 1]}
 * @param taskOf task by role
 * @param together by task: its roles start in the same week
 * @param oneRoleEach by task: nobody holds two of its roles
 * @param room minutes that may be filled, of member m in week w: {@code room[m * weeks + w]}
 * @param loadBefore minutes for fairness by member
 * @param nobodyCost of leaving a role unassigned
 * @param constantCost that no plan changes
 * @param predecessors of each task, those with roles; {@code lags} beside them, in weeks
 * @param keep how much of a known plan must stay
 * @param successors of each task, those with roles; {@code successorLags} beside them, in weeks
 */
public record Core(
        int weeks,
        int members,
        int[] firstRole,
        int[] taskOf,
        boolean[] together,
        boolean[] oneRoleEach,
        int[] room,
        long[] loadBefore,
        Fairness fairness,
        Options options,
        long[] nobodyCost,
        long constantCost,
        int[][] predecessors,
        int[][] lags,
        int[][] successors,
        int[][] successorLags,
        Keep keep) {

    /** Derives what follows from the rest. */
    public static Core of(
            int weeks,
            int[] firstRole,
            boolean[] together,
            boolean[] oneRoleEach,
            int[] room,
            long[] loadBefore,
            Fairness fairness,
            Options options,
            long[] nobodyCost,
            long constantCost,
            int[][] predecessors,
            int[][] lags) {
        int tasks = firstRole.length - 1;
        int[] taskOf = new int[nobodyCost.length];
        List<List<int[]>> followers = new ArrayList<>();
        for (int t = 0; t < tasks; t++) {
            Arrays.fill(taskOf, firstRole[t], firstRole[t + 1], t);
            followers.add(new ArrayList<>());
            for (int i = 0; firstRole[t] < firstRole[t + 1] && i < predecessors[t].length; i++) {
                followers.get(predecessors[t][i]).add(new int[] {t, lags[t][i]});
            }
        }
        return new Core(
                weeks,
                loadBefore.length,
                firstRole,
                taskOf,
                together,
                oneRoleEach,
                room,
                loadBefore,
                fairness,
                options,
                nobodyCost,
                constantCost,
                predecessors,
                lags,
                followers.stream().map(list -> column(list, 0)).toArray(int[][]::new),
                followers.stream().map(list -> column(list, 1)).toArray(int[][]::new),
                Keep.nothing(nobodyCost.length));
    }

    public Core keeping(Keep other) {
        return new Core(
                weeks,
                members,
                firstRole,
                taskOf,
                together,
                oneRoleEach,
                room,
                loadBefore,
                fairness,
                options,
                nobodyCost,
                constantCost,
                predecessors,
                lags,
                successors,
                successorLags,
                other);
    }

    private static int[] column(List<int[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column]).toArray();
    }

    public int roles() {
        return nobodyCost.length;
    }

    public int tasks() {
        return together.length;
    }

    /** The minutes of a member who fills every week, with those before. */
    public long fullLoad(int member) {
        long load = loadBefore[member];
        for (int c = member * weeks; c < (member + 1) * weeks; c++) {
            load += room[c];
        }
        return load;
    }
}
