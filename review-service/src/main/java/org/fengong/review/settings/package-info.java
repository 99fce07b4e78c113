/** What a team wants its reviews to find. */
package org.fengong.review.settings;
