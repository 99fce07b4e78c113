package org.fengong.allocation.assignment;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.time.Weeks;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.threeten.extra.YearWeek;

/** One role given to one member. */
@Entity
class Assignment {
    /** Minutes that stand in a week of the member. */
    @Embeddable
    record Standing(@Column(name = "member_id") UUID memberId, YearWeek week, int minutes) {}

    @Id
    private UUID id;

    private UUID roleId;
    private UUID taskId;
    private UUID teamId;
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status;

    @Enumerated(EnumType.STRING)
    private ReleaseCause cause;

    private String origin = "PLAN";
    private boolean pinned;
    private YearWeek startWeek;

    @Column(columnDefinition = "numeric")
    private java.math.BigDecimal fit;

    /** Without the next best, whose name is asked for when it is read. */
    private String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private NextBest nextBest;

    private UUID planId;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 100)
    @CollectionTable(name = "assignment_week", joinColumns = @JoinColumn(name = "assignment_id"))
    private Set<Standing> weeks = new HashSet<>();

    /** Null when nothing is in the way. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Conflict> conflicts;

    /** The last week that is in conflict; null when none is. */
    private YearWeek atRiskUntil;

    private Instant createdAt;

    /** When it was last given, moved or ended. */
    private Instant changedAt;

    @Version
    private long version = 1;

    protected Assignment() {}

    static Assignment of(PlannedRole role, UUID planId, boolean offered, Instant now) {
        var assignment = new Assignment();
        assignment.id = Generators.timeBasedEpochGenerator().generate();
        assignment.roleId = role.roleId();
        assignment.taskId = role.taskId();
        assignment.teamId = role.teamId();
        assignment.memberId = role.memberId();
        assignment.status = offered ? AssignmentStatus.OFFERED : AssignmentStatus.ACTIVE;
        assignment.createdAt = now;
        assignment.startWeek = role.startWeek();
        assignment.replan(role, planId, role.startWeek(), now);
        return assignment;
    }

    /** True when the plan leaves everything as it stands from that week on. */
    boolean isAsPlanned(PlannedRole role, YearWeek from) {
        return memberId.equals(role.memberId()) && standingFrom(from).equals(role.weeks());
    }

    /** Takes the plan's minutes from that week on; what earlier weeks have seen stays. */
    void replan(PlannedRole role, UUID plan, YearWeek from, Instant now) {
        weeks.removeIf(standing -> !standing.week().isBefore(from));
        role.weeks().forEach(w -> weeks.add(new Standing(memberId, w.week(), w.minutes())));
        if (weeks.stream().allMatch(standing -> !standing.week().isBefore(from))) {
            startWeek = role.startWeek();
        }
        fit = java.math.BigDecimal.valueOf(role.fit());
        reason = role.reason();
        nextBest = role.nextBest();
        planId = plan;
        changedAt = now;
    }

    void decidedByLead(boolean pins) {
        origin = "LEAD";
        pinned = pins;
    }

    /** @throws AssignmentEndedException when it stands no more */
    void pin(boolean pins) {
        if (!stands()) {
            throw new AssignmentEndedException(this);
        }
        pinned = pins;
    }

    /** The member is asked no more. */
    void activate() {
        status = AssignmentStatus.ACTIVE;
    }

    boolean isOffered() {
        return status == AssignmentStatus.OFFERED;
    }

    void complete(LocalDate today, Instant now) {
        status = AssignmentStatus.COMPLETED;
        changedAt = now;
        takeConflicts(List.of());
        freeAfter(today);
    }

    void release(ReleaseCause why, LocalDate today, Instant now) {
        status = AssignmentStatus.RELEASED;
        changedAt = now;
        cause = why;
        takeConflicts(List.of());
        freeAfter(today);
    }

    /**
     * A new estimate: what stands from this week on becomes the estimate, in the proportions that it had; the last week
     * takes what rounding leaves. With nothing standing any more, this week takes it all.
     */
    void estimate(int minutesToComplete, LocalDate today, Instant now) {
        var current = Weeks.of(today);
        var ahead = standingFrom(current);
        long sum = ahead.stream().mapToLong(WeekMinutes::minutes).sum();
        weeks.removeIf(standing -> !standing.week().isBefore(current));
        changedAt = now;
        if (ahead.isEmpty() || sum == 0) {
            weeks.add(new Standing(memberId, current, minutesToComplete));
            return;
        }
        int left = minutesToComplete;
        for (int i = 0; i < ahead.size(); i++) {
            int part = i == ahead.size() - 1
                    ? left
                    : (int) ((long) minutesToComplete * ahead.get(i).minutes() / sum);
            left -= part;
            weeks.add(new Standing(memberId, ahead.get(i).week(), part));
        }
    }

    /**
     * Later weeks are free at once, of the current one the working days from today on, as a plan made today counts them.
     * Past weeks are frozen.
     */
    private void freeAfter(LocalDate today) {
        var current = Weeks.of(today);
        var daysDone = Math.min(today.getDayOfWeek().getValue() - 1, DayOfWeek.FRIDAY.getValue());
        var kept = weeks.stream()
                .filter(standing -> !standing.week().isAfter(current))
                .map(standing -> standing.week().equals(current)
                        ? new Standing(memberId, current, standing.minutes() * daysDone / DayOfWeek.FRIDAY.getValue())
                        : standing)
                .collect(Collectors.toSet());
        weeks.clear();
        weeks.addAll(kept);
    }

    void takeConflicts(List<Conflict> found) {
        if (!found.equals(conflicts())) {
            conflicts = found.isEmpty() ? null : found;
            atRiskUntil = found.stream()
                    .flatMap(conflict -> conflict.weeks().stream())
                    .map(WeekMinutes::week)
                    .max(Comparator.naturalOrder())
                    .orElse(found.isEmpty() ? null : startWeek);
        }
    }

    List<Conflict> conflicts() {
        return conflicts == null ? List.of() : conflicts;
    }

    boolean isMarked(ConflictCause why) {
        return conflicts().stream().anyMatch(conflict -> conflict.cause() == why);
    }

    /** Whether the member's time is known not to hold the week. */
    boolean isMarked(YearWeek week) {
        return conflicts().stream()
                .anyMatch(conflict -> conflict.cause() != ConflictCause.LEVEL_LOST
                        && conflict.weeks().stream().anyMatch(w -> w.week().equals(week)));
    }

    Instant markedSince(ConflictCause why, Instant otherwise) {
        return conflicts().stream()
                .filter(conflict -> conflict.cause() == why)
                .map(Conflict::since)
                .findFirst()
                .orElse(otherwise);
    }

    /** In order of weeks. */
    List<WeekMinutes> standing() {
        return weeks.stream()
                .filter(standing -> standing.minutes() > 0)
                .sorted(Comparator.comparing(Standing::week))
                .map(standing -> new WeekMinutes(standing.week(), standing.minutes()))
                .toList();
    }

    List<WeekMinutes> standingFrom(YearWeek from) {
        return standing().stream().filter(w -> !w.week().isBefore(from)).toList();
    }

    boolean stands() {
        return status == AssignmentStatus.ACTIVE || status == AssignmentStatus.OFFERED;
    }

    UUID id() {
        return id;
    }

    UUID roleId() {
        return roleId;
    }

    UUID taskId() {
        return taskId;
    }

    UUID teamId() {
        return teamId;
    }

    UUID memberId() {
        return memberId;
    }

    AssignmentStatus status() {
        return status;
    }

    ReleaseCause cause() {
        return cause;
    }

    String origin() {
        return origin;
    }

    boolean pinned() {
        return pinned;
    }

    YearWeek startWeek() {
        return startWeek;
    }

    double fit() {
        return fit.doubleValue();
    }

    String reason() {
        return reason;
    }

    /** Null when there is none, or the lead decided. */
    NextBest nextBest() {
        return nextBest;
    }

    UUID planId() {
        return planId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }
}
