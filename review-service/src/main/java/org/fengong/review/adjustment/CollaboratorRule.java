package org.fengong.review.adjustment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;

/**
 * Where too few members hold a skill whose time is lacking: of the open roles that ask for it and that nobody has, the one
 * whose task is due first should be done by the other department where most members hold it. One proposal for each skill.
 */
final class CollaboratorRule {
    private static final List<Indicator> INDICATORS =
            List.of(Indicator.ON_TIME_RATE, Indicator.OVERLOADED_MEMBER_WEEKS);

    private CollaboratorRule() {}

    static List<Proposal> propose(List<Finding> findings, Facts facts, OpenRoles open) {
        var given = facts.assignments().stream()
                .filter(Facts.Assignment::standing)
                .map(Facts.Assignment::roleId)
                .collect(Collectors.toCollection(HashSet::new));
        return ScarceSkills.of(findings, facts).entrySet().stream()
                .flatMap(scarce -> scarce.getValue().stream()
                        .flatMap(gap -> collaboration(gap, facts, open, given)
                                .map(collaboration -> {
                                    given.add(collaboration.roleId()); // a role has one department
                                    return proposal(collaboration, scarce.getKey());
                                })
                                .stream()))
                .toList();
    }

    private static Optional<Collaboration> collaboration(
            Facts.SkillGap gap, Facts facts, OpenRoles open, HashSet<UUID> given) {
        return facts.lenders().stream()
                .filter(lender -> lender.skillId().equals(gap.skillId()) && lender.minLevel() == gap.minLevel())
                .max(Comparator.comparingInt(Facts.Lender::members)
                        .thenComparing(Facts.Lender::departmentId, Comparator.reverseOrder()))
                .flatMap(lender -> open.all()
                        .map(OpenRoles.OpenRole::role)
                        .filter(role -> !given.contains(role.roleId())
                                && role.departmentId() == null
                                && role.minLevels() != null
                                && role.minLevels().getOrDefault(gap.skillId(), 0) >= gap.minLevel())
                        .findFirst()
                        .map(role -> new Collaboration(
                                open.find(role.roleId()).orElseThrow().task().taskId(),
                                role.roleId(),
                                lender.departmentId(),
                                role.effortMinutes(),
                                gap.skillId(),
                                gap.minLevel(),
                                lender.members())));
    }

    private static Proposal proposal(Collaboration collaboration, Finding finding) {
        return Proposal.collaborate(
                "Ask another department for a role of %d minutes that needs a skill which is lacking at level %d."
                        .formatted(collaboration.minutes(), collaboration.minLevel()),
                "%d members of the department hold the skill at that level; the team itself does %d minutes less."
                        .formatted(collaboration.holders(), collaboration.minutes()),
                List.of(finding),
                INDICATORS,
                collaboration);
    }
}
