package org.fengong.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;
import org.fengong.benchmarks.engine.Instance.Member;
import org.fengong.benchmarks.engine.Instance.Option;
import org.fengong.benchmarks.engine.Instance.Task;

/** Puts an instance on the engine's arrays. Pinned tasks are not asked: they take room, load and cost beforehand. */
final class CoreFactory {
    private final Instance instance;
    private final int weeks;

    /** The tasks that the engine places, by instance number, each after its predecessors. */
    private final int[] order;

    private final int[] position;
    private final int[] room;
    private final long[] load;
    private long constantCost;
    private Options options;

    CoreFactory(Instance instance) {
        this.instance = instance;
        weeks = instance.weeks();
        room = instance.members().stream()
                .flatMapToInt(member -> Arrays.stream(member.capacity()))
                .toArray();
        load = new long[instance.members().size()];
        position = new int[instance.tasks().size()];
        Arrays.fill(position, -1);
        order = topological();
        for (Task task : instance.tasks()) {
            if (task.pinned()) {
                pin(task);
            }
        }
    }

    private int[] topological() {
        int[] sorted = new int[position.length];
        int count = 0;
        for (int before = -1; before < count; ) {
            before = count;
            for (int t = 0; t < position.length; t++) {
                Task task = instance.tasks().get(t);
                boolean ready = Arrays.stream(task.predecessors())
                        .allMatch(
                                p -> position[p] >= 0 || instance.tasks().get(p).pinned());
                if (!task.pinned() && position[t] < 0 && ready) {
                    position[t] = count;
                    sorted[count++] = t;
                }
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private void pin(Task task) {
        Option option = task.optionOf(task.previousMember());
        room[option.member() * weeks + task.previousWeek()] -= option.effort();
        load[option.member()] += option.effort();
        constantCost += task.cost(option, task.previousWeek());
    }

    Core core() {
        var builder = new Options.Builder(order.length);
        long[] nobody = new long[order.length];
        int[][] predecessors = new int[order.length][];
        int[][] lags = new int[order.length][];
        long dearest = instance.tasks().stream()
                .flatMap(task -> task.options().stream())
                .mapToLong(Option::cost)
                .max()
                .orElse(0);
        for (int r = 0; r < order.length; r++) {
            Task task = instance.tasks().get(order[r]);
            addOptions(task, builder);
            // Where nothing may stay in the backlog, leaving one out costs more than any exchange of a few others.
            nobody[r] = task.backlogCost() == Instance.NO_BACKLOG ? 10 * dearest : task.backlogCost();
            predecessors[r] = Arrays.stream(task.predecessors())
                    .filter(p -> position[p] >= 0)
                    .map(p -> position[p])
                    .toArray();
            lags[r] = new int[predecessors[r].length];
            Arrays.fill(lags[r], 1);
        }
        options = builder.build();
        List<Member> members = instance.members();
        long[] thresholds = members.stream()
                .flatMapToInt(member -> Arrays.stream(member.thresholds()))
                .asLongStream()
                .toArray();
        var fairness = new Fairness(new long[] {Member.COST_ABOVE_FIRST, Member.COST_ABOVE_SECOND}, thresholds);
        return Core.of(
                weeks,
                IntStream.rangeClosed(0, order.length).toArray(),
                new boolean[order.length],
                new boolean[order.length],
                room,
                load,
                fairness,
                options,
                nobody,
                constantCost,
                predecessors,
                lags);
    }

    private void addOptions(Task task, Options.Builder builder) {
        int earliest = task.earliest();
        for (int p : task.predecessors()) {
            Task before = instance.tasks().get(p);
            earliest = Math.max(earliest, before.pinned() ? before.previousWeek() + 1 : before.earliest() + 1);
        }
        List<Option> sorted = task.options().stream()
                .sorted((one, other) -> one.member() - other.member())
                .toList();
        for (Option option : sorted) {
            for (int week = earliest; week < weeks; week++) {
                if (option.effort() <= room[option.member() * weeks + week]) {
                    builder.add(option.member(), week, week, new int[] {option.effort()}, task.cost(option, week));
                }
            }
        }
        builder.endRole();
    }

    /** Whether the instance lets the roles without anybody be so. */
    boolean admits(int[] chosen) {
        for (int r = 0; r < chosen.length; r++) {
            if (chosen[r] == State.NOBODY && instance.tasks().get(order[r]).backlogCost() == Instance.NO_BACKLOG) {
                return false;
            }
        }
        return true;
    }

    Plan plan(int[] chosen) {
        var plan = new Plan(new int[position.length], new int[position.length]);
        for (int t = 0; t < position.length; t++) {
            Task task = instance.tasks().get(t);
            int o = task.pinned() ? State.NOBODY : chosen[position[t]];
            plan.member()[t] = task.pinned() ? task.previousMember() : o == State.NOBODY ? -1 : options.member(o);
            plan.week()[t] = task.pinned() ? task.previousWeek() : o == State.NOBODY ? -1 : options.start(o);
        }
        return plan;
    }
}
