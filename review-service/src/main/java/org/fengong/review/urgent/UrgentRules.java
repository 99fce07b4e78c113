package org.fengong.review.urgent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;
import org.fengong.review.metric.Facts;

/** Says of a week and of a goal whether they cannot wait. */
final class UrgentRules {
    /** Leaves no week fuller than the member can give. */
    private static final ReplanPolicy WITHIN_CAPACITY = new ReplanPolicy(null, null, null, 1.0);

    private static final ReplanPolicy IN_TIME = new ReplanPolicy(null, 300, null, null);

    private UrgentRules() {}

    /** @param week one that allocation-service told to be overloaded, and not yet to be resolved */
    static Urgent overload(Facts.MemberWeek week, boolean away) {
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence(
                week.memberId(),
                null,
                null,
                null,
                null,
                week.week(),
                "overByMinutes",
                Math.max(0, week.loadMinutes() - week.capacityMinutes()),
                "minutes"));
        week.taskIds()
                .forEach(task -> evidence.add(new Evidence(
                        week.memberId(), null, task, null, null, week.week(), "standsInWeek", 1, "tasks")));
        return new Urgent(
                away ? UrgentKind.ABSENCE_ON_WORK : UrgentKind.OVERLOAD,
                week.memberId() + " " + week.week(),
                evidence,
                WITHIN_CAPACITY);
    }

    /** Empty without key results, before the goal begins and after it has ended. */
    static Optional<Urgent> goal(Facts.Goal goal, LocalDate today, double lag) {
        var progress = goal.progress();
        if (progress == null || today.isBefore(goal.from()) || today.isAfter(goal.to())) {
            return Optional.empty();
        }
        var elapsed = (double) ChronoUnit.DAYS.between(goal.from(), today)
                / (ChronoUnit.DAYS.between(goal.from(), goal.to()) + 1);
        return elapsed - progress > lag
                ? Optional.of(new Urgent(
                        UrgentKind.GOAL_AT_RISK,
                        goal.goalId().toString(),
                        List.of(
                                new Evidence(null, goal.goalId(), null, null, null, null, "elapsed", elapsed, "share"),
                                new Evidence(
                                        null, goal.goalId(), null, null, null, null, "progress", progress, "share")),
                        IN_TIME))
                : Optional.empty();
    }
}
