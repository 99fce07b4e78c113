package org.fengong.allocation.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.NextBest;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.threeten.extra.YearWeek;

/** Whom the engine found for which role. */
record PlanResult(List<Assigned> assigned, List<Unassigned> unassigned) {
    /**
     * @param fixed running or pinned: it stays where it is
     * @param alternatives everybody else who could have the role, the cheapest first
     */
    record Assigned(
            UUID taskId,
            UUID roleId,
            UUID memberId,
            YearWeek startWeek,
            List<WeekMinutes> weeks,
            double fit,
            boolean fixed,
            int interestPermille,
            List<SkillMatch> skills,
            CostBreakdown costs,
            List<Instead> alternatives) {
        Optional<NextBest> nextBest() {
            return alternatives.stream()
                    .filter(other -> other.costDifference() != null)
                    .findFirst()
                    .map(other -> new NextBest(other.memberId(), other.costDifference()));
        }
    }

    /**
     * @param costDifference what the plan would cost more with this member; absent when a rule forbids it
     * @param brokenRule absent when it is possible
     * @param shortage the week that has too little room, where that is the rule
     */
    record Instead(UUID memberId, YearWeek startWeek, Long costDifference, Rule brokenRule, Shortage shortage) {}

    record Shortage(YearWeek week, int neededMinutes, int freeMinutes) {}

    /**
     * @param reason why nobody gets it
     * @param nearest who almost holds the skills, the nearest first
     * @param untilWeek everybody who could do it is full until then
     */
    record Unassigned(
            UUID taskId,
            UUID roleId,
            String reason,
            List<Nearest> nearest,
            @Schema(nullable = true) UUID relatedTaskId,
            @Schema(nullable = true) YearWeek untilWeek,
            TooFull tooFull,
            CostBreakdown costs) {}

    /** As the engine's; null in plans from before it was looked for. */
    record TooFull(List<UUID> roleIds, List<Place> places, long neededMinutes, long freeMinutes) {
        record Place(UUID memberId, List<YearWeek> weeks) {}
    }

    record Nearest(UUID memberId, List<SkillMatch> missing) {}
}
