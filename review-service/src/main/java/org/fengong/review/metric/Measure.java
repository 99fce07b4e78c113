package org.fengong.review.metric;

/**
 * One number and how it comes about from the inputs beside it.
 *
 * @param value not rounded; null where the formula would divide by nothing
 */
public record Measure(Double value, String unit, String formula) {}
