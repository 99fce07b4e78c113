package org.fengong.review.finding;

import java.util.List;

/**
 * Something that is wrong.
 *
 * @param id unique within its review, such as {@code F1}
 * @param text for a person
 * @param threshold which threshold was passed
 */
public record Finding(
        String id, FindingKind kind, Severity severity, String text, Threshold threshold, List<Evidence> evidence) {
    /**
     * @param property what sets it: a configuration property, or a field of the team's review settings
     * @param value what it was when the review was made
     */
    public record Threshold(String property, double value) {}

    Finding numbered(int number) {
        return new Finding("F" + number, kind, severity, text, threshold, evidence);
    }
}
