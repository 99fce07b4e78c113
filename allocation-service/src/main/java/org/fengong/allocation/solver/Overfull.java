package org.fengong.allocation.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.State;
import org.fengong.allocation.solver.plan.TooFull;
import org.fengong.allocation.solver.problem.PlanningRole;

/**
 * Looks for the smallest reason that a role finds no time: a maximum flow of minutes from roles to members' weeks says
 * whether roles fit, the side of its cut that cannot be served is a set that does not (Hall), and a deletion filter takes
 * from it what is not needed. When no role can be left out, no week can either: with boundless time in one of them, its
 * role is served there, and the others fit without it.
 */
final class Overfull {
    /** Roles looked at for one reason; a set is only searched for among those nearest to the role. */
    private static final int MOST_ROLES = 60;

    /** Roles for which a reason is looked for in one plan. */
    private static final int MOST_REASONS = 50;

    private final Model model;
    private final Core core;
    private final State state;
    private final int[][] cells;
    private int looked;

    Overfull(Model model, State state) {
        this.model = model;
        this.state = state;
        core = model.core();
        cells = new int[core.roles()][];
    }

    /** Null when the role and what is placed would fit if work could be cut at will, and when that was not looked for. */
    TooFull of(int role) {
        if (looked++ >= MOST_REASONS) {
            return null;
        }
        List<Integer> roles = unserved(neighbours(role));
        for (int i = 0; i < roles.size(); ) {
            List<Integer> others = new ArrayList<>(roles);
            others.remove(i);
            List<Integer> smaller = unserved(others);
            if (smaller.isEmpty()) {
                i++;
            } else {
                roles = smaller;
                i = 0;
            }
        }
        return roles.isEmpty() ? null : tooFull(roles);
    }

    /** The role, and the placed ones that could be done by the same members, or by those of such, nearest first. */
    private List<Integer> neighbours(int role) {
        Set<Integer> found = new LinkedHashSet<>(List.of(role));
        var queue = new ArrayDeque<>(found);
        while (!queue.isEmpty() && found.size() < MOST_ROLES) {
            int next = queue.remove();
            for (int r = 0; r < core.roles() && found.size() < MOST_ROLES; r++) {
                if (state.option[r] != State.NOBODY && meet(cells(next), cells(r)) && found.add(r)) {
                    queue.add(r);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean meet(int[] ascending, int[] others) {
        for (int i = 0, k = 0; i < ascending.length && k < others.length; ) {
            if (ascending[i] == others[k]) {
                return true;
            }
            if (ascending[i] < others[k]) {
                i++;
            } else {
                k++;
            }
        }
        return false;
    }

    /** Weeks of members in which the role may be done: member · weeks + week, ascending. */
    private int[] cells(int role) {
        if (cells[role] == null) {
            PlanningRole planned = model.roles().get(role);
            StartWindows.Window window = model.windows()[core.taskOf()[role]];
            int last = Math.min(window.latestEnd(), core.weeks() - 1);
            cells[role] = IntStream.range(0, model.members().size())
                    .filter(m -> Eligibility.mayHave(planned, model.members().get(m)))
                    .flatMap(m -> IntStream.rangeClosed(window.earliestStart(planned), last)
                            .map(week -> m * core.weeks() + week))
                    .toArray();
        }
        return cells[role];
    }

    /** Empty when all fit; else roles among them that together do not. */
    private List<Integer> unserved(List<Integer> roles) {
        var flow = new Flow(roles);
        for (int i = 0; i < roles.size(); i++) {
            List<Integer> stuck = flow.serve(i);
            if (!stuck.isEmpty()) {
                return stuck.stream().map(roles::get).sorted().toList();
            }
        }
        return List.of();
    }

    private TooFull tooFull(List<Integer> roles) {
        int[] all = roles.stream()
                .flatMapToInt(r -> Arrays.stream(cells(r)))
                .distinct()
                .sorted()
                .toArray();
        List<TooFull.Place> places = new ArrayList<>();
        for (int m = 0; m < model.members().size(); m++) {
            int first = m * core.weeks();
            List<Integer> weeks = Arrays.stream(all)
                    .filter(cell -> cell >= first && cell < first + core.weeks())
                    .mapToObj(cell -> cell - first)
                    .toList();
            if (!weeks.isEmpty()) {
                places.add(new TooFull.Place(model.members().get(m).id(), weeks));
            }
        }
        return new TooFull(
                roles.stream().map(r -> model.roles().get(r).id()).sorted().toList(),
                places,
                roles.stream()
                        .mapToLong(r -> model.roles().get(r).effortMinutes())
                        .sum(),
                Arrays.stream(all).mapToLong(cell -> core.room()[cell]).sum());
    }

    /** Minutes of roles on cells; a role that finds no free cell pushes others to theirs. */
    private final class Flow {
        private final List<Integer> roles;
        private final int[] free = core.room().clone();
        private final int[][] given;

        Flow(List<Integer> roles) {
            this.roles = roles;
            given = new int[roles.size()][];
        }

        /** @return empty when all of the role's minutes found a place; else everyone who was asked in vain */
        List<Integer> serve(int index) {
            given[index] = new int[free.length];
            int open = model.roles().get(roles.get(index)).effortMinutes();
            while (open > 0) {
                int[] cellOf = new int[roles.size()]; // from which a role is pushed
                int[] roleOf = new int[free.length]; // who asks for a cell
                Arrays.fill(cellOf, -1);
                Arrays.fill(roleOf, -1);
                List<Integer> asked = new ArrayList<>(List.of(index));
                int cell = freeCell(index, asked, cellOf, roleOf);
                if (cell < 0) {
                    return asked;
                }
                open -= push(index, cell, open, cellOf, roleOf);
            }
            return List.of();
        }

        private int freeCell(int index, List<Integer> asked, int[] cellOf, int[] roleOf) {
            for (int next = 0; next < asked.size(); next++) {
                int asking = asked.get(next);
                for (int cell : cells(roles.get(asking))) {
                    if (roleOf[cell] >= 0) {
                        continue;
                    }
                    roleOf[cell] = asking;
                    if (free[cell] > 0) {
                        return cell;
                    }
                    for (int other = 0; other < roles.size(); other++) {
                        if (other != index && given[other] != null && given[other][cell] > 0 && cellOf[other] < 0) {
                            cellOf[other] = cell;
                            asked.add(other);
                        }
                    }
                }
            }
            return -1;
        }

        private int push(int index, int last, int open, int[] cellOf, int[] roleOf) {
            int minutes = Math.min(open, free[last]);
            for (int role = roleOf[last]; role != index; role = roleOf[cellOf[role]]) {
                minutes = Math.min(minutes, given[role][cellOf[role]]);
            }
            free[last] -= minutes;
            int cell = last;
            for (int role = roleOf[last]; ; role = roleOf[cell]) {
                given[role][cell] += minutes;
                if (role == index) {
                    return minutes;
                }
                cell = cellOf[role];
                given[role][cell] -= minutes;
            }
        }
    }
}
