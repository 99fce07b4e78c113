/** Teams plan together: their lead, their time zone and who belongs to them. */
package org.fengong.members.team;
