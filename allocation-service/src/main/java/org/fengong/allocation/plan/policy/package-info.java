/** Policies (S4): what a team's plans weigh, under a name and with all their versions. */
package org.fengong.allocation.plan.policy;
