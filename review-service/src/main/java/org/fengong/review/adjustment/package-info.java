/** What a review proposes to change, and what was decided about it; each is decided once. */
package org.fengong.review.adjustment;
