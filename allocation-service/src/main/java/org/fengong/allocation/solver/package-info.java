/** The planning engine: who does which role from which week at the least cost, with a certified bound and exact reasons. */
package org.fengong.allocation.solver;
