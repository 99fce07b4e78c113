package org.fengong.review.division;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.review.metric.Facts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The assignments of a task: those that stand, and those that once stood, whose work still counts. */
@Entity
class TaskDivision {
    /**
     * An assignment that is no longer told of does not stand any more.
     *
     * @param since when it was first told; null where the news had no time
     * @param until when it was no longer told; null while it stands and where the news had no time
     */
    record Assignment(
            UUID assignmentId,
            UUID roleId,
            UUID memberId,
            double fit,
            boolean standing,
            List<Facts.WeekMinutes> weeks,
            Instant since,
            Instant until) {
        static Assignment of(TaskDivided.Assignment told, Instant since) {
            return new Assignment(
                    told.assignmentId(), told.roleId(), told.memberId(), told.fit(), true, told.weeks(), since, null);
        }

        Assignment ended(Instant at) {
            return standing ? new Assignment(assignmentId, roleId, memberId, fit, false, weeks, since, at) : this;
        }
    }

    @Id
    private UUID taskId;

    private UUID teamId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Assignment> assignments = List.of();

    /** The latest end of an assignment; null while none has ended at a known time. */
    private Instant lastEndedAt;

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
        var known = assignments.stream().collect(Collectors.toMap(Assignment::assignmentId, a -> a));
        var now = new ArrayList<Assignment>();
        told.assignments()
                .forEach(a -> now.add(Assignment.of(
                        a,
                        known.containsKey(a.assignmentId())
                                ? known.get(a.assignmentId()).since()
                                : told.at())));
        assignments.stream()
                .filter(before -> now.stream().noneMatch(a -> a.assignmentId().equals(before.assignmentId())))
                .forEach(gone -> now.add(gone.ended(told.at())));
        assignments = List.copyOf(now);
        lastEndedAt = now.stream()
                .map(Assignment::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        version = told.version();
    }

    Stream<Facts.Assignment> facts() {
        return assignments.stream()
                .map(a -> new Facts.Assignment(
                        a.assignmentId(),
                        taskId,
                        a.roleId(),
                        a.memberId(),
                        a.fit(),
                        a.standing(),
                        a.weeks(),
                        a.since(),
                        a.until()));
    }
}
