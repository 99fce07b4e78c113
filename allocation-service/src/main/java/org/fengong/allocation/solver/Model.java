package org.fengong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;

/**
 * A problem with its form on arrays. What fixed roles demand of others is already worked into room and options.
 *
 * @param core the arrays; its members, tasks and roles are those listed here, in this order
 * @param tasks in topological order
 * @param roles the free roles, those the engine places
 * @param windows when the free roles of a task can lie at best
 * @param fixed where the fixed roles stand, by role id
 */
record Model(
        PlanningProblem problem,
        Core core,
        List<PlanningMember> members,
        List<PlanningTask> tasks,
        List<PlanningRole> roles,
        StartWindows.Window[] windows,
        List<Placement> fixed) {

    Placement placement(int role, int o) {
        Options options = core.options();
        return new Placement(
                roles.get(role).id(),
                members.get(options.member(o)).id(),
                options.start(o),
                Arrays.stream(options.minutes, options.minutesFrom(o), options.minutesFrom(o + 1))
                        .boxed()
                        .toList());
    }

    /** How many fixed roles stand elsewhere than they were published. */
    int changesOfFixed() {
        return FixedRoles.changes(problem, fixed);
    }

    /** Every assigned role, fixed ones included. */
    List<Placement> placements(int[] plan) {
        List<Placement> placements = new ArrayList<>(fixed);
        for (int r = 0; r < plan.length; r++) {
            if (plan[r] != State.NOBODY) {
                placements.add(placement(r, plan[r]));
            }
        }
        return placements;
    }
}
