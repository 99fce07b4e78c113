/** What cannot wait for a review: found within seconds, and gone when it is no longer so. */
package org.fengong.review.urgent;
