/** Reviews by the calendar: each team has a cadence, and what is due by business time is opened once. */
package org.fengong.review.schedule;
