package org.fengong.allocation.solver.bound;

import java.util.Arrays;
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
    private final RulePrices rules;
    private final MemberProblem[] members;

    /** Minutes of a mean role: the prices of minutes are stepped per unit. */
    private final double unit;

    private final double limit;
    private final long[] whole;
    private final double[] starts;
    private final double[] ends;

    WeekDual(Core core, double unit) {
        this.core = core;
        this.unit = unit;
        options = core.options();
        rules = new RulePrices(core);
        members = MemberProblems.of(core);
        whole = new long[core.roles() + rules.size()];
        starts = new double[core.roles() * core.weeks()];
        ends = new double[starts.length];
        limit = (1L << 58) / (double) Prices.SCALE / (1.0 + size() * core.weeks());
    }

    /** Roles, rules, loads. */
    @Override
    public int size() {
        return whole.length + core.members();
    }

    @Override
    public long evaluate(double[] prices, double[] violation) {
        int roles = core.roles();
        for (int p = 0; p < whole.length; p++) {
            whole[p] = (long) (Math.min(limit, prices[p]) * Prices.SCALE);
        }
        long sum = core.constantCost() * Prices.SCALE + rules.put(whole, roles);
        for (int r = 0; r < roles; r++) {
            sum += core.nobodyCost()[r] * Prices.SCALE - whole[r];
            violation[r] = -1;
        }
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        for (MemberProblem member : members) {
            member.loadPrice = loadPrice(prices, member.member);
            for (int i = 0; i < member.option.length; i++) {
                int r = member.roleOf[i];
                member.profit[i] = rules.profit(core, r, member.option[i]) - whole[r];
            }
            sum -= member.relaxed();
            violation[whole.length + member.member] = -member.loadSlack / unit;
            for (int i = 0; i < member.option.length; i++) {
                if (member.share[i] > 0) {
                    int r = member.roleOf[i];
                    violation[r] += member.share[i];
                    starts[r * core.weeks() + options.start[member.option[i]]] += member.share[i];
                    ends[r * core.weeks() + options.end[member.option[i]]] += member.share[i];
                }
            }
        }
        rules.violation(starts, ends, violation, roles);
        return sum;
    }

    long loadPrice(double[] prices, int member) {
        return (long) (Math.min(limit, prices[whole.length + member] / unit) * Prices.SCALE);
    }

    /** Where the bound starts: what each role is worth at the prices of the capacities. */
    double[] start(CapacityDual capacities, double[] best) {
        Prices prices = capacities.prices(best);
        double[] start = new double[size()];
        for (int r = 0; r < core.roles(); r++) {
            long cheapest = core.nobodyCost()[r];
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                cheapest = Math.min(cheapest, options.cost[o] + prices.ofWeeksAndLoad(r, o));
            }
            start[r] = core.nobodyCost()[r] - cheapest;
        }
        System.arraycopy(best, best.length - rules.size(), start, core.roles(), rules.size());
        System.arraycopy(best, core.room().length, start, whole.length, core.members());
        return start;
    }
}
