package org.fengong.review.settings;

import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.finding.TeamThreshold;

class ThresholdsReversedException extends RuleViolatedException {
    private static final long serialVersionUID = 1L;

    ThresholdsReversedException(FindingKind kind, TeamThreshold wanted) {
        super(
                "thresholds-reversed",
                "thresholds[%s].warning".formatted(kind),
                "The warning of %s, %s, lies %s its critical threshold, %s. Exchange them."
                        .formatted(kind, wanted.warning(), kind.isWorseAbove() ? "above" : "below", wanted.critical()));
    }
}
