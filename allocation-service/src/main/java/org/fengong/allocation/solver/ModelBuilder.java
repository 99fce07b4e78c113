package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;
import org.fengong.allocation.solver.core.Keep;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.PublishedAssignment;
import org.fengong.allocation.solver.problem.TaskDependency;

/** Puts a problem on arrays and lists the options of every free role. */
final class ModelBuilder {
    /** Doubles hold whole numbers up to here exactly, and a long has room for sums of scaled ones. */
    private static final long COST_LIMIT = 1L << 52;

    private final PlanningProblem problem;
    private final FixedRoles fixed;
    private final Rates rates;
    private final List<PlanningTask> tasks;
    private final Map<String, Integer> taskIndex = new HashMap<>();
    private final Map<String, Integer> memberIndex = new HashMap<>();
    private final Map<String, PublishedAssignment> published;
    private final List<PlanningRole> freeRoles = new ArrayList<>();
    private final int[] firstRole;
    private final int[][] room;

    private ModelBuilder(PlanningProblem problem) {
        this.problem = problem;
        fixed = new FixedRoles(problem);
        rates = new Rates(problem.policy().weights(), problem.weeks());
        tasks = TaskOrder.topological(problem.tasks());
        published = problem.published().stream().collect(Collectors.toMap(PublishedAssignment::roleId, one -> one));
        problem.members().forEach(member -> memberIndex.put(member.id(), memberIndex.size()));
        firstRole = new int[tasks.size() + 1];
        for (int t = 0; t < tasks.size(); t++) {
            taskIndex.put(tasks.get(t).id(), t);
            tasks.get(t).roles().stream().filter(role -> !fixed.isFixed(role)).forEach(freeRoles::add);
            firstRole[t + 1] = freeRoles.size();
        }
        room = problem.members().stream().map(fixed::room).toArray(int[][]::new);
    }

    static Model build(PlanningProblem problem) {
        return new ModelBuilder(problem).build();
    }

    private Model build() {
        int count = tasks.size();
        int[][] predecessors = new int[count][];
        int[][] lags = new int[count][];
        for (int t = 0; t < count; t++) {
            List<TaskDependency> inside = tasks.get(t).dependsOn().stream()
                    .filter(dependency -> taskIndex.containsKey(dependency.taskId()))
                    .filter(dependency -> hasFreeRoles(taskIndex.get(dependency.taskId())))
                    .toList();
            predecessors[t] = inside.stream()
                    .mapToInt(dependency -> taskIndex.get(dependency.taskId()))
                    .toArray();
            lags[t] = inside.stream().mapToInt(TaskDependency::lagWeeks).toArray();
        }
        boolean[] together = new boolean[count];
        boolean[] oneRoleEach = new boolean[count];
        for (int t = 0; t < count; t++) {
            together[t] = tasks.get(t).together();
            oneRoleEach[t] = !tasks.get(t).allowSameMember();
        }
        long[] loadBefore = problem.members().stream()
                .mapToLong(member -> MemberLoads.standing(member) + fixed.load(member))
                .toArray();
        Fairness fairness = MemberLoads.fairness(problem.policy().weights().fairness(), problem.members());
        var windows = new StartWindows(problem, tasks, taskIndex, fixed);
        Options options = options(windows);
        long[] nobodyCost = nobodyCost();
        long constantCost = constantCost(fairness);
        Core core = Core.of(
                        problem.weeks(),
                        firstRole,
                        together,
                        oneRoleEach,
                        IntStream.range(0, room.length)
                                .flatMap(m -> IntStream.of(room[m]))
                                .toArray(),
                        loadBefore,
                        fairness,
                        options,
                        nobodyCost,
                        constantCost,
                        predecessors,
                        lags)
                .keeping(keep(options));
        refuseHugeCosts(core);
        return new Model(
                problem,
                core,
                problem.members(),
                tasks,
                List.copyOf(freeRoles),
                windows.all(),
                List.copyOf(fixed.placements().values()));
    }

    private Keep keep(Options options) {
        int[] kept = new int[freeRoles.size()];
        for (int r = 0; r < kept.length; r++) {
            PublishedAssignment before = published.get(freeRoles.get(r).id());
            kept[r] = before == null ? Keep.FREE : keptOption(options, r, before);
        }
        Integer most = problem.policy().maxChanges();
        return new Keep(
                kept,
                most == null
                        ? Integer.MAX_VALUE
                        : most - FixedRoles.changes(problem, fixed.placements().values()));
    }

