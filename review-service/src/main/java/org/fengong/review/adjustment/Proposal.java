package org.fengong.review.adjustment;

import java.util.List;
import org.fengong.review.metric.Indicator;

/**
 * A change that would answer findings.
 *
 * @param findingIds the findings that it answers
 * @param indicators numbers that should move when it works
 */
public record Proposal(
        AdjustmentKind kind,
        String text,
        String expectedEffect,
        List<String> findingIds,
        List<Indicator> indicators,
        Replan replan) {}
