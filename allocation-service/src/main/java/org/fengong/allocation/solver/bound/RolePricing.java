package org.fengong.allocation.solver.bound;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * What the bounds by members have in common: only paid for are that a role goes to one member at most (π ≥ 0 of the roles)
 * and the rules between roles (s of starts and ends). Prices of roles come first, then those of the rules.
 */
final class RolePricing {
    private final Core core;
    private final Options options;
    private final RulePrices rules;
    private final double limit;
    private final long[] whole;
    private final double[] starts;
    private final double[] ends;

    /** @param others how many prices the bound has beside these */
    RolePricing(Core core, int others) {
        this.core = core;
        options = core.options();
        rules = new RulePrices(core);
        whole = new long[core.roles() + rules.size()];
        starts = new double[core.roles() * core.weeks()];
        ends = new double[starts.length];
        limit = (1L << 58) / (double) Prices.SCALE / (1.0 + (whole.length + others) * core.weeks());
    }

    /** How many prices these are. */
    int size() {
        return whole.length;
    }

    RulePrices rules() {
        return rules;
    }

    /** A price in whole 1/{@value Prices#SCALE} cost units, small enough for sums of products to fit. */
    long scaled(double price) {
        return (long) (Math.min(limit, price) * Prices.SCALE);
    }

    /**
     * Puts the prices to the bound, with nothing chosen yet.
     *
     * @return Σ roles (nobody − π) + constant
     */
    long put(double[] prices, double[] violation) {
        for (int p = 0; p < whole.length; p++) {
            whole[p] = scaled(prices[p]);
        }
        long sum = core.constantCost() * Prices.SCALE + rules.put(whole, core.roles());
        for (int r = 0; r < core.roles(); r++) {
            sum += core.nobodyCost()[r] * Prices.SCALE - whole[r];
            violation[r] = -1;
        }
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        return sum;
    }

    /** Tells a member what each option earns at these prices. */
    void offer(MemberProblem member) {
        for (int i = 0; i < member.option.length; i++) {
            int r = member.roleOf[i];
            member.profit[i] = rules.profit(core, r, member.option[i]) - whole[r];
        }
    }

    /** Counts that a member has chosen a part of an option, 0 to 1. */
    void choose(MemberProblem member, int i, double part, double[] violation) {
        int row = member.roleOf[i] * core.weeks();
        violation[member.roleOf[i]] += part;
        starts[row + options.start(member.option[i])] += part;
        ends[row + options.end(member.option[i])] += part;
    }

    /** By how much what was chosen breaks the rules between roles. */
    void violation(double[] violation) {
        rules.violation(starts, ends, violation, core.roles());
    }
}
