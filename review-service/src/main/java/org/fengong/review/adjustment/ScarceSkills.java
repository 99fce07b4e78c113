package org.fengong.review.adjustment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fengong.review.finding.Evidence;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.metric.Facts;

/** Skills that the findings say too few members hold. */
final class ScarceSkills {
    private ScarceSkills() {}

    /** By finding one gap of each of its skills: that of the lowest level that is lacking. */
    static Map<Finding, List<Facts.SkillGap>> of(List<Finding> findings, Facts facts) {
        var scarce = new LinkedHashMap<Finding, List<Facts.SkillGap>>();
        findings.stream()
                .filter(finding -> finding.kind() == FindingKind.SINGLE_HOLDER)
                .forEach(finding -> scarce.put(finding, gaps(finding, facts)));
        return scarce;
    }

    private static List<Facts.SkillGap> gaps(Finding finding, Facts facts) {
        return finding.evidence().stream()
                .map(Evidence::skillId)
                .distinct()
                .flatMap(skill -> facts.skillGaps().stream()
                        .filter(gap -> gap.skillId().equals(skill)
                                && finding.evidence().stream()
                                        .anyMatch(evidence ->
                                                evidence.skillId().equals(skill) && evidence.value() == gap.holders()))
                        .min(Comparator.comparingInt(Facts.SkillGap::minLevel))
                        .stream())
                .toList();
    }
}
