/** What a review measures: plain arithmetic on facts, each result with its formula and inputs, free of frameworks. */
package org.fengong.review.metric;
