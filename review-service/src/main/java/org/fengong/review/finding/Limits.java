package org.fengong.review.finding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The thresholds that hold for a team: its own where it has some, else those of the service. */
record Limits(Thresholds thresholds, Map<FindingKind, TeamThreshold> own) {
    /** @param property what sets them, without the severity at its end */
    record Limit(FindingKind kind, double warning, double severe, String property, String severeName) {
        boolean isPassed(double value) {
            return kind.passes(value, warning);
        }

        /** A finding names the threshold of its severity. */
        Finding finding(double value, String text, List<Evidence> evidence) {
            var isSevere = kind.passes(value, severe);
            return new Finding(
                    null,
                    kind,
                    isSevere ? Severity.SEVERE : Severity.WARNING,
                    text,
                    new Finding.Threshold(
                            property + "." + (isSevere ? severeName : "warning"), isSevere ? severe : warning),
                    List.copyOf(evidence));
        }
    }

    Limit of(FindingKind kind) {
        var team = own.get(kind);
        if (team != null) {
            return new Limit(kind, team.warning(), team.critical(), "thresholds[" + kind + "]", "critical");
        }
        var documented = kind.documented(thresholds);
        return new Limit(
                kind,
                documented.warning(),
                documented.severe(),
                Thresholds.PREFIX + "." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "severe");
    }
}
