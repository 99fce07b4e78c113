package org.fengong.tasks.task;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A piece of work. Its status moves DRAFT → OPEN ⇄ ASSIGNED → IN_PROGRESS → COMPLETED, or to CANCELLED from each of the
 * first four; COMPLETED and CANCELLED reopen to OPEN. What is COMPLETED is accepted, or returned to IN_PROGRESS. What
 * asks for time may be blocked, which its status does not show and its closing ends.
 */
@Entity
class Task {
    @Id
    private UUID id;

    private UUID teamId;
    private String key;
    private UUID ownerId;
    private UUID goalId;
    private UUID keyResultId;
    private String title;
    private String description;
    private BigDecimal contributionWeight;
    private int importance;
    private LocalDate earliestStart;
    private LocalDate dueDate;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    @Embedded
    private TaskNotes notes = TaskNotes.NONE;

    /** The words of key, title, description and labels; asked in queries, never read. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false, columnDefinition = "tsvector")
    private String search;

    private boolean together;
    private boolean allowSameMember;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Role> roles = List.of();

    @ElementCollection
    @CollectionTable(name = "task_dependency", joinColumns = @JoinColumn(name = "task_id"))
    private Set<Dependency> dependsOn = new java.util.HashSet<>();

    private long assignmentVersion;
    private int goalWeight;

    @Column(insertable = false, updatable = false)
    private int waitingCount;

    /** What lists sort by; see {@link Priority}. */
    @Column(insertable = false, updatable = false)
    private int priority;

    private Instant createdAt;
    private Instant startedAt;
    private Instant completedAt;
    private Instant acceptedAt;
    private int reworkCount;
    private Instant returnedAt;
    private String returnReason;
    private Instant blockedSince;
    private String blockedReason;
    private String cancelReason;

    @Version
    private long version = 1;

    protected Task() {}

    static Task create(TaskForm form, UUID ownerId, Instant now) {
        var task = new Task();
        task.id = Generators.timeBasedEpochGenerator().generate();
        task.teamId = form.teamId();
        task.createdAt = now;
        task.status = Boolean.TRUE.equals(form.draft()) ? TaskStatus.DRAFT : TaskStatus.OPEN;
        task.change(form, ownerId);
        return task;
    }

    /**
     * @throws TaskStatusException when the task is closed
     * @throws RuleViolatedException when it would be due before it may start, or move to another team
     */
    void change(TaskForm form, UUID owner) {
        if (status.isClosed()) {
            throw new TaskStatusException(this, "changed", "Reopen it first.");
        }
        if (!form.teamId().equals(teamId)) {
            throw new RuleViolatedException("team-is-fixed", "teamId", "A task stays with its team.");
        }
        if (form.earliestStart() != null && form.dueDate().isBefore(form.earliestStart())) {
            throw new RuleViolatedException(
                    "due-before-start",
                    "dueDate",
                    "The task is due on %s, before it may start on %s."
                            .formatted(form.dueDate(), form.earliestStart()));
        }
        key = form.key();
        ownerId = owner;
        goalId = form.goalId();
        keyResultId = form.keyResultId();
        title = form.title();
        description = form.description();
        contributionWeight = form.contributionWeight() == null ? BigDecimal.ONE : form.contributionWeight();
        importance = form.importance();
        earliestStart = form.earliestStart();
        dueDate = form.dueDate();
        together = Boolean.TRUE.equals(form.together());
        allowSameMember = Boolean.TRUE.equals(form.allowSameMember());
        roles = RoleForm.merge(form.roles(), roles, key);
        notes = notes.changed(form);
        dependsOn.clear();
        dependsOn.addAll(form.dependencies());
        deriveStatus();
    }

    /** @param weight of its goal, 0 without one */
    void weigh(int weight) {
        goalWeight = weight;
    }

    Priority priority(LocalDate today) {
        return Priority.of(importance, goalWeight, waitingCount, dueDate, today);
    }

    /** @throws TaskStatusException unless it is a draft */
    void open() {
        if (status != TaskStatus.DRAFT) {
            throw new TaskStatusException(this, "opened", "Only a draft is opened; a closed task is reopened.");
        }
        status = TaskStatus.OPEN;
        deriveStatus();
    }

