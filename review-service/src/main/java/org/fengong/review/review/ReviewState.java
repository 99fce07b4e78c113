package org.fengong.review.review;

import java.util.List;
import java.util.UUID;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.Severity;
import org.threeten.extra.YearWeek;

/** A review as it is now; what its numbers come from is read over REST. */
record ReviewState(
        UUID reviewId,
        long version,
        UUID teamId,
        YearWeek from,
        YearWeek to,
        ReviewStatus status,
        HeadlineFigures metrics,
        List<FoundKind> findings,
        List<ProposedChange> proposals) {
    static final String OPENED = "fengong.review.review-opened.v1";
    static final String COMPLETED = "fengong.review.review-completed.v1";

    record FoundKind(String findingId, FindingKind kind, Severity severity) {
        static FoundKind of(Finding finding) {
            return new FoundKind(finding.id(), finding.kind(), finding.severity());
        }
    }

    record ProposedChange(UUID adjustmentId, String text) {}

    static ReviewState of(Review review, List<Adjustment> adjustments) {
        return new ReviewState(
                review.id(),
                review.version(),
                review.teamId(),
                review.from(),
                review.to(),
                review.status(),
                HeadlineFigures.of(review.metrics()),
                review.findings().stream().map(FoundKind::of).toList(),
                adjustments.stream()
                        .map(a -> new ProposedChange(a.id(), a.text()))
                        .toList());
    }
}
