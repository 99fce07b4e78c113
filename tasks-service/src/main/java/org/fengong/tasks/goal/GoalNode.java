package org.fengong.tasks.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A goal in the tree of goals. */
record GoalNode(
        UUID id,
        UUID teamId,
        String key,
        String title,
        @Schema(nullable = true) UUID ownerId,
        LocalDate from,
        LocalDate to,
        int weight,

        @Schema(nullable = true, description = Progress.OF_GOAL)
        BigDecimal progress,

        @Schema(description = "Tasks of the goal and of all goals below it that ask for people's time.")
        long openTasks,

        @Schema(description = "Completed tasks of the goal and of all goals below it.")
        long completedTasks,

        @Schema(description = "The goals that are part of it and that the caller may read, by key.")
        List<GoalNode> parts) {
    static GoalNode of(Goal goal, BigDecimal progress, TaskCounts.Count tasks, List<GoalNode> parts) {
        return new GoalNode(
                goal.id(),
                goal.teamId(),
                goal.key(),
                goal.title(),
                goal.ownerId(),
                goal.from(),
                goal.to(),
                goal.weight(),
                progress,
                tasks.open(),
                tasks.completed(),
                parts.stream()
                        .sorted(Comparator.comparing(GoalNode::key).thenComparing(GoalNode::id))
                        .toList());
    }

    @JsonIgnore
    @Schema(hidden = true)
    TaskCounts.Count tasks() {
        return new TaskCounts.Count(openTasks, completedTasks);
    }
}
