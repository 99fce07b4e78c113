package org.fengong.allocation.snapshot;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What work and estimates say of a role; the task's own event may be older or newer. */
@Entity
class RoleProgress {
    @Id
    private UUID roleId;

    private UUID taskId;
    private int loggedMinutes;
    private Integer estimateToCompleteMinutes;

    /** Of the task, when the estimate was given; 0 before the first one. */
    private long estimateVersion;

    private long version;

    protected RoleProgress() {}

    RoleProgress(UUID roleId) {
        this.roleId = roleId;
    }

    /** False when the news is older than what is known. */
    boolean logged(WorkLogged work) {
        if (work.version() <= version) {
            return false;
        }
        if (estimateToCompleteMinutes != null) {
            estimateToCompleteMinutes = Math.max(0, estimateToCompleteMinutes - work.minutes());
        }
        taskId = work.taskId();
        loggedMinutes = work.roleLoggedMinutes();
        version = work.version();
        return true;
    }

    /** False when the news is older than what is known. */
    boolean estimated(EstimateChanged estimate) {
        if (estimate.version() <= version) {
            return false;
        }
        taskId = estimate.taskId();
        estimateToCompleteMinutes = estimate.estimateToCompleteMinutes();
        estimateVersion = estimate.version();
        version = estimate.version();
        return true;
    }

    UUID roleId() {
        return roleId;
    }

    long version() {
        return version;
    }

    /**
     * The role with whichever news is newer, the task's or these. An estimate that the task told counts down with the
     * work logged since, as in tasks-service.
     */
    TaskState.Role appliedTo(TaskState.Role role, long taskVersion) {
        if (version <= taskVersion) {
            return role;
        }
        var logged = Math.max(loggedMinutes, role.loggedMinutes());
        if (estimateVersion > taskVersion) {
            return role.with(logged, estimateToCompleteMinutes);
        }
        return role.with(
                logged,
                role.estimateToCompleteMinutes() == null
                        ? null
                        : Math.max(0, role.estimateToCompleteMinutes() - (logged - role.loggedMinutes())));
    }
}
