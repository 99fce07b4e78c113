package org.fengong.allocation.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningRole;

/** What it would cost to give a role to another member while all else stays. */
final class Alternatives {
    private final Model model;
    private final Core core;
    private final Options options;
    private final State state;
    private final Map<String, Integer> freeRoles = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();

    Alternatives(Model model, Map<String, Placement> placements) {
        this.model = model;
        core = model.core();
        options = core.options();
        state = new State(core);
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
        for (int o = options.firstWith(role, m); o < options.first[role + 1] && options.member(o) == m; o++) {
            if (options.start(o) == placement.startWeek()
                    && model.placement(role, o).equals(placement)) {
                return o;
            }
        }
        throw new IllegalArgumentException("The problem does not allow this placement: " + placement);
    }

    Alternative of(PlanningRole role, PlanningMember member) {
        Integer r = freeRoles.get(role.id());
        if (r == null) {
            return Alternative.forbidden(member.id(), null, Rule.FIXED_STAYS);
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
        for (int o = options.firstWith(r, m); o < options.first[r + 1] && options.member(o) == m; o++) {
            if (state.fits(o) && state.allowed(r, o) && state.withinChanges(r, o)) {
                if (best == State.NOBODY || options.cost(o) < options.cost(best)) {
                    best = o;
                }
            } else if (cheapestForbidden == State.NOBODY || options.cost(o) < options.cost(cheapestForbidden)) {
                cheapestForbidden = o;
            }
        }
        if (best != State.NOBODY) {
            return Alternative.possible(member.id(), options.start(best), state.costOf(r, best) - costNow);
        }
        return cheapestForbidden == State.NOBODY
                ? neverPossible(r, role, member)
                : forbiddenNow(r, cheapestForbidden, member);
    }

    private Alternative forbiddenNow(int r, int o, PlanningMember member) {
        int start = options.start(o);
        Rule rule = state.brokenRule(r, o);
        if (rule != null) {
            return Alternative.forbidden(member.id(), start, rule);
        }
        if (state.fits(o)) {
            return Alternative.forbidden(member.id(), start, Rule.MAX_CHANGES);
        }
        int week = state.lackingWeek(o);
        int needed = options.minutes[options.minutesFrom(o) + week - start];
        int room = state.roomIn(members.get(member.id()), week);
        var shortage = new Alternative.Shortage(week, needed, room);
        return new Alternative(member.id(), start, null, Rule.CAPACITY, shortage, null);
    }

    private Alternative neverPossible(int r, PlanningRole role, PlanningMember member) {
        if (!Eligibility.holdsSkills(role, member)) {
            var lacking = Eligibility.missing(role, member).get(0);
            return new Alternative(member.id(), null, null, Rule.SKILL, null, lacking);
        }
        if (!Eligibility.inDepartment(role, member)) {
            return Alternative.forbidden(member.id(), null, Rule.DEPARTMENT);
        }
        if (Eligibility.hasDeclined(role, member)) {
            return Alternative.forbidden(member.id(), null, Rule.DECLINED);
        }
        StartWindows.Window window = model.windows()[core.taskOf()[r]];
        int m = members.get(member.id());
        int[] room = Arrays.copyOfRange(core.room(), m * core.weeks(), (m + 1) * core.weeks());
        for (int start = window.earliestStart(role); start <= window.latestStart(); start++) {
            RoleWeeks weeks = RoleWeeks.of(role, start, room);
            if (weeks != null && weeks.endWeek() <= window.latestEnd()) {
                return Alternative.forbidden(member.id(), null, Rule.ONE_ROLE_PER_MEMBER);
            }
        }
        boolean tooLate = window.earliestStart(role) > window.latestStart();
        return Alternative.forbidden(member.id(), null, tooLate ? Rule.DEPENDENCY : Rule.CAPACITY);
    }
}
