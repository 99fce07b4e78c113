/** The search for a plan of low cost. */
package org.fengong.allocation.solver.search;
