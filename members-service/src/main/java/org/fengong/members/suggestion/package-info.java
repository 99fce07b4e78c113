/** Suggestions (S1, P2): what a member's occupation asks for, next to what the member holds. */
package org.fengong.members.suggestion;
