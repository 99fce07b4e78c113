package org.fengong.review.review;

import java.time.Instant;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A review in a list. */
record ReviewSummary(
        UUID id,
        UUID teamId,
        YearWeek from,
        YearWeek to,
        ReviewStatus status,
        String openedBy,
        Instant openedAt,
        HeadlineFigures metrics,
        int findingCount,
        long version) {
    static ReviewSummary of(Review review) {
        return new ReviewSummary(
                review.id(),
                review.teamId(),
                review.from(),
                review.to(),
                review.status(),
                review.openedBy(),
                review.openedAt(),
                HeadlineFigures.of(review.metrics()),
                review.findings().size(),
                review.version());
    }
}
