package org.fengong.benchmarks.engine;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/**
 * An instance for Timefold: every task has one of its places, a member's week or the backlog. The places are shared by the
 * tasks, so that tasks can swap theirs.
 */
final class TimefoldModel {
    private TimefoldModel() {}

    /** The problem, and its plan. */
    @PlanningSolution
    public static class Department {
        Instance instance;

        @PlanningEntityCollectionProperty
        List<Placement> placements;

        @PlanningScore
        HardSoftLongScore score;

        boolean placed() {
            return placements.stream().allMatch(placement -> placement.place != null);
        }

        Plan plan() {
            return new Plan(
                    placements.stream()
                            .mapToInt(placement -> placement.place.member)
                            .toArray(),
                    placements.stream()
                            .mapToInt(placement -> placement.place.week)
                            .toArray());
        }
    }

    /** Where one task goes. */
    @PlanningEntity(comparatorClass = ByDifficulty.class)
    public static class Placement {
        int number;
        Task task;

        /** How many tasks in a row must end before. */
        int depth;

        @PlanningPin
        boolean pinned;

        @ValueRangeProvider
        List<Place> places;

        @PlanningVariable
        Place place;
    }

    /** A member's week; both are −1 in the backlog. */
    record Place(int member, int week) {}

    /** The construction heuristic takes the most difficult first: those that others wait for, then the largest. */
    public static final class ByDifficulty implements Comparator<Placement> {
        private static final Comparator<Placement> ORDER = Comparator.comparing(
                        (Placement placement) -> -placement.depth)
                .thenComparing(placement -> placement.task.options().get(0).effort());

        @Override
        public int compare(Placement one, Placement other) {
            return ORDER.compare(one, other);
        }
    }

    static Department of(Instance instance) {
        var backlog = new Place(-1, -1);
        var shared = new Place[instance.members().size()][instance.weeks()];
        for (int m = 0; m < shared.length; m++) {
            for (int week = 0; week < instance.weeks(); week++) {
                shared[m][week] = new Place(m, week);
            }
        }
        var department = new Department();
        department.instance = instance;
        department.placements = new ArrayList<>();
        for (Task task : instance.tasks()) {
            var placement = new Placement();
            placement.number = department.placements.size();
            placement.task = task;
            placement.depth = depth(task, instance);
            placement.pinned = task.pinned();
            placement.places = new ArrayList<>();
            for (Option option : task.options()) {
                for (int week = task.earliest(); week < instance.weeks(); week++) {
                    if (option.effort()
                            <= instance.members().get(option.member()).capacity()[week]) {
                        placement.places.add(shared[option.member()][week]);
                    }
                }
            }
            if (task.backlogCost() != Instance.NO_BACKLOG) {
                placement.places.add(backlog);
            }
            placement.place = task.pinned() ? shared[task.previousMember()][task.previousWeek()] : null;
            department.placements.add(placement);
        }
        return department;
    }

    private static int depth(Task task, Instance instance) {
        int depth = 0;
        for (int before : task.predecessors()) {
            depth = Math.max(depth, 1 + depth(instance.tasks().get(before), instance));
        }
        return depth;
    }
}
