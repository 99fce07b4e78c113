package org.fengong.allocation.briefing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.ReleaseCause;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * What a member needs to know of the division of labour.
 *
 * @param changes since the member has last acknowledged; everything for who never has
 * @param acknowledgedAt absent until the first time
 * @param acknowledgeBy end of the second working day after the first of the changes; absent without changes
 * @param overdue that time is over
 */
record BriefingResponse(
        UUID memberId,
        @Schema(nullable = true) String displayName,
        List<MyRole> roles,
        List<Change> changes,
        @Schema(nullable = true) Instant acknowledgedAt,
        @Schema(nullable = true) Instant acknowledgeBy,
        boolean overdue,
        long version)
        implements Versioned {
    /** The same to whom has just taken note of it. */
    BriefingResponse acknowledged(Instant now) {
        return new BriefingResponse(memberId, displayName, roles, List.of(), now, null, false, version);
    }

    /**
     * @param why the reason of the assignment
     * @param shareOfTask my minutes ÷ the minutes of all roles of the task
     * @param waitsFor tasks that must be finished before
     * @param waitedForBy tasks that wait for this one
     * @param contacts whom to ask in the departments that the task's roles name
     */
    record MyRole(
            UUID assignmentId,
            AssignmentStatus status,
            UUID taskId,
            String taskTitle,
            String roleName,
            List<WeekMinutes> weeks,
            String why,
            @Schema(nullable = true) Goal goal,
            double shareOfTask,
            List<RelatedTask> waitsFor,
            List<RelatedTask> waitedForBy,
            List<Contact> contacts) {}

    /**
     * @param myShare shareOfTask × contribution weight of the task ÷ Σ contribution weight of the goal's tasks that are not
     *     cancelled, 0–1
     */
    @Schema(name = "ServedGoal")
    record Goal(
            UUID goalId,
            String title,
            @Schema(nullable = true) UUID keyResultId,
            @Schema(nullable = true) String keyResultTitle,
            double myShare) {}

    /** @param weeks in which it is planned, absent when it is not */
    record RelatedTask(
            UUID taskId,
            String title,
            String status,
            @Schema(nullable = true) YearWeek startWeek,
            @Schema(nullable = true) YearWeek endWeek,
            List<Person> people) {}

    /** @param displayName absent until the member is known here */
    record Person(UUID memberId, @Schema(nullable = true) String displayName) {}

    record Contact(UUID departmentId, String department, List<Person> people) {}

    /** What became of a role that the member had, has or got. */
    enum ChangeKind {
        GIVEN,
        MOVED,
        TAKEN
    }

    /**
     * @param weeks from the current one on, as they are now; empty when it was taken
     * @param previousWeeks as they were known; empty when it was given
     * @param cause why it was taken
     */
    @Schema(name = "BriefingChange")
    record Change(
            ChangeKind kind,
            UUID assignmentId,
            UUID taskId,
            String taskTitle,
            String roleName,
            List<YearWeek> weeks,
            List<YearWeek> previousWeeks,
            @Schema(nullable = true) ReleaseCause cause,
            Instant since) {}
}
