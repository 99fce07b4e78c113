/** Skills (S1): what work asks for and members hold; one catalogue for the company, kept by administrators. */
package org.fengong.members.skill;
