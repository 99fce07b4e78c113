package org.fengong.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/** Instances so small that all of their plans can be tried, with little room and every rule. */
final class TinyInstances {
    private static final int WEEKS = 2;
    private static final int TASKS = 6;

    private TinyInstances() {}

    /** Two members, two weeks, six tasks: predecessors, a plan before, pins, hours above both thresholds. */
    static Instance department(long seed) {
        var draws = new Random(seed);
        List<Member> members = List.of(member(draws), member(draws));
        List<Task> tasks = new ArrayList<>();
        for (int t = 0; t < TASKS; t++) {
            int earliest = draws.nextInt(4) / 3;
            int previous = draws.nextInt(4) - 2;
            boolean pinned = t == 0 && previous >= 0;
            int[] predecessors = t > 0 && draws.nextInt(3) == 0 ? new int[] {draws.nextInt(t)} : new int[0];
            int effort = 2 + draws.nextInt(6);
            List<Option> options = IntStream.of(
                            draws.nextInt(4) == 0 && previous < 0 ? new int[] {1} : new int[] {0, 1})
                    .mapToObj(m -> new Option(m, effort, draws.nextInt(30)))
                    .toList();
            tasks.add(new Task(
                    1 + draws.nextInt(3),
                    earliest,
                    earliest + draws.nextInt(2),
                    40 + draws.nextInt(100),
                    Math.max(-1, previous),
                    previous < 0 ? -1 : earliest,
                    pinned,
                    predecessors,
                    options));
        }
        return new Instance("tiny-" + seed, WEEKS, members, tasks, 0, 0);
    }

    private static Member member(Random draws) {
        int first = 4 + draws.nextInt(6);
        return new Member(
                new int[] {8 + draws.nextInt(5), 8 + draws.nextInt(5)}, new int[] {first, first + draws.nextInt(5)});
    }

    /** Three agents, seven tasks; there may be no plan. */
    static Instance assignment(long seed) {
        var draws = new Random(seed);
        String costs = numbers(draws, 21, 10, 40);
        String weights = numbers(draws, 21, 5, 20);
        return Instances.gap("tiny-" + seed, "3 7 " + costs + weights + numbers(draws, 3, 28, 12));
    }

    private static String numbers(Random draws, int count, int from, int range) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(from + draws.nextInt(range)).append(' ');
        }
        return text.toString();
    }

    /** What the best of all plans costs; {@link Run#NONE} without any. */
    static long best(Instance instance) {
        long[] best = {Run.NONE};
        int count = instance.tasks().size();
        plans(instance, new Plan(new int[count], new int[count]), 0, plan -> {
            try {
                long cost = Evaluator.cost(instance, plan);
                best[0] = best[0] == Run.NONE ? cost : Math.min(best[0], cost);
            } catch (IllegalArgumentException e) {
                // It breaks a rule.
            }
        });
        return best[0];
    }

    private static void plans(Instance instance, Plan plan, int task, Consumer<Plan> judge) {
        if (task == instance.tasks().size()) {
            judge.accept(plan);
            return;
        }
        for (int m = -1; m < instance.members().size(); m++) {
            for (int week = m < 0 ? -1 : 0; week < (m < 0 ? 0 : instance.weeks()); week++) {
                plan.member()[task] = m;
                plan.week()[task] = week;
                plans(instance, plan, task + 1, judge);
            }
        }
    }
}
