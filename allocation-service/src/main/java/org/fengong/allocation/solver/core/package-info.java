/** The problem on arrays, and a plan under construction. It knows options, weeks and costs, and no skill or person. */
package org.fengong.allocation.solver.core;
