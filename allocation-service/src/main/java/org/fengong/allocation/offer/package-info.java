/** Assignments put to their members, who say yes or no in time (S5); for teams whose agreement is OFFER. */
package org.fengong.allocation.offer;
