package org.fengong.allocation.solver;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PublishedAssignment;

/**
 * Where the fixed roles stand, and what they and other standing work leave of each member's weeks. Each fixed role is
 * split as if it were the only one, so their order changes nothing.
 */
final class FixedRoles {
    private final PlanningProblem problem;
    private final Map<String, Placement> placements = new TreeMap<>();
    private final Map<String, FixedAssignment> byRole = new HashMap<>();

    FixedRoles(PlanningProblem problem) {
        this.problem = problem;
        Map<String, PlanningMember> members =
                problem.members().stream().collect(Collectors.toMap(PlanningMember::id, member -> member));
        Map<String, PlanningRole> roles = problem.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .collect(Collectors.toMap(PlanningRole::id, role -> role));
        for (FixedAssignment fixed : problem.fixed()) {
            List<Integer> minutes = fixed.weeklyMinutes();
            if (minutes.isEmpty()) {
                PlanningRole role = roles.get(fixed.roleId());
                PlanningMember member = members.get(fixed.memberId());
                minutes = Arrays.stream(EffortSplit.whateverIsFree(
                                role.effortMinutes(),
                                role.spanWeeks(),
                                fixed.startWeek(),
                                leftByStandingWork(member),
                                weekly(member.capacityMinutes())))
                        .boxed()
                        .toList();
            }
            placements.put(fixed.roleId(), new Placement(fixed.roleId(), fixed.memberId(), fixed.startWeek(), minutes));
            byRole.put(fixed.roleId(), fixed);
        }
    }

    /** How many of these placements are elsewhere than published; a start that has passed counts as the current week. */
    static int changes(PlanningProblem problem, Collection<Placement> placements) {
        var published = problem.published().stream().collect(Collectors.toMap(PublishedAssignment::roleId, one -> one));
        return (int) placements.stream()
                .filter(placement -> published.containsKey(placement.roleId()))
                .filter(placement -> {
                    var before = published.get(placement.roleId());
                    return !before.memberId().equals(placement.memberId())
                            || Math.max(0, before.startWeek()) != placement.startWeek();
                })
                .count();
    }

    /** By role id. */
    Map<String, Placement> placements() {
        return Collections.unmodifiableMap(placements);
    }

    boolean isFixed(PlanningRole role) {
        return byRole.containsKey(role.id());
    }

    boolean isPinned(PlanningRole role) {
        return isFixed(role) && !byRole.get(role.id()).running();
    }

    Placement of(PlanningRole role) {
        return placements.get(role.id());
    }

    /** Minutes the engine may fill, by week; 0 where the member is full or over. */
    int[] room(PlanningMember member) {
        int[] room = leftByStandingWork(member);
        placements.values().stream()
                .filter(placement -> placement.memberId().equals(member.id()))
                .forEach(placement -> {
                    for (int week = 0; week < room.length; week++) {
                        room[week] -= placement.minutesIn(week);
                    }
                });
        return Arrays.stream(room).map(minutes -> Math.max(0, minutes)).toArray();
    }

    /** The minutes of fixed roles inside the horizon. */
    long load(PlanningMember member) {
        long load = 0;
        for (Placement placement : placements.values()) {
            if (placement.memberId().equals(member.id())) {
                for (int week = 0; week < problem.weeks(); week++) {
                    load += placement.minutesIn(week);
                }
            }
        }
        return load;
    }

    private int[] leftByStandingWork(PlanningMember member) {
        int[] left = new int[problem.weeks()];
        for (int week = 0; week < left.length; week++) {
            int limit = problem.policy().loadLimit(member.capacityMinutes().get(week));
            left[week] = Math.max(0, limit - member.standingMinutes().get(week));
        }
        return left;
    }

    private static int[] weekly(List<Integer> minutes) {
        return minutes.stream().mapToInt(Integer::intValue).toArray();
    }
}
