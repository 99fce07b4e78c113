package org.fengong.review.division;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.review.metric.Facts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The assignments of a task: those that stand, and those that once stood, whose work still counts. */
@Entity
class TaskDivision {
    /** An assignment that is no longer told of does not stand any more. */
    record Assignment(
            UUID assignmentId,
            UUID roleId,
            UUID memberId,
            double fit,
            boolean standing,
            List<Facts.WeekMinutes> weeks) {
        static Assignment of(TaskDivided.Assignment told) {
            return new Assignment(told.assignmentId(), told.roleId(), told.memberId(), told.fit(), true, told.weeks());
        }

        Assignment released() {
            return new Assignment(assignmentId, roleId, memberId, fit, false, weeks);
        }
    }

    @Id
    private UUID taskId;

    private UUID teamId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Assignment> assignments = List.of();

    private long version;

    protected TaskDivision() {}

    TaskDivision(UUID taskId) {
        this.taskId = taskId;
    }

    void take(TaskDivided told) {
        if (told.version() <= version) {
            return;
        }
        teamId = told.teamId();
        var now = new ArrayList<Assignment>();
        told.assignments().forEach(assignment -> now.add(Assignment.of(assignment)));
        assignments.stream()
                .filter(known -> now.stream().noneMatch(a -> a.assignmentId().equals(known.assignmentId())))
                .forEach(gone -> now.add(gone.released()));
        assignments = List.copyOf(now);
        version = told.version();
    }

    Stream<Facts.Assignment> facts() {
        return assignments.stream()
                .map(a -> new Facts.Assignment(
                        a.assignmentId(), taskId, a.roleId(), a.memberId(), a.fit(), a.standing(), a.weeks()));
    }
}
