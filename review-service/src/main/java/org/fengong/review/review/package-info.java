/** Reviews: opened for a team and a period, measured once from the facts known then, open until all is decided. */
package org.fengong.review.review;
