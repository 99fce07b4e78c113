/** Members (S1): people with their skills, interests and the time they have; memberships in teams. */
package org.fengong.members.member;
