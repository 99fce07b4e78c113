package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;

/**
 * What weeks, loads and rules between roles are worth to the whole plan, in whole numbers of 1/{@value #SCALE} cost unit,
 * so that every sum is exact in a long and a bound needs no tolerance.
 */
public final class Prices {
    public static final int SCALE = 256;

    private final Core core;

    /** Per minute of member m in week w: {@code week[m * weeks + w]}; then per minute of each member's load. */
    final long[] week;

    final long[] load;

    /** For a role to start or end in a week: {@code [role * weeks + week]}. */
    private final long[] start;

    private final long[] end;

    Prices(Core core, long[] week, long[] load, RulePrices rules) {
        this.core = core;
        this.week = week;
        this.load = load;
        start = rules.start.clone();
        end = rules.end.clone();
    }

    /** The least whole cost that is no less than a bound in 1/{@value #SCALE} cost units: plans cost whole units. */
    static long wholeCost(long scaledBound) {
        return -Math.floorDiv(-scaledBound, SCALE);
    }

    /** Everything free of charge. */
    public static Prices none(Core core) {
        return new Prices(core, new long[core.room().length], new long[core.members()], new RulePrices(core));
    }

    /** What the weeks of an option cost the rest of the plan, and its start and end; the load's price is not in it. */
    public long ofWeeks(int role, int o) {
        Options options = core.options();
        long sum = start[role * core.weeks() + options.start(o)] + end[role * core.weeks() + options.end(o)];
        int cell = options.member(o) * core.weeks() + options.start(o);
        for (int i = options.minutesFrom(o); i < options.minutesFrom(o + 1); i++, cell++) {
            sum += options.minutes[i] * week[cell];
        }
        return sum / SCALE;
    }

    /** The same with the price of the member's load. */
    public long ofWeeksAndLoad(int role, int o) {
        Options options = core.options();
        return ofWeeks(role, o) + options.effort(o) * load[options.member(o)] / SCALE;
    }

    /** What a minute of a member's week costs the rest of the plan, that of the load included; in cost units. */
    public double ofMinute(int member, int w) {
        return (week[member * core.weeks() + w] + load[member]) / (double) SCALE;
    }
}
