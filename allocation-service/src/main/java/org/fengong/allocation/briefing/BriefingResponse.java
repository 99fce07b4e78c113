package org.fengong.allocation.briefing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.WeekMinutes;
import org.threeten.extra.YearWeek;

/** What a member needs to know of the division of labour. */
record BriefingResponse(UUID memberId, String displayName, List<MyRole> roles) {
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

    @Schema(name = "ServedGoal")
    record Goal(
            UUID goalId,
            String title,
            @Schema(nullable = true) UUID keyResultId,
            @Schema(nullable = true) String keyResultTitle) {}

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
}
