package org.fengong.review.adjustment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.metric.Metrics;

/**
 * Where too few members hold a skill whose time is lacking: the member who is nearest to the level, of several the least
 * loaded one, should learn it. One proposal for each skill, for the lowest level of it that is lacking.
 */
final class TrainRule {
    private TrainRule() {}

    static List<Proposal> propose(List<Finding> findings, Metrics metrics, Facts facts) {
        return ScarceSkills.of(findings, facts).entrySet().stream()
                .flatMap(scarce -> scarce.getValue().stream()
                        .flatMap(gap -> training(gap, metrics, facts).stream())
                        .map(training -> proposal(training, scarce.getKey())))
                .toList();
    }

    private static Optional<Training> training(Facts.SkillGap gap, Metrics metrics, Facts facts) {
        var skill = gap.skillId();
        return metrics.loadBalance().inputs().stream()
                .filter(member -> member.loadRatio() != null && level(member.memberId(), skill, facts) < gap.minLevel())
                .min(Comparator.<LoadBalance.MemberLoad>comparingInt(member -> -level(member.memberId(), skill, facts))
                        .thenComparing(LoadBalance.MemberLoad::loadRatio)
                        .thenComparing(LoadBalance.MemberLoad::memberId))
                .map(member -> new Training(
                        member.memberId(),
                        skill,
                        gap.minLevel(),
                        level(member.memberId(), skill, facts),
                        gap.holders()));
    }

    private static int level(UUID member, UUID skill, Facts facts) {
        return facts.skills().getOrDefault(member, Map.of()).getOrDefault(skill, 0);
    }

    private static Proposal proposal(Training training, Finding finding) {
        return Proposal.train(
                "Let a member learn a skill that is lacking, from level %d to level %d."
                        .formatted(training.level(), training.minLevel()),
                "%d instead of %d hold the skill at level %d."
                        .formatted(training.holders() + 1, training.holders(), training.minLevel()),
                List.of(finding),
                training);
    }
}
