package org.fengong.allocation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.solver.PlanExplainer;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.plan.TooFull;
import org.fengong.allocation.solver.plan.UnassignedRole;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.threeten.extra.YearWeek;

/** Turns the engine's answer into what a plan stores: ids and weeks as the rest of the service knows them. */
final class PlanResultFactory {
    private final YearWeek fromWeek;

    private PlanResultFactory(YearWeek fromWeek) {
        this.fromWeek = fromWeek;
    }

    static PlanResult of(PlanningProblem problem, Solution solution, YearWeek fromWeek) {
        var factory = new PlanResultFactory(fromWeek);
        var explainer = new PlanExplainer(problem, solution.placements());
        var assigned = new ArrayList<PlanResult.Assigned>();
        for (var a : solution.assignments()) {
            var explanation = explainer.explain(a.placement().roleId());
            assigned.add(new PlanResult.Assigned(
                    UUID.fromString(a.taskId()),
                    UUID.fromString(a.placement().roleId()),
                    UUID.fromString(a.placement().memberId()),
                    factory.week(a.placement().startWeek()),
                    weeks(a.placement(), fromWeek),
                    explanation.fitPermille() / 1000.0,
                    a.fixed(),
                    explanation.interestPermille(),
                    explanation.skills(),
                    a.costs(),
                    explanation.alternatives().stream().map(factory::instead).toList()));
        }
        return new PlanResult(
                assigned,
                solution.unassigned().stream().map(factory::unassigned).toList());
    }

    private PlanResult.Instead instead(Alternative other) {
        var shortage = other.shortage();
        return new PlanResult.Instead(
                UUID.fromString(other.memberId()),
                other.startWeek() == null ? null : week(other.startWeek()),
                other.costDifference(),
                other.brokenRule(),
                shortage == null
                        ? null
                        : new PlanResult.Shortage(
                                week(shortage.week()), shortage.neededMinutes(), shortage.freeMinutes()));
    }

    private PlanResult.Unassigned unassigned(UnassignedRole role) {
        return new PlanResult.Unassigned(
                UUID.fromString(role.taskId()),
                UUID.fromString(role.roleId()),
                role.reason().name(),
                role.nearest().stream()
                        .map(holder -> new PlanResult.Nearest(UUID.fromString(holder.memberId()), holder.missing()))
                        .toList(),
                role.relatedTaskId() == null ? null : UUID.fromString(role.relatedTaskId()),
                role.untilWeek() == null ? null : week(role.untilWeek()),
                role.tooFull() == null ? null : tooFull(role.tooFull()),
                role.costs());
    }

    private PlanResult.TooFull tooFull(TooFull set) {
        return new PlanResult.TooFull(
                set.roleIds().stream().map(UUID::fromString).toList(),
                set.places().stream()
                        .map(place -> new PlanResult.TooFull.Place(
                                UUID.fromString(place.memberId()),
                                place.weeks().stream().map(this::week).toList()))
                        .toList(),
                set.neededMinutes(),
                set.freeMinutes());
    }

    /** The weeks of a placement in which there is work. */
    static List<WeekMinutes> weeks(Placement placement, YearWeek fromWeek) {
        return IntStream.rangeClosed(placement.startWeek(), placement.endWeek())
                .filter(week -> placement.minutesIn(week) > 0)
                .mapToObj(week -> new WeekMinutes(fromWeek.plusWeeks(week), placement.minutesIn(week)))
                .toList();
    }

    private YearWeek week(int offset) {
        return fromWeek.plusWeeks(offset);
    }
}
