package org.fengong.allocation.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;

/** What it would cost to give a role to another member while all else stays. */
final class Alternatives {
    private final Model model;
    private final Options options;
    private final State state;
    private final Map<String, Integer> freeRoles = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();

    Alternatives(Model model, Map<String, Placement> placements) {
        this.model = model;
        options = model.options();
        state = new State(model);
        model.members().forEach(member -> members.put(member.id(), members.size()));
        for (int r = 0; r < model.roles().size(); r++) {
            String roleId = model.roles().get(r).id();
            freeRoles.put(roleId, r);
            if (placements.containsKey(roleId)) {
                state.place(r, optionOf(r, placements.get(roleId)));
            }
        }
    }

    private int optionOf(int role, Placement placement) {
        int m = members.getOrDefault(placement.memberId(), -1);
        for (int o = options.firstWith(role, m); o < options.first[role + 1] && options.member[o] == m; o++) {
            if (options.start[o] == placement.startWeek()
                    && options.placement(model, role, o).equals(placement)) {
                return o;
            }
        }
        throw new IllegalArgumentException("The problem does not allow this placement: " + placement);
    }

    Alternative of(PlanningRole role, PlanningMember member) {
        Integer r = freeRoles.get(role.id());
        if (r == null) {
            return forbidden(member, null, Rule.FIXED_STAYS, "The role is pinned or running.");
        }
        int held = state.option[r];
        if (held == State.NOBODY) {
            return of(r, role, member, 0);
        }
        state.remove(r);
        Alternative alternative = of(r, role, member, state.costOf(r, held));
        state.place(r, held);
        return alternative;
    }

    private Alternative of(int r, PlanningRole role, PlanningMember member, long costNow) {
        int m = members.get(member.id());
        int best = State.NOBODY;
        int cheapestForbidden = State.NOBODY;
        for (int o = options.firstWith(r, m); o < options.first[r + 1] && options.member[o] == m; o++) {
            if (state.fits(o) && state.allowed(r, o)) {
                if (best == State.NOBODY || options.cost[o] < options.cost[best]) {
                    best = o;
                }
            } else if (cheapestForbidden == State.NOBODY || options.cost[o] < options.cost[cheapestForbidden]) {
                cheapestForbidden = o;
            }
        }
        if (best != State.NOBODY) {
            return new Alternative(member.id(), options.start[best], state.costOf(r, best) - costNow, null, null);
        }
        return cheapestForbidden == State.NOBODY
                ? neverPossible(r, role, member)
                : forbiddenNow(r, cheapestForbidden, member);
    }

    private Alternative forbiddenNow(int r, int o, PlanningMember member) {
        int start = options.start[o];
        Rule rule = state.brokenRule(r, o);
        if (rule != null) {
            return forbidden(member, start, rule, detail(rule));
        }
        int week = state.lackingWeek(o);
        int needed = options.minutes[options.minutesFrom[o] + week - start];
        int room = state.roomIn(members.get(member.id()), week);
        String detail = "In week " + week + " the role needs " + needed + " minutes, the member has " + room + " left.";
        return forbidden(member, start, Rule.CAPACITY, detail);
    }

    private static String detail(Rule rule) {
        return switch (rule) {
            case TOGETHER -> "The other roles of the task start in another week.";
            case ONE_ROLE_PER_MEMBER -> "The member holds another role of the task.";
            case PREDECESSOR_ASSIGNED -> "A task that must be done before has a role with nobody.";
            default -> "The work would not lie between the tasks before and after it.";
        };
    }

    private Alternative neverPossible(int r, PlanningRole role, PlanningMember member) {
        if (!Eligibility.holdsSkills(role, member)) {
            var lacking = Eligibility.missing(role, member).get(0);
            String detail = "Skill " + lacking.skillId() + " is needed at level " + lacking.minLevel()
                    + ", the member holds level " + lacking.level() + ".";
            return forbidden(member, null, Rule.SKILL, detail);
        }
        if (!Eligibility.inDepartment(role, member)) {
            String detail = "The role is for department " + role.departmentId() + ", the member belongs to "
                    + member.departmentId() + ".";
            return forbidden(member, null, Rule.DEPARTMENT, detail);
        }
        StartWindows.Window window = model.windows()[model.taskOf()[r]];
        int m = members.get(member.id());
        int[] room = Arrays.copyOfRange(model.room(), m * model.weeks(), (m + 1) * model.weeks());
        for (int start = window.earliestStart(); start <= window.latestStart(); start++) {
            RoleWeeks weeks = RoleWeeks.of(role, start, room);
            if (weeks != null && weeks.endWeek() <= window.latestEnd()) {
                String detail = "The member holds a pinned or running role of the task.";
                return forbidden(member, null, Rule.ONE_ROLE_PER_MEMBER, detail);
            }
        }
        if (window.earliestStart() > window.latestStart()) {
            return forbidden(member, null, Rule.DEPENDENCY, detail(Rule.DEPENDENCY));
        }
        String detail = "The member has too little free in the weeks in which the role can be done.";
        return forbidden(member, null, Rule.CAPACITY, detail);
    }

    private static Alternative forbidden(PlanningMember member, Integer week, Rule rule, String detail) {
        return new Alternative(member.id(), week, null, rule, detail);
    }
}
