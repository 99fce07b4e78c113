/** Copies of members, teams, tasks and goals, which the other services own, and who may do what with a team's plans. */
package org.fengong.allocation.snapshot;
