package org.fengong.benchmarks.engine;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/**
 * An instance for CP-SAT: a literal for each task, member and week, and one for the backlog, of which exactly one holds;
 * a knapsack for each member and week; the hours above a member's thresholds as the greater of them and none.
 */
final class CpSatModel {
    private final Instance instance;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private final List<List<Place>> places = new ArrayList<>();
    private final LinearExprBuilder[][] hours;

    /** Where a task goes if the literal holds; member and week are −1 in the backlog. */
    private record Place(Literal literal, int member, int week) {}

    /** The places of every task: it keeps no more of the model than plans need. */
    record Places(List<List<Place>> ofTasks) {
        /** The number of the place that each task has. */
        int[] chosen(Predicate<Literal> holds) {
            return ofTasks.stream()
                    .mapToInt(ofTask -> IntStream.range(0, ofTask.size())
                            .filter(p -> holds.test(ofTask.get(p).literal))
                            .findFirst()
                            .orElseThrow())
                    .toArray();
        }

        Plan plan(int[] chosen) {
            return new Plan(
                    IntStream.range(0, chosen.length)
                            .map(t -> ofTasks.get(t).get(chosen[t]).member)
                            .toArray(),
                    IntStream.range(0, chosen.length)
                            .map(t -> ofTasks.get(t).get(chosen[t]).week)
                            .toArray());
        }
    }

    CpSatModel(Instance instance) {
        this.instance = instance;
        hours = new LinearExprBuilder[instance.members().size()][instance.weeks()];
        for (LinearExprBuilder[] ofMember : hours) {
            for (int week = 0; week < ofMember.length; week++) {
                ofMember[week] = LinearExpr.newBuilder();
            }
        }
        instance.tasks().forEach(this::add);
        for (int t = 0; t < places.size(); t++) {
            for (int before : instance.tasks().get(t).predecessors()) {
                order(places.get(before), places.get(t));
            }
        }
        for (int m = 0; m < hours.length; m++) {
            limit(instance.members().get(m), hours[m]);
        }
        model.minimize(cost);
    }

    CpModel model() {
        return model;
    }

    Places places() {
        return new Places(places);
    }

    private void add(Task task) {
        List<Place> ofTask = new ArrayList<>();
        for (Option option : task.options()) {
            for (int week = task.earliest(); week < instance.weeks(); week++) {
                boolean free =
                        !task.pinned() || option.member() == task.previousMember() && week == task.previousWeek();
                if (free
                        && option.effort()
                                <= instance.members().get(option.member()).capacity()[week]) {
                    ofTask.add(place(option.member(), week, task.cost(option, week)));
                    hours[option.member()][week].addTerm(ofTask.get(ofTask.size() - 1).literal, option.effort());
                }
            }
        }
        if (task.backlogCost() != Instance.NO_BACKLOG && !task.pinned()) {
            ofTask.add(place(-1, -1, task.backlogCost()));
        }
        model.addExactlyOne(ofTask.stream().map(Place::literal).toList());
        places.add(ofTask);
    }

    private Place place(int member, int week, long placeCost) {
        BoolVar literal = model.newBoolVar("");
        cost.addTerm(literal, placeCost);
        return new Place(literal, member, week);
    }

    /** What has begun by a week had its predecessor begin in a week before. */
    private void order(List<Place> before, List<Place> after) {
        for (int week = 0; week < instance.weeks(); week++) {
            model.addLessOrEqual(begun(after, week), begun(before, week - 1));
        }
    }

    private static LinearExpr begun(List<Place> ofTask, int by) {
        return LinearExpr.sum(ofTask.stream()
                .filter(place -> place.week >= 0 && place.week <= by)
                .map(Place::literal)
                .toArray(Literal[]::new));
    }

    private void limit(Member member, LinearExprBuilder[] byWeek) {
        LinearExprBuilder load = LinearExpr.newBuilder();
        long most = 0;
        for (int week = 0; week < byWeek.length; week++) {
            model.addLessOrEqual(byWeek[week], member.capacity()[week]);
            load.add(byWeek[week]);
            most += member.capacity()[week];
        }
        dear(load, most, member.thresholds()[0], Member.COST_ABOVE_FIRST);
        dear(load, most, member.thresholds()[1], Member.COST_ABOVE_SECOND);
    }

    private void dear(LinearExprBuilder load, long most, int threshold, int costOfHour) {
        if (most > threshold) {
            IntVar above = model.newIntVar(0, most - threshold, "");
            model.addMaxEquality(
                    above,
                    List.of(
                            LinearExpr.constant(0),
                            LinearExpr.newBuilder().add(load).add(-threshold)));
            cost.addTerm(above, costOfHour);
        }
    }
}
