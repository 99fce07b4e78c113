/** What the engine answers: placements, costs, reasons and broken rules. */
package org.fengong.allocation.solver.plan;
