package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Limits;

/** What no plan of a problem costs less than, and the prices that say so. It rises while it is worked on. */
public final class Bound {
    private final CapacityDual capacities;
    private final Ascent byCapacity;
    private final MemberDual members;
    private Bundle byMember;
    private Prices prices;

    /** The bound of free weeks. */
    public Bound(Core core) {
        capacities = new CapacityDual(core);
        byCapacity = new Ascent(capacities, new double[capacities.size()]);
        members = new MemberDual(core);
        prices = Prices.none(core);
    }

    /** In cost units. */
    public long value() {
        long scaled = byMember == null ? byCapacity.bound() : Math.max(byCapacity.bound(), byMember.bound());
        return -Math.floorDiv(-scaled, Prices.SCALE);
    }

    public Prices prices() {
        return prices;
    }

    /** Prices the capacities: quick, and the base of all that follows. */
    public void priceCapacities(long knownValue, int iterations, Limits limits) {
        byCapacity.run(knownValue, iterations, limits);
        prices = capacities.prices(byCapacity.prices());
    }

    /** Fills each member's weeks exactly: slower, and nearer to the best plan. */
    public void fillMembers(long knownValue, int iterations, Limits limits) {
        if (byMember == null) {
            byMember = new Bundle(members, members.start(capacities, byCapacity.prices()), knownValue);
        }
        byMember.run(knownValue, iterations, limits);
    }
}