    /**
     * Takes who stands assigned now; older news than the last is ignored.
     *
     * @param memberByRole active assignments
     */
    void assign(long newAssignmentVersion, Map<UUID, UUID> memberByRole) {
        if (newAssignmentVersion > assignmentVersion) {
            assignmentVersion = newAssignmentVersion;
            roles = roles.stream()
                    .map(role -> role.completed() ? role : role.assignedTo(memberByRole.get(role.roleId())))
                    .toList();
            deriveStatus();
        }
    }

    /**
     * @throws TaskStatusException when the task does not take work
     * @throws RoleCompletedException when the role is completed
     */
    void log(UUID roleId, int minutes, Instant now) {
        requireAsksForTime("worked on");
        requireOpenRole(roleId);
        changeRole(roleId, role -> role.logged(minutes));
        if (status != TaskStatus.IN_PROGRESS) {
            status = TaskStatus.IN_PROGRESS;
            startedAt = startedAt == null ? now : startedAt;
        }
    }

    /** As {@link #log} refuses. */
    void estimate(UUID roleId, int minutesToComplete) {
        requireAsksForTime("estimated");
        requireOpenRole(roleId);
        changeRole(roleId, role -> role.estimated(minutesToComplete));
    }

    /** As {@link #log} refuses. The task itself waits for its owner. */
    void completeRole(UUID roleId, Instant now) {
        requireAsksForTime("completed");
        requireOpenRole(roleId);
        changeRole(roleId, role -> role.completed(now));
        deriveStatus();
    }

    /**
     * Completes the task and what is left of its roles.
     *
     * @param accepted whether its owner completes it, who needs not look at it again
     * @throws TaskStatusException when it is a draft or closed
     */
    void complete(Instant now, boolean accepted) {
        requireAsksForTime("completed");
        roles = roles.stream().map(role -> role.completed(now)).toList();
        startedAt = startedAt == null ? now : startedAt;
        completedAt = now;
        acceptedAt = accepted ? now : null;
        returnedAt = null;
        returnReason = null;
        endBlock();
        status = TaskStatus.COMPLETED;
    }

    /** @throws TaskStatusException and {@link TaskAcceptedException} unless it is completed and nobody has accepted it */
    void accept(Instant now) {
        requireToBeAccepted("accepted");
        acceptedAt = now;
    }

    /**
     * Gives a completed task back to those who did it: they keep their roles and work on.
     *
     * @throws TaskStatusException and {@link TaskAcceptedException} unless it is completed and nobody has accepted it
     * @throws UnknownReferenceException for a role that it does not have
     * @throws RuleViolatedException for one that stands there twice
     */
    void giveBack(ReturnRequest request, Instant now) {
        requireToBeAccepted("returned");
        var estimates = request.estimates(roles);
        roles = roles.stream()
                .map(role -> estimates.isEmpty() || estimates.containsKey(role.roleId())
                        ? role.reworked(estimates.get(role.roleId()))
                        : role)
                .toList();
        reworkCount++;
        returnedAt = now;
        returnReason = request.reason();
        completedAt = null;
        status = TaskStatus.IN_PROGRESS;
    }

    /** @throws TaskStatusException when it is closed already */
    void cancel(String reason) {
        if (status.isClosed()) {
            throw new TaskStatusException(this, "cancelled", "It is closed already.");
        }
        cancelReason = reason;
        endBlock();
        status = TaskStatus.CANCELLED;
    }

    /**
     * Opens a closed task again: what was logged stays, each role waits for somebody anew.
     *
     * @throws TaskStatusException when it is not closed
     */
    void reopen() {
        if (!status.isClosed()) {
            throw new TaskStatusException(this, "reopened", "Only a completed or cancelled task is reopened.");
        }
        roles = roles.stream().map(Role::reopened).toList();
        completedAt = null;
        acceptedAt = null;
        cancelReason = null;
        status = TaskStatus.OPEN;
    }

