package org.fengong.tasks.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much sooner than others a task should be looked at; it orders lists and enters no plan.
 *
 * <p>value = 20 · importance + weight of the goal + 10 · min(10, open tasks that wait for this one) + days from the due
 * date to today. The column {@code priority} holds the same for a fixed day instead of today: a day adds one point to
 * every task, so an order by the column is the order by value on each day.
 */
@Schema(
        name = "Priority",
        description =
                "value = importancePoints + goalPoints + waitingPoints + duePoints. Each day adds one point to every task, so the order of tasks changes only when one of them does. It orders lists; plans are made without it.")
record Priority(
        int value,

        @Schema(description = "20 · importance") int importancePoints,

        @Schema(description = "The weight of its goal, 0 without a goal")
        int goalPoints,

        @Schema(description = "10 · min(10, waitingTasks)") int waitingPoints,

        @Schema(description = "Days from the due date to today in UTC, below 0 before the due date")
        int duePoints,

        @Schema(description = "Tasks that depend on this one and are neither completed nor cancelled")
        int waitingTasks) {
    /** Days are counted in UTC, so that lists of teams in several time zones have one order. */
    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    static Priority of(int importance, int goalWeight, int waitingTasks, LocalDate dueDate, LocalDate today) {
        var importancePoints = 20 * importance;
        var waitingPoints = 10 * Math.min(10, waitingTasks);
        var duePoints = (int) ChronoUnit.DAYS.between(dueDate, today);
        return new Priority(
                importancePoints + goalWeight + waitingPoints + duePoints,
                importancePoints,
                goalWeight,
                waitingPoints,
                duePoints,
                waitingTasks);
    }
}
