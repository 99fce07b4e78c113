package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * The bound of a plan in which each member's weeks are filled exactly, and only two things are paid for: that a role goes
 * to one member at most, and the rules between roles. For prices π ≥ 0 of the roles and s of starts and ends, no plan
 * costs less than
 * <pre>
 * Σ roles (nobody − π) − Σ members max over sets of options (Σ (nobody − cost − π − s) − unfairness) + constant
 * </pre>
 * It is never below the bound of linear programming, for whole roles do not fill weeks to the minute.
 */
final class MemberDual implements Dual {
    private static final int NODES = 10_000;
    private static final int PRICE_STEPS = 5;

    private final Core core;
    private final RolePricing roles;
    private final MemberProblem[] members;

    /** By how much the last bound may be too low because searches were cut. */
    private long unknown;

    MemberDual(Core core) {
        this.core = core;
        roles = new RolePricing(core, 0);
        members = MemberProblems.of(core);
    }

    @Override
    public int size() {
        return roles.size();
    }

    @Override
    public long evaluate(double[] prices, double[] violation) {
        long sum = roles.put(prices, violation);
        unknown = 0;
        for (MemberProblem member : members) {
            roles.offer(member);
            sum -= member.best(PRICE_STEPS, NODES);
            unknown += member.unknown;
            for (int i : member.chosen) {
                roles.choose(member, i, 1, violation);
            }
        }
        roles.violation(violation);
        return sum;
    }

    /** The cost of a plan that leaves every role to nobody, without unfairness. */
    double base() {
        double sum = core.constantCost();
        for (long cost : core.nobodyCost()) {
            sum += cost;
        }
        return sum;
    }

    /** By how much the last bound may be too low because searches were cut, in cost units. */
    double unknown() {
        return unknown / (double) Prices.SCALE;
    }

    int members() {
        return members.length;
    }

    /** The set that a member was filled with last. */
    Column column(int m) {
        MemberProblem member = members[m];
        Options options = core.options();
        long cost = 0;
        long load = core.loadBefore()[m];
        var column = new Column.Builder(size());
        for (int i : member.chosen) {
            int o = member.option[i];
            int r = member.roleOf[i];
            cost += options.cost(o) - core.nobodyCost()[r];
            load += options.effort(o);
            column.add(r, 1);
            roles.rules().addRows(r, options.start(o), options.end(o), column, core.roles());
        }
        return column.build(cost + core.fairness().cost(m, load));
    }

    /** What the left side of a priced rule must not exceed. */
    int limit(int row) {
        return row < core.roles() ? 1 : roles.rules().limit(row - core.roles());
    }

    /** Prices of these parts, with the load prices of the members to start from. */
    double[] start(WeekDual weeks, double[] best) {
        for (int m = 0; m < members.length; m++) {
            members[m].loadPrice = weeks.loadPrice(best, m);
        }
        return Arrays.copyOf(best, size());
    }
}