    private int keptOption(Options options, int role, PublishedAssignment before) {
        int m = memberIndex.getOrDefault(before.memberId(), -1);
        int start = Math.max(0, before.startWeek());
        for (int o = options.firstWith(role, m); o < options.first[role + 1] && options.member(o) == m; o++) {
            if (options.start(o) == start) {
                return o;
            }
        }
        return Keep.GONE;
    }

    private boolean hasFreeRoles(int task) {
        return firstRole[task] < firstRole[task + 1];
    }

    private Options options(StartWindows windows) {
        var options = new Options.Builder(freeRoles.size());
        for (int t = 0; t < tasks.size(); t++) {
            PlanningTask task = tasks.get(t);
            windows.open(t);
            for (int r = firstRole[t]; r < firstRole[t + 1]; r++) {
                for (PlanningMember member : problem.members()) {
                    if (mayHave(task, freeRoles.get(r), member)) {
                        options(task, freeRoles.get(r), member, windows.of(t), options);
                    }
                }
                windows.roleEndsEarliest(t, options.endRole());
            }
        }
        return options.build();
    }

    private boolean mayHave(PlanningTask task, PlanningRole role, PlanningMember member) {
        return Eligibility.mayHave(role, member) && (task.allowSameMember() || !holdsFixedRole(task, member));
    }

    private boolean holdsFixedRole(PlanningTask task, PlanningMember member) {
        return task.roles().stream()
                .anyMatch(
                        role -> fixed.isFixed(role) && fixed.of(role).memberId().equals(member.id()));
    }

    private void options(
            PlanningTask task,
            PlanningRole role,
            PlanningMember member,
            StartWindows.Window window,
            Options.Builder options) {
        int m = memberIndex.get(member.id());
        long memberRate = rates.ofMember(role, member);
        for (int start = window.earliestStart(role); start <= window.latestStart(); start++) {
            RoleWeeks weeks = RoleWeeks.of(role, start, room[m]);
            if (weeks != null && weeks.endWeek() <= window.latestEnd()) {
                long rate = memberRate
                        + rates.ofEnd(task, weeks.endWeek())
                        + rates.ofChange(published.get(role.id()), member, start);
                options.add(m, start, weeks.endWeek(), weeks.minutes(), rate * role.effortMinutes());
            }
        }
    }

    private long[] nobodyCost() {
        long[] costs = new long[freeRoles.size()];
        for (int t = 0; t < tasks.size(); t++) {
            for (int r = firstRole[t]; r < firstRole[t + 1]; r++) {
                PlanningRole role = freeRoles.get(r);
                costs[r] = rates.ofNobody(tasks.get(t), published.get(role.id())) * role.effortMinutes();
            }
        }
        return costs;
    }

    private long constantCost(Fairness fairness) {
        long cost = 0;
        for (PlanningTask task : tasks) {
            for (PlanningRole role : task.roles()) {
                if (fixed.isFixed(role)) {
                    Placement placement = fixed.of(role);
                    PlanningMember member = problem.members().get(memberIndex.get(placement.memberId()));
                    long rate = rates.ofMember(role, member)
                            + rates.ofEnd(task, placement.endWeek())
                            + rates.ofChange(published.get(role.id()), member, placement.startWeek());
                    cost += rate * role.effortMinutes();
                }
            }
        }
        for (int m = 0; m < problem.members().size(); m++) {
            cost -= fairness.cost(m, MemberLoads.standing(problem.members().get(m)));
        }
        return cost;
    }

    private static void refuseHugeCosts(Core core) {
        Options options = core.options();
        double sum = Math.abs((double) core.constantCost());
        for (int m = 0; m < core.members(); m++) {
            sum += core.fairness().cost(m, core.fullLoad(m));
        }
        for (int r = 0; r < core.roles(); r++) {
            long most = core.nobodyCost()[r];
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                most = Math.max(most, options.cost(o));
            }
            sum += most;
        }
        if (sum > COST_LIMIT) {
            throw new IllegalArgumentException(
                    "The costs of the plan do not fit into whole numbers. Choose smaller weights.");
        }
    }
}
