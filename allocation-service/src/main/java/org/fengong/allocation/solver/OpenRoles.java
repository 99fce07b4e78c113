package org.fengong.allocation.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.NearestHolder;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.plan.UnassignedReason;
import org.fengong.allocation.solver.plan.UnassignedRole;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;
import org.fengong.allocation.solver.problem.TaskDependency;

/** Says why a role has nobody: first what no plan could change, then what this plan leaves it. */
final class OpenRoles {
    private static final int NEAREST = 3;

    private final State state;
    private final Model model;
    private final Core core;
    private final Options options;
    private final Overfull overfull;

    OpenRoles(Model model, State state) {
        this.state = state;
        this.model = model;
        core = model.core();
        options = core.options();
        overfull = new Overfull(model, state);
    }

    UnassignedRole explain(int role, CostBreakdown costs) {
        Why why = why(role);
        PlanningRole planned = model.roles().get(role);
        return new UnassignedRole(
                model.tasks().get(core.taskOf()[role]).id(),
                planned.id(),
                why.reason,
                why.reason == UnassignedReason.NO_ONE_HOLDS_SKILL ? nearest(planned) : List.of(),
                why.taskId,
                why.week,
                isOfTime(why.reason) ? overfull.of(role) : null,
                costs);
    }

    private static boolean isOfTime(UnassignedReason reason) {
        return reason == UnassignedReason.ALL_HOLDERS_FULL || reason == UnassignedReason.NO_CAPACITY_BEFORE_HORIZON_END;
    }

    private record Why(UnassignedReason reason, String taskId, Integer week) {
        static Why of(UnassignedReason reason) {
            return new Why(reason, null, null);
        }

        static Why of(UnassignedReason reason, PlanningTask task) {
            return new Why(reason, task.id(), null);
        }
    }

    private Why why(int role) {
        PlanningRole planned = model.roles().get(role);
        List<PlanningMember> holders = model.members().stream()
                .filter(member -> Eligibility.holdsSkills(planned, member))
                .toList();
        if (holders.isEmpty()) {
            return Why.of(UnassignedReason.NO_ONE_HOLDS_SKILL);
        }
        if (holders.stream().noneMatch(member -> Eligibility.inDepartment(planned, member))) {
            return Why.of(UnassignedReason.NO_ONE_IN_DEPARTMENT);
        }
        if (holders.stream().noneMatch(member -> Eligibility.mayHave(planned, member))) {
            return Why.of(UnassignedReason.DECLINED_BY_ALL);
        }
        int task = core.taskOf()[role];
        for (int predecessor : core.predecessors()[task]) {
            if (!state.taskComplete(predecessor)) {
                return Why.of(
                        UnassignedReason.PREDECESSOR_UNASSIGNED, model.tasks().get(predecessor));
            }
        }
        return options.none(role) ? withoutOption(role, task) : withOptions(role, task);
    }

    /** No plan could place the role: which of the things that stand keeps it out? */
    private Why withoutOption(int role, int task) {
        PlanningRole planned = model.roles().get(role);
        StartWindows.Window window = model.windows()[task];
        if (window.earliestStart(planned) >= core.weeks()) {
            var predecessor = window.earliestStart() >= core.weeks() ? lastPredecessor(task) : null;
            return new Why(UnassignedReason.STARTS_AFTER_HORIZON, predecessor, null);
        }
        boolean fitsSomewhere = false;
        boolean fitsInTime = false;
        for (int m = 0; m < model.members().size(); m++) {
            PlanningMember member = model.members().get(m);
            if (Eligibility.mayHave(planned, member)) {
                int[] room = Arrays.copyOfRange(core.room(), m * core.weeks(), (m + 1) * core.weeks());
                for (int start = window.earliestStart(planned); start < core.weeks(); start++) {
                    RoleWeeks weeks = RoleWeeks.of(planned, start, room);
                    fitsSomewhere |= weeks != null;
                    fitsInTime |= weeks != null && weeks.endWeek() <= window.latestEnd();
                }
            }
        }
        if (!fitsSomewhere) {
            return Why.of(UnassignedReason.NO_CAPACITY_BEFORE_HORIZON_END);
        }
        if (!fitsInTime) {
            return new Why(UnassignedReason.SUCCESSOR_PINNED_TOO_EARLY, firstPinnedSuccessor(task), null);
        }
        return Why.of(
                window.latestStart() < window.latestEnd()
                        ? UnassignedReason.NO_COMMON_WEEK
                        : UnassignedReason.HOLDERS_HAVE_ANOTHER_ROLE);
    }

