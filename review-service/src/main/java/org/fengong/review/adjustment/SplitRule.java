package org.fengong.review.adjustment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.time.Weeks;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;

/**
 * Where one role is what overloads a member: of the roles that the member has from the current week on the largest, when
 * it is half of what lies ahead or more, and nobody has begun it. A role that can move as a whole is not split.
 */
final class SplitRule {
    private static final int DAYS_TO_DECIDE = 7;
    private static final List<Indicator> INDICATORS =
            List.of(Indicator.OVERLOADED_MEMBER_WEEKS, Indicator.COEFFICIENT_OF_VARIATION);

    private SplitRule() {}

    /**
     * @param relieved members from whom a role would move
     * @param leastMinutes smaller roles are not worth it
     */
    static List<Proposal> propose(
            List<Finding> findings, Facts facts, OpenRoles open, Set<UUID> relieved, int leastMinutes) {
        return findings.stream()
                .filter(finding -> finding.kind() == FindingKind.OVERLOAD)
                .flatMap(finding -> ofMembers(finding, facts, open, relieved, leastMinutes))
                .toList();
    }

    private static Stream<Proposal> ofMembers(
            Finding overload, Facts facts, OpenRoles open, Set<UUID> relieved, int leastMinutes) {
        var excess = new TreeMap<UUID, Double>();
        overload.evidence().forEach(evidence -> excess.merge(evidence.memberId(), evidence.value(), Math::max));
        excess.keySet().removeAll(relieved);
        return excess.entrySet().stream()
                .flatMap(over -> split(over.getKey(), facts, open, leastMinutes)
                        .map(split -> Proposal.split(
                                "Split a role of %d minutes of a member whose fullest week is %.0f minutes over."
                                        .formatted(split.minutes(), over.getValue()),
                                "A part of %d minutes can go to somebody else.".formatted(split.partMinutes()),
                                List.of(overload),
                                INDICATORS,
                                split))
                        .stream());
    }

    private static Optional<Split> split(UUID member, Facts facts, OpenRoles open, int leastMinutes) {
        var ahead = facts.assignments().stream()
                .filter(assignment ->
                        assignment.standing() && assignment.memberId().equals(member))
                .collect(Collectors.toMap(
                        Facts.Assignment::roleId,
                        assignment -> open.ahead(assignment)
                                .map(OpenRoles.Ahead::minutes)
                                .orElse(0),
                        Integer::sum,
                        TreeMap::new));
        var all = ahead.values().stream().mapToInt(minutes -> minutes).sum();
        return ahead.entrySet().stream()
                .filter(role -> role.getValue() > 0 && 2 * role.getValue() >= all)
                .flatMap(role -> open.findWithSkills(role.getKey()).stream())
                .filter(one -> one.role().effortMinutes() >= leastMinutes)
                .findFirst()
                .map(one -> new Split(
                        one.task().taskId(),
                        one.role().roleId(),
                        member,
                        one.role().effortMinutes(),
                        one.role().effortMinutes() / 2,
                        facts.today().plusDays(DAYS_TO_DECIDE),
                        Weeks.of(one.task().dueDate()),
                        one.role().minLevels().entrySet().stream()
                                .map(skill -> new Split.NeededSkill(skill.getKey(), skill.getValue()))
                                .toList()));
    }
}
