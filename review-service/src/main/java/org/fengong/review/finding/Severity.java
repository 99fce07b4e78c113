package org.fengong.review.finding;

/** Which of its two thresholds a finding has passed. */
public enum Severity {
    WARNING,
    SEVERE
}
