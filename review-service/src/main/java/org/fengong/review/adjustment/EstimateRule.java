package org.fengong.review.adjustment;

import java.util.List;
import java.util.Optional;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.Metrics;

/**
 * Where estimates are off: the open roles that nobody has begun are estimated anew by the ratio of the completed ones,
 * in quarters of an hour.
 */
final class EstimateRule {
    private static final int STEP = 15;
    private static final int MOST_MINUTES = 120_000;

    /** As many as one scenario may suppose. */
    private static final int MOST_ROLES = 50;

    private EstimateRule() {}

    /** @param mostFactor however far estimates are off, an effort is not changed by more than this factor */
    static Optional<Proposal> propose(List<Finding> findings, Metrics metrics, OpenRoles open, double mostFactor) {
        var ratio = metrics.estimateRatio().value();
        if (ratio == null) {
            return Optional.empty();
        }
        var factor = Math.max(1 / mostFactor, Math.min(mostFactor, ratio));
        var estimates = open.all()
                .map(one -> new NewEstimate(
                        one.task().taskId(),
                        one.role().roleId(),
                        one.role().effortMinutes(),
                        scaled(one.role().effortMinutes(), factor)))
                .filter(one -> one.minutes() != one.newMinutes())
                .limit(MOST_ROLES)
                .toList();
        return findings.stream()
                .filter(finding -> finding.kind() == FindingKind.ESTIMATES_OFF && !estimates.isEmpty())
                .findFirst()
                .map(finding -> Proposal.estimate(
                        "Estimate %d open roles anew, at %.0f %% of what they are estimated at now."
                                .formatted(estimates.size(), factor * 100),
                        "%d minutes are planned for them instead of %d, as completed work took."
                                .formatted(
                                        estimates.stream()
                                                .mapToInt(NewEstimate::newMinutes)
                                                .sum(),
                                        estimates.stream()
                                                .mapToInt(NewEstimate::minutes)
                                                .sum()),
                        List.of(finding),
                        List.of(Indicator.ESTIMATE_RATIO),
                        estimates));
    }

    private static int scaled(int minutes, double factor) {
        return (int) Math.min(MOST_MINUTES, Math.max(STEP, Math.round(minutes * factor / STEP) * STEP));
    }
}
