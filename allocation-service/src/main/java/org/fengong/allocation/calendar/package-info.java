/** A member's assignments as a calendar that any calendar program subscribes to by a secret address (S5, RFC 5545). */
package org.fengong.allocation.calendar;
