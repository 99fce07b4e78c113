package org.fengong.review.review;

import java.util.UUID;
import org.fengong.review.metric.Metrics;
import org.threeten.extra.YearWeek;

/** What a review of a period measured. */
public record PeriodMetrics(UUID reviewId, YearWeek from, YearWeek to, Metrics metrics) {}
