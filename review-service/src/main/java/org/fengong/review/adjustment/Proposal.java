package org.fengong.review.adjustment;

import java.util.List;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Indicator;

/**
 * A change that would answer findings.
 *
 * @param findingIds the findings that it answers
 * @param indicators numbers that should move when it works
 * @param replan the plan that accepting it asks for; {@link Replan#NONE} of a TRAIN
 * @param move what a MOVE asks for, else null
 * @param training what a TRAIN records, else null
 */
public record Proposal(
        AdjustmentKind kind,
        String text,
        String expectedEffect,
        List<String> findingIds,
        List<Indicator> indicators,
        Replan replan,
        Move move,
        Training training) {
    static Proposal replan(
            String text, String expectedEffect, List<Finding> answered, List<Indicator> indicators, Replan replan) {
        return new Proposal(
                AdjustmentKind.REPLAN,
                text,
                expectedEffect,
                ids(answered),
                List.copyOf(indicators),
                replan,
                null,
                null);
    }

    static Proposal move(
            String text,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            Replan replan,
            Move move) {
        return new Proposal(AdjustmentKind.MOVE, text, expectedEffect, ids(answered), indicators, replan, move, null);
    }

    static Proposal train(String text, String expectedEffect, List<Finding> answered, Training training) {
        return new Proposal(
                AdjustmentKind.TRAIN, text, expectedEffect, ids(answered), List.of(), Replan.NONE, null, training);
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }
}
