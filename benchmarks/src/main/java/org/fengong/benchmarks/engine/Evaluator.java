package org.fengong.benchmarks.engine;

import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/** Judges every engine's plans by the instance alone: it shares no code with any engine. */
final class Evaluator {
    private final Instance instance;
    private final Plan plan;

    private Evaluator(Instance instance, Plan plan) {
        this.instance = instance;
        this.plan = plan;
    }

    /** @throws IllegalArgumentException naming the first hard rule that the plan breaks */
    static long cost(Instance instance, Plan plan) {
        return new Evaluator(instance, plan).cost();
    }

    private long cost() {
        int[][] hours = new int[instance.members().size()][instance.weeks()];
        long cost = 0;
        for (int t = 0; t < instance.tasks().size(); t++) {
            Task task = instance.tasks().get(t);
            cost += plan.member()[t] < 0 ? backlog(t, task) : placed(t, task, hours);
        }
        for (int m = 0; m < hours.length; m++) {
            cost += load(m, hours[m]);
        }
        return cost;
    }

    private static long backlog(int t, Task task) {
        check(task.backlogCost() != Instance.NO_BACKLOG && !task.pinned(), t, "must be placed");
        return task.backlogCost();
    }

    private long placed(int t, Task task, int[][] hours) {
        int member = plan.member()[t];
        int week = plan.week()[t];
        Option option = task.optionOf(member);
        check(option != null, t, "is with a member who is no option");
        check(week >= task.earliest() && week < instance.weeks(), t, "is outside its weeks");
        check(
                !task.pinned() || member == task.previousMember() && week == task.previousWeek(),
                t,
                "has left its pinned place");
        for (int before : task.predecessors()) {
            check(plan.member()[before] >= 0, t, "waits for a task in the backlog");
            check(plan.week()[before] < week, t, "starts before a predecessor has ended");
        }
        hours[member][week] += option.effort();
        return task.cost(option, week);
    }

    private long load(int m, int[] hours) {
        Member member = instance.members().get(m);
        long load = 0;
        for (int w = 0; w < hours.length; w++) {
            if (hours[w] > member.capacity()[w]) {
                throw new IllegalArgumentException("Member " + m + " has " + hours[w] + " hours in week " + w
                        + " and room for " + member.capacity()[w] + ".");
            }
            load += hours[w];
        }
        return Member.COST_ABOVE_FIRST * Math.max(0, load - member.thresholds()[0])
                + Member.COST_ABOVE_SECOND * Math.max(0, load - member.thresholds()[1]);
    }

    private static void check(boolean holds, int task, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("Task " + task + " " + fault + ".");
        }
    }
}
