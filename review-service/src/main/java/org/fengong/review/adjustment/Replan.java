package org.fengong.review.adjustment;

import org.fengong.review.allocation.ReplanPolicy;

/**
 * The plan to ask for.
 *
 * @param weeks horizon, from the week in which it is asked for
 */
public record Replan(int weeks, ReplanPolicy policy) {}
