/** Goals (P1, S2): what a team wants in a period, and the key results that show how far it is. */
package org.fengong.tasks.goal;
