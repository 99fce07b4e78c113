package org.fengong.review.adjustment;

import java.util.List;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Indicator;

/**
 * A change that would answer findings; what is not of its kind is null.
 *
 * @param findingIds the findings that it answers
 * @param indicators numbers that should move when it works
 * @param replan the plan that accepting it asks for; {@link Replan#NONE} of what asks for none
 */
public record Proposal(
        AdjustmentKind kind,
        String text,
        String expectedEffect,
        List<String> findingIds,
        List<Indicator> indicators,
        Replan replan,
        Move move,
        Training training,
        List<NewEstimate> estimates,
        Split split,
        Collaboration collaboration) {
    private Proposal(
            AdjustmentKind kind,
            String text,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            Replan replan) {
        this(
                kind,
                text,
                expectedEffect,
                answered.stream().map(Finding::id).toList(),
                List.copyOf(indicators),
                replan,
                null,
                null,
                null,
                null,
                null);
    }

    private Proposal(
            Proposal plain,
            Move move,
            Training training,
            List<NewEstimate> estimates,
            Split split,
            Collaboration collaboration) {
        this(
                plain.kind,
                plain.text,
                plain.expectedEffect,
                plain.findingIds,
                plain.indicators,
                plain.replan,
                move,
                training,
                estimates,
                split,
                collaboration);
    }

    static Proposal replan(
            String text, String expectedEffect, List<Finding> answered, List<Indicator> indicators, Replan replan) {
        return new Proposal(AdjustmentKind.REPLAN, text, expectedEffect, answered, indicators, replan);
    }

    static Proposal move(
            String text,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            Replan replan,
            Move move) {
        var plain = new Proposal(AdjustmentKind.MOVE, text, expectedEffect, answered, indicators, replan);
        return new Proposal(plain, move, null, null, null, null);
    }

    static Proposal train(String text, String expectedEffect, List<Finding> answered, Training training) {
        var plain = new Proposal(AdjustmentKind.TRAIN, text, expectedEffect, answered, List.of(), Replan.NONE);
        return new Proposal(plain, null, training, null, null, null);
    }

    static Proposal estimate(
            String text,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            List<NewEstimate> estimates) {
        var plain = new Proposal(AdjustmentKind.ESTIMATE, text, expectedEffect, answered, indicators, Replan.NONE);
        return new Proposal(plain, null, null, estimates, null, null);
    }

    static Proposal split(
            String text, String expectedEffect, List<Finding> answered, List<Indicator> indicators, Split split) {
        var plain = new Proposal(AdjustmentKind.SPLIT, text, expectedEffect, answered, indicators, Replan.NONE);
        return new Proposal(plain, null, null, null, split, null);
    }

    static Proposal collaborate(
            String text,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            Collaboration collaboration) {
        var plain = new Proposal(AdjustmentKind.COLLABORATOR, text, expectedEffect, answered, indicators, Replan.NONE);
        return new Proposal(plain, null, null, null, null, collaboration);
    }
}
