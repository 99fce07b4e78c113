package org.fengong.review.adjustment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fengong.review.finding.Evidence;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;

/**
 * Where one member is overloaded and another, who can do the work, under-used: of the roles that the first has from the
 * current week on, and that nobody has begun, the one whose minutes come nearest to the worst week's excess goes to the
 * least loaded member who holds its mandatory skills. A member loses one role and gets one role at most.
 */
final class MoveRule {
    private static final List<Indicator> INDICATORS =
            List.of(Indicator.OVERLOADED_MEMBER_WEEKS, Indicator.COEFFICIENT_OF_VARIATION);

    private final Facts facts;
    private final OpenRoles open;
    private final int weeks;

    private MoveRule(Facts facts, OpenRoles open, int weeks) {
        this.facts = facts;
        this.open = open;
        this.weeks = weeks;
    }

    static List<Proposal> propose(List<Finding> findings, Facts facts, OpenRoles open, int weeks) {
        var overload = first(findings, FindingKind.OVERLOAD);
        var underUsed = first(findings, FindingKind.UNDER_USED);
        return overload.isPresent() && underUsed.isPresent()
                ? new MoveRule(facts, open, weeks).between(overload.get(), underUsed.get())
                : List.of();
    }

    private List<Proposal> between(Finding overload, Finding underUsed) {
        var receivers = underUsed.evidence().stream()
                .filter(evidence -> evidence.memberId() != null)
                .sorted(Comparator.comparingDouble(Evidence::value).thenComparing(Evidence::memberId))
                .map(Evidence::memberId)
                .toList();
        var excess = new TreeMap<UUID, Double>();
        overload.evidence().forEach(evidence -> excess.merge(evidence.memberId(), evidence.value(), Math::max));
        var given = new HashSet<UUID>();
        var proposals = new ArrayList<Proposal>();
        excess.entrySet().stream()
                .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
                .forEach(over -> move(over.getKey(), over.getValue(), receivers, given)
                        .ifPresent(move -> {
                            given.add(move.toMemberId());
                            proposals.add(Proposal.move(
                                    "Give a role of %d minutes that begins in %s to an under-used member who holds its skills."
                                            .formatted(move.minutes(), move.startWeek()),
                                    "Takes %d minutes off a member whose fullest week is %.0f minutes over."
                                            .formatted(move.minutes(), over.getValue()),
                                    List.of(overload, underUsed),
                                    INDICATORS,
                                    Replan.standard(weeks),
                                    move));
                        }));
        return proposals;
    }

    private Optional<Move> move(UUID from, double excess, List<UUID> receivers, Set<UUID> given) {
        return facts.assignments().stream()
                .filter(assignment ->
                        assignment.standing() && assignment.memberId().equals(from))
                .flatMap(assignment -> open.findWithSkills(assignment.roleId()).stream()
                        .flatMap(one -> receivers.stream()
                                .filter(member -> !member.equals(from) && !given.contains(member))
                                .filter(member -> holds(member, one.role()))
                                .findFirst()
                                .flatMap(member -> move(assignment, member))
                                .stream()))
                .min(Comparator.<Move>comparingDouble(move -> Math.abs(move.minutes() - excess))
                        .thenComparing(Move::roleId));
    }

    private Optional<Move> move(Facts.Assignment assignment, UUID to) {
        return open.ahead(assignment)
                .map(ahead -> new Move(
                        assignment.taskId(),
                        assignment.roleId(),
                        assignment.memberId(),
                        to,
                        ahead.startWeek(),
                        ahead.minutes()));
    }

    private boolean holds(UUID member, Facts.Role role) {
        var levels = facts.skills().getOrDefault(member, Map.of());
        return role.minLevels().entrySet().stream()
                .allMatch(needed -> levels.getOrDefault(needed.getKey(), 0) >= needed.getValue());
    }

    private static Optional<Finding> first(List<Finding> findings, FindingKind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }
}
