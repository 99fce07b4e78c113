/** The way to tasks-service: changes tasks, and asks for new ones, in the name of a team's lead. */
package org.fengong.review.tasks;
