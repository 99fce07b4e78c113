package org.fengong.review.metric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One number and how it comes about from the inputs beside it.
 *
 * @param value not rounded; null where the formula would divide by nothing
 */
public record Measure(@Schema(nullable = true) Double value, String unit, String formula) {}
