package org.fengong.allocation.request;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.snapshot.TaskState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.threeten.extra.YearWeek;

/** What a team asks of another department for a task; one for each task and department. */
@Entity
class DepartmentRequest {
    @Id
    private UUID id;

    private UUID taskId;
    private UUID teamId;
    private UUID departmentId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> roleIds;

    private int minutes;
    private LocalDate dueDate;

    @Enumerated(EnumType.STRING)
    private RequestStatus status = RequestStatus.OPEN;

    private Instant openedAt;
    private YearWeek startWeek;

    @JdbcTypeCode(SqlTypes.JSON)
    private Collaborator collaborator;

    private String actor;
    private String reason;
    private Instant endedAt;

    @Version
    private long version = 1;

    protected DepartmentRequest() {}

    static DepartmentRequest of(TaskState task, UUID departmentId, Need need, Instant now) {
        var request = new DepartmentRequest();
        request.id = Generators.timeBasedEpochGenerator().generate();
        request.taskId = task.taskId();
        request.teamId = task.teamId();
        request.departmentId = departmentId;
        request.open(need, now);
        return request;
    }

    private void open(Need need, Instant now) {
        take(need);
        status = RequestStatus.OPEN;
        openedAt = now;
        startWeek = null;
        collaborator = null;
        end(null, null, null);
    }

    private void take(Need need) {
        roleIds = need.roleIds();
        minutes = need.minutes();
        dueDate = need.dueDate();
    }

    /**
     * Takes what the task needs now. An answer stands as long as no further role needs the department.
     *
     * @return whether somebody should hear of it
     */
    boolean needs(Need need, Instant now) {
        if (need.roleIds().isEmpty()) {
            if (status == RequestStatus.WITHDRAWN) {
                return false;
            }
            status = RequestStatus.WITHDRAWN;
            end(null, "no-longer-needed", now);
            return true;
        }
        if (status == RequestStatus.WITHDRAWN || !roleIds.containsAll(need.roleIds())) {
            open(need, now);
            return true;
        }
        var same = roleIds.equals(need.roleIds()) && minutes == need.minutes() && dueDate.equals(need.dueDate());
        take(need);
        return !same && status == RequestStatus.OPEN;
    }

    void accept(YearWeek week, Collaborator person, String by, String why, Instant now) {
        status = RequestStatus.ACCEPTED;
        startWeek = week;
        collaborator = person;
        end(by, why, now);
    }

    void decline(String by, String why, Instant now) {
        status = RequestStatus.DECLINED;
        end(by, why, now);
    }

    private void end(String by, String why, Instant now) {
        actor = by;
        reason = why;
        endedAt = now;
    }

    /** The words of whom is not known any more. */
    void forget(UUID memberId) {
        if (memberId.toString().equals(actor)) {
            reason = null;
        }
    }

    boolean isOpen() {
        return status == RequestStatus.OPEN;
    }

    /** Whether the department reckons with it. */
    boolean isAwaited() {
        return status == RequestStatus.OPEN || status == RequestStatus.ACCEPTED;
    }

    UUID id() {
        return id;
    }

    UUID taskId() {
        return taskId;
    }

    UUID teamId() {
        return teamId;
    }

    UUID departmentId() {
        return departmentId;
    }

    List<UUID> roleIds() {
        return roleIds;
    }

    int minutes() {
        return minutes;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    RequestStatus status() {
        return status;
    }

    Instant openedAt() {
        return openedAt;
    }

    YearWeek startWeek() {
        return startWeek;
    }

    Collaborator collaborator() {
        return collaborator;
    }

    String actor() {
        return actor;
    }

    String reason() {
        return reason;
    }

    Instant endedAt() {
        return endedAt;
    }

    long version() {
        return version;
    }
}
