/** Proposals of levels (S1, P2): a member says how good it is in a skill, a lead confirms or declines. */
package org.fengong.members.proposal;
