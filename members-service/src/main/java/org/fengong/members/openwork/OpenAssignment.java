package org.fengong.members.openwork;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A role of a task that a member is to do or asked to do. */
@Entity
class OpenAssignment {
    @Id
    private UUID id;

    private UUID taskId;
    private UUID roleId;
    private UUID memberId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlannedWeek> weeks;

    protected OpenAssignment() {}

    OpenAssignment(UUID taskId, TaskAssignments.Standing standing) {
        this.id = standing.assignmentId();
        this.taskId = taskId;
        this.roleId = standing.roleId();
        this.memberId = standing.memberId();
        this.weeks = List.copyOf(standing.weeks());
    }

    OpenWorkItem item() {
        return new OpenWorkItem(
                taskId, roleId, weeks.stream().mapToInt(PlannedWeek::minutes).sum(), weeks);
    }
}
