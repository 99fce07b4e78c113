package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * The bound of a plan in which each week of a member is filled by itself, with whole roles or, where a role takes several
 * weeks, its parts; that a role goes to one member in one week, the load, and the rules between roles are only paid for.
 * For prices π ≥ 0 of the roles, s of starts and ends, and q ≥ 0 of the loads, no plan costs less than
 * <pre>
 * Σ roles (nobody − π) + constant
 * − Σ members (Σ weeks knapsack(nobody − cost − π − s − effort · q) + max over loads L (q · L − unfairness(L)))
 * </pre>
 */
final class WeekDual implements Dual {
    private final Core core;
    private final Options options;
    private final RolePricing roles;
    private final MemberProblem[] members;

    /** Minutes of a mean role: the prices of minutes are stepped per unit. */
    private final double unit;

    WeekDual(Core core, double unit) {
        this.core = core;
        this.unit = unit;
        options = core.options();
        roles = new RolePricing(core, core.members());
        members = MemberProblems.of(core);
    }

    /** Roles, rules, loads. */
    @Override
    public int size() {
        return roles.size() + core.members();
    }

    @Override
    public long evaluate(double[] prices, double[] violation) {
        long sum = roles.put(prices, violation);
        for (MemberProblem member : members) {
            member.loadPrice = loadPrice(prices, member.member);
            roles.offer(member);
            sum -= member.relaxed();
            violation[roles.size() + member.member] = -member.loadSlack / unit;
            for (int i = 0; i < member.option.length; i++) {
                if (member.share[i] > 0) {
                    roles.choose(member, i, member.share[i], violation);
                }
            }
        }
        roles.violation(violation);
        return sum;
    }

    long loadPrice(double[] prices, int member) {
        return roles.scaled(prices[roles.size() + member] / unit);
    }

    /** Where the bound starts: what each role is worth at the prices of the capacities. */
    double[] start(CapacityDual capacities, double[] best) {
        Prices prices = capacities.prices(best);
        double[] start = new double[size()];
        for (int r = 0; r < core.roles(); r++) {
            long cheapest = core.nobodyCost()[r];
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                cheapest = Math.min(cheapest, options.cost(o) + prices.ofWeeksAndLoad(r, o));
            }
            start[r] = core.nobodyCost()[r] - cheapest;
        }
        int rules = roles.size() - core.roles();
        System.arraycopy(best, best.length - rules, start, core.roles(), rules);
        System.arraycopy(best, core.room().length, start, roles.size(), core.members());
        return start;
    }
}
