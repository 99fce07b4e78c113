package org.fengong.benchmarks.engine;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;
import org.fengong.benchmarks.engine.TimefoldModel.Department;
import org.fengong.benchmarks.engine.TimefoldModel.Place;
import org.fengong.benchmarks.engine.TimefoldModel.Placement;

/** Soft: the cost. Hard: the hours above capacity, and the weeks by which tasks start before a predecessor has ended. */
public final class TimefoldCost implements IncrementalScoreCalculator<Department, HardSoftLongScore> {
    private static final int NOWHERE = -1;

    private Instance instance;

    /** Of each task, by member. */
    private Option[][] options;

    private int[][] successors;

    /** Where each task is as this object knows it; null = nowhere yet. */
    private Place[] places;

    private int[][] hours;
    private long[] load;
    private long overload;
    private long disorder;
    private long cost;

    @Override
    public void resetWorkingSolution(Department department) {
        if (instance != department.instance) {
            instance = department.instance;
            read();
        }
        places = new Place[instance.tasks().size()];
        hours = new int[instance.members().size()][instance.weeks()];
        load = new long[instance.members().size()];
        overload = 0;
        disorder = 0;
        cost = 0;
        department.placements.forEach(this::insert);
    }

    private void read() {
        List<Task> tasks = instance.tasks();
        options = tasks.stream()
                .map(task -> task.options().stream()
                        .sorted(Comparator.comparing(Option::member))
                        .toArray(Option[]::new))
                .toArray(Option[][]::new);
        successors = new int[tasks.size()][0];
        for (int t = 0; t < tasks.size(); t++) {
            for (int before : tasks.get(t).predecessors()) {
                int count = successors[before].length;
                successors[before] = Arrays.copyOf(successors[before], count + 1);
                successors[before][count] = t;
            }
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        retract((Placement) entity);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        insert((Placement) entity);
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        insert((Placement) entity);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        retract((Placement) entity);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-overload - disorder, -cost);
    }

    private void insert(Placement placement) {
        if (placement.place != null) {
            places[placement.number] = placement.place;
            count(placement, 1);
        }
    }

    private void retract(Placement placement) {
        if (places[placement.number] != null) {
            count(placement, -1);
            places[placement.number] = null;
        }
    }

    /** Adds what the task costs where it is, or takes it away. */
    private void count(Placement placement, int sign) {
        int t = placement.number;
        Place place = places[t];
        disorder += sign * disorder(t);
        if (place.member() == NOWHERE) {
            cost += sign * (long) placement.task.backlogCost();
            return;
        }
        int m = place.member();
        Option option = option(t, m);
        cost += sign * placement.task.cost(option, place.week());
        Member member = instance.members().get(m);
        int capacity = member.capacity()[place.week()];
        overload -= Math.max(0, hours[m][place.week()] - capacity);
        hours[m][place.week()] += sign * option.effort();
        overload += Math.max(0, hours[m][place.week()] - capacity);
        cost -= loadCost(member, load[m]);
        load[m] += sign * option.effort();
        cost += loadCost(member, load[m]);
    }

    private Option option(int task, int member) {
        Option[] ofTask = options[task];
        int low = 0;
        for (int high = ofTask.length - 1; low < high; ) {
            int middle = (low + high) >>> 1;
            if (ofTask[middle].member() < member) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return ofTask[low];
    }

    private static long loadCost(Member member, long load) {
        return Member.COST_ABOVE_FIRST * Math.max(0, load - member.thresholds()[0])
                + Member.COST_ABOVE_SECOND * Math.max(0, load - member.thresholds()[1]);
    }

    /** Between the task and its neighbours that are somewhere. */
    private int disorder(int task) {
        int weeks = 0;
        for (int before : instance.tasks().get(task).predecessors()) {
            weeks += disorder(places[before], places[task]);
        }
        for (int after : successors[task]) {
            weeks += disorder(places[task], places[after]);
        }
        return weeks;
    }

    /** The backlog is the week after the last one; what is in it waits for nothing. */
    private int disorder(Place before, Place after) {
        if (before == null || after == null || after.member() == NOWHERE) {
            return 0;
        }
        int end = before.member() == NOWHERE ? instance.weeks() : before.week();
        return Math.max(0, end + 1 - after.week());
    }
}
