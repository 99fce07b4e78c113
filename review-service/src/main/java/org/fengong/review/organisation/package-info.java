/** Teams and skills as members-service tells of them, and who may see or command a team here. */
package org.fengong.review.organisation;
