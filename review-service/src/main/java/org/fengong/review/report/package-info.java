/** A review as a head of department reads it in two minutes (S6): a page, and the same as JSON and CSV. */
package org.fengong.review.report;
