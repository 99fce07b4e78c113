/** What no plan can cost less than, and the prices that prove it. */
package org.fengong.allocation.solver.bound;
