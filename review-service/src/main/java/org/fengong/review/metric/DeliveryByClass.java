package org.fengong.review.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * Whether expertise and balance pay (W1, P2, P3): how tasks were delivered, by how well their members' skills fitted and by
 * how full these members were.
 */
public record DeliveryByClass(String formula, List<FitRow> byFit, List<LoadRow> byLoad) {
    /** How well the members of a task fit, the mean weighted by minutes. */
    public enum FitClass {
        /** Below 0.7. */
        LOW,
        /** From 0.7 to below 0.9. */
        MEDIUM,
        /** From 0.9 on. */
        HIGH;

        static FitClass of(double fit) {
            return fit < 0.7 ? LOW : fit < 0.9 ? MEDIUM : HIGH;
        }
    }

    /** How full the weeks were in which a task was done: load ÷ capacity of its members. */
    public enum LoadClass {
        /** At most 0.8. */
        ROOM_LEFT,
        /** Above 0.8, at most 1. */
        FULL,
        /** Above 1. */
        OVER;

        static LoadClass of(double ratio) {
            return ratio <= 0.8 ? ROOM_LEFT : ratio <= 1 ? FULL : OVER;
        }
    }

    /** @param rates null where no task of the class counts for it */
    public record FitRow(FitClass fitClass, Rates rates) {}

    public record LoadRow(LoadClass loadClass, Rates rates) {}

    /**
     * @param onTimeRate as in delivery, over these tasks; cycleTimeDays and reworkRate over those completed in the period
     * @param taskIds the tasks of the class
     */
    public record Rates(
            @Schema(nullable = true) Double onTimeRate,
            @Schema(nullable = true) Double cycleTimeDays,
            @Schema(nullable = true) Double reworkRate,
            List<UUID> taskIds) {}

    private record MemberWeek(UUID memberId, YearWeek week) {}

    static DeliveryByClass of(Facts facts, Delivery delivery) {
        var weeks = new HashMap<MemberWeek, Facts.MemberWeek>();
        facts.memberWeeks().forEach(week -> weeks.put(new MemberWeek(week.memberId(), week.week()), week));
        var fits = new HashMap<UUID, FitClass>();
        var loads = new HashMap<UUID, LoadClass>();
        for (var task : delivery.inputs()) {
            var assignments = facts.assignments().stream()
                    .filter(a -> a.taskId().equals(task.taskId()))
                    .toList();
            var minutes =
                    assignments.stream().mapToLong(DeliveryByClass::minutes).sum();
            if (minutes > 0) {
                var weighted = assignments.stream()
                        .mapToDouble(a -> a.fit() * minutes(a))
                        .sum();
                fits.put(task.taskId(), FitClass.of(weighted / minutes));
            }
            var known = assignments.stream()
                    .flatMap(a -> a.weeks().stream()
                            .filter(week -> week.minutes() > 0)
                            .map(week -> weeks.get(new MemberWeek(a.memberId(), week.week()))))
                    .filter(week -> week != null)
                    .distinct()
                    .toList();
            var capacity =
                    known.stream().mapToLong(Facts.MemberWeek::capacityMinutes).sum();
            if (capacity > 0) {
                var load =
                        known.stream().mapToLong(Facts.MemberWeek::loadMinutes).sum();
                loads.put(task.taskId(), LoadClass.of((double) load / capacity));
            }
        }
        return new DeliveryByClass(
                "each task of the inputs of delivery in one class: by the mean of its assignments' fit weighted by their"
                        + " minutes (< 0.7, < 0.9, other), and by loadMinutes / capacityMinutes summed over the weeks of the"
                        + " period in which its members had work on it (<= 0.8, <= 1, > 1); tasks without assignments or"
                        + " without such weeks are in none; rates as in delivery",
                Arrays.stream(FitClass.values())
                        .map(one -> new FitRow(one, rates(delivery, fits, one)))
                        .toList(),
                Arrays.stream(LoadClass.values())
                        .map(one -> new LoadRow(one, rates(delivery, loads, one)))
                        .toList());
    }

    private static long minutes(Facts.Assignment assignment) {
        return assignment.weeks().stream().mapToLong(Facts.WeekMinutes::minutes).sum();
    }

    private static <C> Rates rates(Delivery delivery, Map<UUID, C> classes, C wanted) {
        var tasks = delivery.inputs().stream()
                .filter(task -> wanted.equals(classes.get(task.taskId())))
                .toList();
        var completed =
                tasks.stream().filter(Delivery.DeliveredTask::completedInPeriod).toList();
        var cycleTimes = new ArrayList<Double>();
        completed.forEach(task -> {
            if (task.cycleTimeDays() != null) {
                cycleTimes.add(task.cycleTimeDays());
            }
        });
        return new Rates(
                mean(tasks, task -> task.outcome() == Delivery.Outcome.ON_TIME ? 1.0 : 0.0),
                mean(cycleTimes, Function.identity()),
                mean(completed, task -> task.reopened() ? 1.0 : 0.0),
                tasks.stream().map(Delivery.DeliveredTask::taskId).toList());
    }

    private static <T> Double mean(List<T> values, Function<T, Double> value) {
        return values.isEmpty()
                ? null
                : (Double) values.stream().mapToDouble(value::apply).average().orElseThrow();
    }
}
