package org.fengong.review.urgent;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;
import org.threeten.extra.YearWeek;

/** Something was found that cannot wait for the next review. */
record FindingOpened(
        UUID findingId,
        long version,
        UUID teamId,
        UrgentKind kind,
        Instant since,
        UUID memberId,
        YearWeek week,
        UUID goalId,
        List<UUID> taskIds,
        ProposedPlan proposal) {
    static final String TYPE = "fengong.review.finding-opened.v1";

    /** The plan that would answer it. */
    record ProposedPlan(int weeks, ReplanPolicy policy) {}

    static FindingOpened of(UrgentFinding finding) {
        var first = finding.evidence().get(0);
        return new FindingOpened(
                finding.id(),
                1,
                finding.teamId(),
                finding.kind(),
                finding.since(),
                first.memberId(),
                first.week(),
                first.goalId(),
                finding.evidence().stream()
                        .map(Evidence::taskId)
                        .filter(Objects::nonNull)
                        .toList(),
                new ProposedPlan(finding.proposal().weeks(), finding.proposal().policy()));
    }
}
