package org.fengong.allocation.solver;

import java.util.List;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PlanningTask;

/**
 * A problem on arrays, for the search. Members, tasks and free roles (those the engine places) are indices; a task comes
 * after all its predecessors, and its free roles follow each other. What fixed roles demand of others is already worked
 * into room and options.
 *
 * @param tasks in topological order
 * @param firstRole free roles of task t: {@code firstRole[t]} ≤ r < {@code firstRole[t + 1]}
 * @param windows when the free roles of a task can lie at best
 * @param roles the free roles
 * @param taskOf task index by free role
 * @param fixed where the fixed roles stand, by role id
 * @param room minutes the engine may still fill, of member m in week w: {@code room[m * weeks + w]}
 * @param loadBefore minutes for fairness by member, fixed roles counted
 * @param nobodyCost of leaving a free role unassigned
 * @param constantCost of the fixed roles, less the unfairness that is there without the plan
 * @param predecessors of each task, those with free roles; {@code lags} beside them
 * @param successors of each task, those with free roles; {@code successorLags} beside them
 */
record Model(
        PlanningProblem problem,
        int weeks,
        List<PlanningMember> members,
        List<PlanningTask> tasks,
        int[] firstRole,
        StartWindows.Window[] windows,
        List<PlanningRole> roles,
        int[] taskOf,
        List<Placement> fixed,
        int[] room,
        long[] loadBefore,
        Fairness fairness,
        Options options,
        long[] nobodyCost,
        long constantCost,
        int[][] predecessors,
        int[][] lags,
        int[][] successors,
        int[][] successorLags) {}