    /** @throws TaskStatusException and {@link TaskBlockedException} when it asks for nobody's time or is blocked already */
    void block(String reason, Instant now) {
        requireAsksForTime("blocked");
        if (blockedSince != null) {
            throw new TaskBlockedException(this);
        }
        blockedSince = now;
        blockedReason = reason;
    }

    /** @throws TaskNotBlockedException when nothing blocks it */
    void unblock() {
        if (blockedSince == null) {
            throw new TaskNotBlockedException(this);
        }
        endBlock();
    }

    /** @throws ChecklistItemNotFoundException when there is no such item */
    void check(UUID itemId, UnaryOperator<ChecklistItem> change) {
        notes = notes.with(itemId, change);
    }

    /** Whether the member has a role, completed ones included. */
    boolean isAssignedTo(UUID memberId) {
        return roles.stream().anyMatch(role -> memberId.equals(role.assigneeId()));
    }

    /** Whether the member has a role and nobody else has still something to do. */
    boolean mayBeHandedInBy(UUID memberId) {
        return isAssignedTo(memberId)
                && roles.stream().allMatch(role -> role.completed() || memberId.equals(role.assigneeId()));
    }

    /** @throws RoleNotFoundException when the task has no such role */
    Role role(UUID roleId) {
        return roles.stream()
                .filter(role -> role.roleId().equals(roleId))
                .findFirst()
                .orElseThrow(() -> new RoleNotFoundException(this, roleId));
    }

    /** ASSIGNED when every open role has somebody, else back to OPEN; work that has begun stays IN_PROGRESS. */
    private void deriveStatus() {
        if (status == TaskStatus.OPEN || status == TaskStatus.ASSIGNED) {
            var all = roles.stream().allMatch(role -> role.completed() || role.assigneeId() != null);
            status = all ? TaskStatus.ASSIGNED : TaskStatus.OPEN;
        }
    }

    private void requireAsksForTime(String command) {
        if (!status.asksForTime()) {
            throw new TaskStatusException(
                    this, command, status == TaskStatus.DRAFT ? "Open it first." : "Reopen it first.");
        }
    }

    private void requireToBeAccepted(String command) {
        if (status != TaskStatus.COMPLETED) {
            throw new TaskStatusException(this, command, "Only a completed task is accepted or returned.");
        }
        if (acceptedAt != null) {
            throw new TaskAcceptedException(this);
        }
    }

    private void endBlock() {
        blockedSince = null;
        blockedReason = null;
    }

    private void requireOpenRole(UUID roleId) {
        if (role(roleId).completed()) {
            throw new RoleCompletedException(this, role(roleId));
        }
    }

    private void changeRole(UUID roleId, UnaryOperator<Role> change) {
        roles = roles.stream()
                .map(role -> role.roleId().equals(roleId) ? change.apply(role) : role)
                .toList();
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    String key() {
        return key;
    }

    UUID ownerId() {
        return ownerId;
    }

    UUID goalId() {
        return goalId;
    }

    UUID keyResultId() {
        return keyResultId;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    BigDecimal contributionWeight() {
        return contributionWeight;
    }

    int importance() {
        return importance;
    }

    LocalDate earliestStart() {
        return earliestStart;
    }

    LocalDate dueDate() {
        return dueDate;
    }

    TaskNotes notes() {
        return notes;
    }

    TaskStatus status() {
        return status;
    }

    boolean together() {
        return together;
    }

    boolean allowSameMember() {
        return allowSameMember;
    }

    List<Role> roles() {
        return roles;
    }

    List<Dependency> dependsOn() {
        return dependsOn.stream()
                .sorted(Comparator.comparing(Dependency::taskId))
                .toList();
    }

    Set<UUID> predecessorIds() {
        return dependsOn.stream().map(Dependency::taskId).collect(Collectors.toSet());
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant completedAt() {
        return completedAt;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    int reworkCount() {
        return reworkCount;
    }

    Instant returnedAt() {
        return returnedAt;
    }

    String returnReason() {
        return returnReason;
    }

    Instant blockedSince() {
        return blockedSince;
    }

    String blockedReason() {
        return blockedReason;
    }

    String cancelReason() {
        return cancelReason;
    }

    long version() {
        return version;
    }
}