    /** Other plans could place the role: what in this plan keeps it out? */
    private Why withOptions(int role, int task) {
        boolean onlyRoomLacks = false;
        boolean commonWeekLacks = false;
        boolean waitsTooLong = true;
        for (int o = options.first[role]; o < options.first[role + 1]; o++) {
            Rule rule = state.brokenRule(role, o);
            if (rule == null && state.fits(o)) {
                return Why.of(UnassignedReason.COSTS_MORE_THAN_LEAVING_IT);
            }
            onlyRoomLacks |= rule == null;
            commonWeekLacks |= rule == Rule.TOGETHER;
            waitsTooLong &= rule == Rule.DEPENDENCY;
        }
        if (onlyRoomLacks) {
            return new Why(UnassignedReason.ALL_HOLDERS_FULL, null, weekWithRoom(role));
        }
        if (waitsTooLong) {
            return new Why(UnassignedReason.STARTS_AFTER_HORIZON, lastPredecessor(task), null);
        }
        return Why.of(commonWeekLacks ? UnassignedReason.NO_COMMON_WEEK : UnassignedReason.HOLDERS_HAVE_ANOTHER_ROLE);
    }

    private int weekWithRoom(int role) {
        int from =
                model.windows()[core.taskOf()[role]].earliestStart(model.roles().get(role));
        for (int week = from; week < core.weeks(); week++) {
            for (int o = options.first[role]; o < options.first[role + 1]; o++) {
                if (state.roomIn(options.member(o), week) > 0) {
                    return week;
                }
            }
        }
        return core.weeks();
    }

    /** The predecessor that holds the task up longest; null when the task's own earliest start does. */
    private String lastPredecessor(int task) {
        PlanningTask waiting = model.tasks().get(task);
        String last = null;
        int latest = Math.max(0, waiting.earliestStartWeek());
        for (TaskDependency dependency : waiting.dependsOn()) {
            int start = endOf(dependency.taskId()) + dependency.lagWeeks();
            if (start > latest) {
                latest = start;
                last = dependency.taskId();
            }
        }
        return last;
    }

    private int endOf(String taskId) {
        int end = model.problem().outsideEndWeeks().getOrDefault(taskId, Integer.MIN_VALUE / 2);
        for (int t = 0; t < model.tasks().size(); t++) {
            if (model.tasks().get(t).id().equals(taskId)) {
                end = state.lastEnd(t);
                for (PlanningRole role : model.tasks().get(t).roles()) {
                    end = Math.max(end, fixedEnd(role));
                }
            }
        }
        return end;
    }

    private int fixedEnd(PlanningRole role) {
        return model.fixed().stream()
                .filter(placement -> placement.roleId().equals(role.id()))
                .mapToInt(Placement::endWeek)
                .max()
                .orElse(Integer.MIN_VALUE / 2);
    }

    private String firstPinnedSuccessor(int task) {
        String id = model.tasks().get(task).id();
        return model.problem().fixed().stream()
                .filter(fixed -> !fixed.running())
                .sorted(Comparator.comparing(FixedAssignment::startWeek))
                .map(fixed -> model.problem().tasks().stream()
                        .filter(other -> other.roles().stream()
                                .anyMatch(role -> role.id().equals(fixed.roleId())))
                        .findFirst()
                        .orElseThrow())
                .filter(other -> other.dependsOn().stream()
                        .anyMatch(dependency -> dependency.taskId().equals(id)))
                .map(PlanningTask::id)
                .findFirst()
                .orElse(null);
    }

    private List<NearestHolder> nearest(PlanningRole role) {
        return model.members().stream()
                .map(member -> new NearestHolder(member.id(), Eligibility.missing(role, member)))
                .sorted(Comparator.comparing(OpenRoles::missingLevels))
                .limit(NEAREST)
                .toList();
    }

    private static int missingLevels(NearestHolder holder) {
        int levels = 0;
        for (SkillMatch match : holder.missing()) {
            levels += match.minLevel() - match.level();
        }
        return levels;
    }
}
