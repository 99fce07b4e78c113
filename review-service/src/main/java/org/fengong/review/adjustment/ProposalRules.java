package org.fengong.review.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.FindingKind;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.Metrics;

/**
 * Derives from findings what to change. Findings that ask for the same direction are answered by one plan, since a team
 * publishes one; different directions are alternatives between which the lead decides.
 */
@ApplicationScoped
public class ProposalRules {
    private final ProposalConfig config;

    ProposalRules(ProposalConfig config) {
        this.config = config;
    }

    public List<Proposal> propose(List<Finding> findings, Metrics metrics, Facts facts) {
        var open = new OpenRoles(facts, config.weeks());
        var moves = MoveRule.propose(findings, facts, open, config.weeks());
        var relieved =
                moves.stream().map(proposal -> proposal.move().fromMemberId()).collect(Collectors.toSet());
        return Stream.of(
                        evenLoad(findings).stream(),
                        betterFit(findings).stream(),
                        inTime(findings, metrics).stream(),
                        moves.stream(),
                        SplitRule.propose(findings, facts, open, relieved, config.leastSplitMinutes()).stream(),
                        EstimateRule.propose(findings, metrics, open, config.mostEstimateFactor()).stream(),
                        CollaboratorRule.propose(findings, facts, open).stream(),
                        TrainRule.propose(findings, metrics, facts).stream())
                .flatMap(proposals -> proposals)
                .toList();
    }

    Optional<Proposal> evenLoad(List<Finding> findings) {
        var answered = of(findings, FindingKind.UNBALANCED_LOAD, FindingKind.OVERLOAD, FindingKind.SINGLE_HOLDER_WORK);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        var kinds = kindsOf(answered);
        var overload = kinds.contains(FindingKind.OVERLOAD);
        var uneven = kinds.contains(FindingKind.UNBALANCED_LOAD) || kinds.contains(FindingKind.SINGLE_HOLDER_WORK);
        var text = new ArrayList<String>();
        var indicators = new ArrayList<Indicator>();
        if (uneven) {
            text.add("gives an even load %d %% of its usual weight".formatted(config.fairnessWeight()));
            indicators.add(Indicator.COEFFICIENT_OF_VARIATION);
        }
        if (overload) {
            text.add("fills at most %s of each member's week".formatted(percent(config.maxLoadRatio())));
            indicators.add(Indicator.OVERLOADED_MEMBER_WEEKS);
        }
        return Optional.of(proposal(
                text,
                uneven
                        ? "Work moves from the fullest to the least loaded members; some of it goes to members whom it fits"
                                + " less."
                        : "No week is planned beyond what a member can give; some work starts later.",
                answered,
                indicators,
                new ReplanPolicy(
                        null, null, uneven ? config.fairnessWeight() : null, overload ? config.maxLoadRatio() : null)));
    }

    Optional<Proposal> betterFit(List<Finding> findings) {
        var answered = of(findings, FindingKind.LOW_SKILL_FIT);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(proposal(
                List.of("gives skill fit %d %% of its usual weight".formatted(config.fitWeight())),
                "Work goes to the members who are best at it; their weeks become fuller than those of others.",
                answered,
                List.of(Indicator.SKILL_FIT),
                new ReplanPolicy(config.fitWeight(), null, null, null)));
    }

    /** Estimates that are too high need no other plan: the next estimates will be better. */
    Optional<Proposal> inTime(List<Finding> findings, Metrics metrics) {
        var late = of(findings, FindingKind.LATE, FindingKind.GOAL_WITHOUT_PROGRESS);
        var ratio = metrics.estimateRatio().value();
        var tooLow = ratio != null && ratio > 1 ? of(findings, FindingKind.ESTIMATES_OFF) : List.<Finding>of();
        var answered = Stream.concat(late.stream(), tooLow.stream()).toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        var text = new ArrayList<String>();
        var indicators = new ArrayList<Indicator>();
        if (!late.isEmpty()) {
            text.add("gives lateness %d %% of its usual weight".formatted(config.latenessWeight()));
            indicators.add(Indicator.ON_TIME_RATE);
        }
        Double room = null;
        if (!tooLow.isEmpty()) {
            room = Math.max(config.leastMaxLoadRatio(), Math.floor(100 / ratio) / 100);
            text.add("fills at most %s of each member's week, since work takes %s of its estimate"
                    .formatted(percent(room), percent(ratio)));
            indicators.add(Indicator.ON_TIME_RATE);
            indicators.add(Indicator.OVERLOADED_MEMBER_WEEKS);
        }
        return Optional.of(proposal(
                text,
                "More tasks are completed by their due date, important ones first; less important work starts later.",
                answered,
                indicators.stream().distinct().toList(),
                new ReplanPolicy(null, late.isEmpty() ? null : config.latenessWeight(), null, room)));
    }

    private Proposal proposal(
            List<String> changes,
            String expectedEffect,
            List<Finding> answered,
            List<Indicator> indicators,
            ReplanPolicy policy) {
        return Proposal.replan(
                "Ask for a new plan over %d weeks that %s.".formatted(config.weeks(), String.join(" and ", changes)),
                expectedEffect,
                answered,
                indicators,
                new Replan(config.weeks(), policy));
    }

    private static List<Finding> of(List<Finding> findings, FindingKind... kinds) {
        var wanted = Set.of(kinds);
        return findings.stream()
                .filter(finding -> wanted.contains(finding.kind()))
                .toList();
    }

    private static Set<FindingKind> kindsOf(List<Finding> findings) {
        var kinds = EnumSet.noneOf(FindingKind.class);
        findings.forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f %%", ratio * 100);
    }
}
