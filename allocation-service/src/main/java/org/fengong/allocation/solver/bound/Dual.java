package org.fengong.allocation.solver.bound;

/** A lower bound on the cost of every plan, as a function of prices ≥ 0. */
interface Dual {
    /** How many prices there are. */
    int size();

    /**
     * The bound of these prices, in 1/{@value Prices#SCALE} cost units.
     *
     * @param violation receives by how much the relaxed plan breaks each priced rule: a supergradient
     */
    long evaluate(double[] prices, double[] violation);
}
