/** Briefings (S5, P1): what a member does, why, for which goal, and with whom. */
package org.fengong.allocation.briefing;
