/** The way to allocation-service: asks it for a new plan in the name of a team's lead. */
package org.fengong.review.allocation;
