/** Assignments: roles given to members, the minutes that stand in their weeks, and the load that follows (P3). */
package org.fengong.allocation.assignment;
