/** Public holidays by region; a member's working pattern names the calendar that holds for it. */
package org.fengong.members.holiday;
