package org.fengong.allocation.solver.bound;

import java.util.function.BooleanSupplier;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Limits;

/**
 * What no plan of a problem costs less than, and the prices that say so. It rises while one thread works on it; others may
 * ask for its value.
 */
public final class Bound {
    private final Core core;
    private final CapacityDual capacities;
    private final Ascent byCapacity;
    private WeekDual weeks;
    private volatile Ascent byWeek;
    private MemberDual members;
    private volatile Bundle byMember;
    private Prices prices;

    /** The bound of free weeks. */
    public Bound(Core core) {
        this.core = core;
        capacities = new CapacityDual(core);
        byCapacity = new Ascent(capacities, new double[capacities.size()]);
        prices = Prices.none(core);
    }

    /** In cost units. */
    public long value() {
        long scaled = byCapacity.bound();
        if (byWeek != null) {
            scaled = Math.max(scaled, byWeek.bound());
        }
        if (byMember != null) {
            scaled = Math.max(scaled, byMember.bound());
        }
        return Prices.wholeCost(scaled);
    }

    public Prices prices() {
        return prices;
    }

    /** Prices the capacities: quick, and the base of all that follows. */
    public void priceCapacities(long knownValue, int steps, BooleanSupplier ended) {
        byCapacity.run(knownValue, steps, ended);
        prices = capacities.prices(byCapacity.prices());
    }

    /** Fills each week of a member with whole roles. */
    public void fillWeeks(long knownValue, int steps, Limits limits) {
        if (byWeek == null) {
            weeks = new WeekDual(core, capacities.unit());
            byWeek = new Ascent(weeks, weeks.start(capacities, byCapacity.prices()));
        }
        byWeek.run(knownValue, steps, limits::reached);
    }

    /** Fills all weeks of a member exactly: slow, and nearest to the best plan. */
    public void fillMembers(long knownValue, int steps, Limits limits) {
        if (byMember == null) {
            members = new MemberDual(core);
            byMember = new Bundle(members, members.start(weeks, byWeek.prices()), knownValue);
        }
        byMember.run(knownValue, steps, limits);
    }
}
