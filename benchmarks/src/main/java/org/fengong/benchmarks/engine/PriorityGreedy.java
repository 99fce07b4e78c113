package org.fengong.benchmarks.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/**
 * What a careful person does by hand: the most important task first, each to who suits it best and still has room, in the
 * first such week. Nothing is ever moved again.
 */
record PriorityGreedy() implements Solver {
    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public Duration atMost(Duration ceiling) {
        return Duration.ZERO;
    }

    @Override
    public Outcome solve(Instance instance, long seed, Duration ceiling, Watch watch) {
        Plan plan = new Attempt(instance).plan();
        long value;
        try {
            value = Evaluator.cost(instance, plan);
        } catch (IllegalArgumentException e) {
            return new Outcome(null, Run.NONE, NO_BOUND, instance.tasks().size(), "stuck");
        }
        watch.better(instance.tasks().size(), value, NO_BOUND, () -> plan);
        return new Outcome(plan, value, NO_BOUND, instance.tasks().size(), "done");
    }

    private static final class Attempt {
        private static final int BACKLOG = -1;

        private final List<Task> tasks;
        private final int weeks;
        private final int[][] room;
        private final boolean[] done;
        private final Plan plan;

        Attempt(Instance instance) {
            tasks = instance.tasks();
            weeks = instance.weeks();
            room = instance.members().stream()
                    .map(member -> member.capacity().clone())
                    .toArray(int[][]::new);
            done = new boolean[tasks.size()];
            plan = new Plan(new int[tasks.size()], new int[tasks.size()]);
        }

        Plan plan() {
            for (int t = 0; t < done.length; t++) {
                Task task = tasks.get(t);
                if (task.pinned()) {
                    put(t, task.optionOf(task.previousMember()), task.previousWeek());
                }
            }
            IntStream.range(0, done.length)
                    .boxed()
                    .sorted(Comparator.comparing((Integer t) -> -tasks.get(t).priority())
                            .thenComparing(t -> tasks.get(t).due()))
                    .forEach(this::place);
            return plan;
        }

        private void place(int t) {
            if (done[t]) {
                return;
            }
            Task task = tasks.get(t);
            int from = task.earliest();
            for (int before : task.predecessors()) {
                place(before);
                from = plan.member()[before] == BACKLOG ? weeks : Math.max(from, plan.week()[before] + 1);
            }
            List<Option> bestFirst = task.options().stream()
                    .sorted(Comparator.comparing(Option::cost))
                    .toList();
            for (Option option : bestFirst) {
                for (int week = from; week < weeks; week++) {
                    if (option.effort() <= room[option.member()][week]) {
                        put(t, option, week);
                        return;
                    }
                }
            }
            done[t] = true;
            plan.member()[t] = BACKLOG;
            plan.week()[t] = BACKLOG;
        }

        private void put(int t, Option option, int week) {
            done[t] = true;
            room[option.member()][week] -= option.effort();
            plan.member()[t] = option.member();
            plan.week()[t] = week;
        }
    }
}
