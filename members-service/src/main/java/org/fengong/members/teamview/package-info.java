/** What a team can do and how much time it has (S1, W2): views over its members, for reading only. */
package org.fengong.members.teamview;
