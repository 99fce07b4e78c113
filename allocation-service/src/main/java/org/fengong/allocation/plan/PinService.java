package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.assignment.AssignmentNotFoundException;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.Assignments;
import org.fengong.allocation.snapshot.TeamAccess;

/** A lead keeps plans from moving an assignment. */
@ApplicationScoped
class PinService {
    private final PlanRepository plans;
    private final AssignmentReader reader;
    private final Assignments assignments;
    private final TeamAccess access;

    PinService(PlanRepository plans, AssignmentReader reader, Assignments assignments, TeamAccess access) {
        this.plans = plans;
        this.reader = reader;
        this.assignments = assignments;
        this.access = access;
    }

    /** Under the lock of the team's plans: a draft is published either before, or judged by the pin. */
    @Transactional
    AssignmentResponse pin(UUID id, boolean pinned) {
        var teamId = reader.teamOf(id).filter(access::mayRead).orElseThrow(() -> new AssignmentNotFoundException(id));
        access.requireLed(teamId);
        plans.lockTeams(List.of(teamId));
        return assignments.pin(id, pinned);
    }
}
