/** The judge of plans: recomputes every rule and every cost from the problem alone, sharing nothing with the search. */
package org.fengong.allocation.solver.evaluation;
