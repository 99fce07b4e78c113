package org.fengong.review.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether and how fast the team's tasks get done (W1, S6). */
public record Delivery(
        Measure onTimeRate,
        Measure leadTime,
        Measure cycleTime,
        Measure throughput,
        Measure reworkRate,
        List<DeliveredTask> inputs) {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** How a task stands to its due date. */
    public enum Outcome {
        ON_TIME,
        LATE,
        /** Due before today and not completed. */
        OVERDUE
    }

    /**
     * A task that was due in the period or completed in it.
     *
     * @param completedOn the team's day; null while it is open
     * @param completedInPeriod whether lead time, cycle time, throughput and rework count it
     */
    public record DeliveredTask(
            UUID taskId,
            LocalDate dueDate,
            @Schema(nullable = true) LocalDate completedOn,
            Outcome outcome,
            boolean completedInPeriod,
            boolean reopened,
            @Schema(nullable = true) Double leadTimeDays,
            @Schema(nullable = true) Double cycleTimeDays) {}

    static Delivery of(Facts facts) {
        var inputs = facts.ownTasks().stream()
                .filter(task -> counts(task, facts))
                .map(task -> delivered(task, facts.period()))
                .toList();
        var completed = inputs.stream().filter(DeliveredTask::completedInPeriod).toList();
        var onTime = inputs.stream().filter(t -> t.outcome() == Outcome.ON_TIME).count();
        var reopened = completed.stream().filter(DeliveredTask::reopened).count();
        return new Delivery(
                new Measure(
                        inputs.isEmpty() ? null : (Double) ((double) onTime / inputs.size()),
                        "ratio",
                        "count of inputs with outcome ON_TIME / count of inputs; inputs = tasks that were completed in the"
                                + " period, or due in it and before today"),
                new Measure(
                        mean(completed, DeliveredTask::leadTimeDays),
                        "days",
                        "mean of leadTimeDays = (completed - created) / 24 h over inputs with completedInPeriod"),
                new Measure(
                        mean(completed, DeliveredTask::cycleTimeDays),
                        "days",
                        "mean of cycleTimeDays = (completed - started) / 24 h over inputs with completedInPeriod"
                                + " that were started"),
                new Measure(
                        (double) completed.size() / facts.period().weekCount(),
                        "tasks per week",
                        "count of inputs with completedInPeriod / count of weeks"),
                new Measure(
                        completed.isEmpty() ? null : (Double) ((double) reopened / completed.size()),
                        "ratio",
                        "count of inputs with completedInPeriod and reopened / count of inputs with completedInPeriod"),
                inputs);
    }

    private static boolean counts(Facts.Task task, Facts facts) {
        return facts.period().contains(task.completedAt())
                || (facts.period().contains(task.dueDate())
                        && (task.completedAt() != null || task.dueDate().isBefore(facts.today())));
    }

    private static DeliveredTask delivered(Facts.Task task, Period period) {
        var completedOn = period.dayOf(task.completedAt());
        return new DeliveredTask(
                task.taskId(),
                task.dueDate(),
                completedOn,
                outcome(completedOn, task.dueDate()),
                period.contains(completedOn),
                task.reopened(),
                days(task.createdAt(), task.completedAt()),
                days(task.startedAt(), task.completedAt()));
    }

    private static Outcome outcome(LocalDate completedOn, LocalDate dueDate) {
        if (completedOn == null) {
            return Outcome.OVERDUE;
        }
        return completedOn.isAfter(dueDate) ? Outcome.LATE : Outcome.ON_TIME;
    }

    private static Double days(Instant from, Instant to) {
        return from == null || to == null
                ? null
                : (Double) (Duration.between(from, to).toSeconds() / DAY_SECONDS);
    }

    private static Double mean(List<DeliveredTask> tasks, Function<DeliveredTask, Double> days) {
        OptionalDouble mean = tasks.stream()
                .map(days)
                .filter(value -> value != null)
                .mapToDouble(value -> value)
                .average();
        return mean.isPresent() ? (Double) mean.getAsDouble() : null;
    }
}
