/** Copies of teams, skills and departments, which members-service owns, and who may do what with a team's work. */
package org.fengong.tasks.organisation;
