package org.fengong.allocation.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.Conflict;
import org.fengong.allocation.assignment.ReplanCause;
import org.fengong.allocation.assignment.ReplanWanted;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.platform.time.Weeks;
import org.jboss.logging.Logger;

/**
 * Proposes a draft when news hits what is planned, or lets roles that nobody has find somebody (P5). News of a team is
 * collected for a while, then one draft is made of it; an earlier one that nobody has published is cancelled, and while
 * one is being solved the next waits. So a team has one such draft at most, however much happens.
 */
@ApplicationScoped
class Repairs {
    private static final Logger LOG = Logger.getLogger(Repairs.class);
    private static final int MOST_AT_ONCE = 20;

    private final RepairRequests requests;
    private final PlanRepository plans;
    private final PlanJobs jobs;
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;
    private final PlanningConfig config;
    private final Clock clock;

    Repairs(
            RepairRequests requests,
            PlanRepository plans,
            PlanJobs jobs,
            AssignmentReader assignments,
            SnapshotReader snapshots,
            PlanningConfig config,
            Clock clock) {
        this.requests = requests;
        this.plans = plans;
        this.jobs = jobs;
        this.assignments = assignments;
        this.snapshots = snapshots;
        this.config = config;
        this.clock = clock;
    }

    void wanted(@Observes ReplanWanted wanted) {
        if (config.repairs()) {
            requests.add(wanted, config.repairWindow());
        }
    }

    @Scheduled(every = "1s", identity = "plan-repairs", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (int i = 0; config.repairs() && i < MOST_AT_ONCE; i++) {
            if (!QuarkusTransaction.requiringNew().call(this::repairNext)) {
                return;
            }
        }
    }

    /** False when no team waits. */
    private boolean repairNext() {
        var due = requests.takeDue();
        due.ifPresent(this::repair);
        return due.isPresent();
    }

    private void repair(RepairRequests.Due due) {
        plans.lockUnpublishedRepairs(due.teamId()).forEach(Plan::cancel);
        var inForce = Optional.ofNullable(plans.inForce(List.of(due.teamId())).get(due.teamId()))
                .map(plans::findById);
        var atRisk = assignments.atRisk(due.teamId());
        if (inForce.isEmpty() || atRisk.isEmpty() && !mayFillOpenRoles(due)) {
            return;
        }
        var cause = new PlanCause(
                due.kinds(),
                due.memberIds(),
                atRisk.stream().map(AssignmentResponse::roleId).collect(Collectors.toSet()),
                atRisk.stream()
                        .filter(a -> a.conflicts().stream()
                                .anyMatch(conflict -> conflict.cause().needsSomebodyElse()))
                        .map(AssignmentResponse::roleId)
                        .collect(Collectors.toSet()));
        var today = assignments.today(due.teamId());
        var lastWeek = atRisk.stream()
                .flatMap(a -> a.conflicts().stream())
                .map(Conflict::weeks)
                .flatMap(List::stream)
                .map(WeekMinutes::week)
                .max(Comparator.naturalOrder())
                .orElse(Weeks.of(today));
        var plan = Plan.repair(inForce.get(), due.teamId(), cause, lastWeek, today, clock.instant());
        plans.persist(plan);
        plans.flush();
        jobs.enqueue(plan);
        LOG.infof(
                "A plan is made because of news, planId=%s, teamId=%s, causes=%s",
                plan.id(), due.teamId(), cause.kinds());
    }

    /** Whether a role that nobody has may find somebody now; whether there is time for it, the engine finds out. */
    private boolean mayFillOpenRoles(RepairRequests.Due due) {
        var open = openRoles(due.teamId());
        if (!due.kinds().stream().allMatch(ReplanCause::isGain)) {
            return !open.isEmpty();
        }
        var members = snapshots.members(due.memberIds()).values();
        var declined =
                assignments.declinedBy(open.stream().map(TaskState.Role::roleId).toList());
        return open.stream()
                .anyMatch(role -> members.stream()
                        .anyMatch(member -> mayHave(role, member)
                                && !declined.getOrDefault(role.roleId(), Set.of())
                                        .contains(member.memberId())));
    }

    private static boolean mayHave(TaskState.Role role, MemberState member) {
        return (role.departmentId() == null || role.departmentId().equals(member.departmentId()))
                && role.skills().stream()
                        .allMatch(skill -> !skill.mandatory() || member.level(skill.skillId()) >= skill.minLevel());
    }

    private List<TaskState.Role> openRoles(UUID teamId) {
        var held = assignments.standing(List.of(teamId)).stream()
                .map(AssignmentResponse::roleId)
                .collect(Collectors.toSet());
        return snapshots.openTasks(List.of(teamId)).values().stream()
                .flatMap(task -> task.roles().stream())
                .filter(role -> !role.completed() && role.remainingMinutes() > 0 && !held.contains(role.roleId()))
                .toList();
    }
}
