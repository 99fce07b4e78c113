/** review-service: looks at a team's division of labour from time to time and proposes what to change. */
package org.fengong.review;
