package org.fengong.review.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.adjustment.Forecast;
import org.fengong.review.adjustment.ForecastStatus;
import org.fengong.review.adjustment.Move;
import org.fengong.review.adjustment.ProposalConfig;
import org.fengong.review.adjustment.Split;
import org.fengong.review.allocation.AllocationClient;
import org.fengong.review.allocation.PinnedRole;
import org.fengong.review.allocation.Supposed;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.Teams;
import org.jboss.logging.Logger;

/**
 * Has allocation-service compute what proposed changes of roles would do: one scenario in which nothing changes, one in
 * which what is proposed is so, and the difference. Each look asks again with the same keys, which leads to the same scenarios, so that
 * nothing has to be remembered between two looks and several replicas do no harm.
 */
@ApplicationScoped
public class Forecasts {
    private static final Logger LOG = Logger.getLogger(Forecasts.class);
    private static final int AT_ONCE = 50;

    /** What is kept of tasks here does not tell how important they are. */
    private static final int MIDDLE_IMPORTANCE = 3;

    private record Pending(UUID leadId, Adjustment adjustment) {
        UUID id() {
            return adjustment.id();
        }

        UUID withKey() {
            return key(id() + "with");
        }

        /** Where nothing is supposed one scenario does for all proposals of the review. */
        UUID withoutKey() {
            return key((adjustment.move() == null ? adjustment.reviewId() : id()) + "without");
        }

        private static UUID key(String text) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final ReviewRepository reviews;
    private final Teams teams;
    private final AllocationClient allocation;
    private final ProposalConfig config;
    private final Clock clock;

    Forecasts(ReviewRepository reviews, Teams teams, AllocationClient allocation, ProposalConfig config, Clock clock) {
        this.reviews = reviews;
        this.teams = teams;
        this.allocation = allocation;
        this.config = config;
        this.clock = clock;
    }

    /** Looks at each change that waits for its forecast; what is not solved yet is left for the next look. */
    public void compute() {
        for (var pending : QuarkusTransaction.requiringNew().call(this::pending)) {
            try {
                forecast(pending)
                        .ifPresent(forecast -> QuarkusTransaction.requiringNew().run(() -> store(pending, forecast)));
            } catch (ProblemException e) {
                LOG.infof("The forecast is left for the next look, adjustmentId=%s: %s", pending.id(), e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The forecast failed, adjustmentId=%s", pending.id());
            }
        }
    }

    private List<Pending> pending() {
        return reviews.awaitingForecast(AT_ONCE).stream()
                .flatMap(adjustment -> teams.find(adjustment.teamId()).map(Team::leadId).stream()
                        .map(lead -> new Pending(lead, adjustment)))
                .toList();
    }

    private Optional<Forecast> forecast(Pending pending) {
        try {
            var without = scenario(pending, pending.withoutKey(), without(pending.adjustment()));
            var with = scenario(pending, pending.withKey(), with(pending.adjustment()));
            var states = EnumSet.of(
                    allocation.solving(pending.leadId(), without), allocation.solving(pending.leadId(), with));
            if (states.contains(AllocationClient.Solving.FAILED)) {
                return Optional.of(impossible(without, with));
            }
            return states.contains(AllocationClient.Solving.RUNS)
                    ? Optional.empty()
                    : Optional.of(computed(pending, without, with));
        } catch (ProblemException e) {
            if (e.kind() == ProblemKind.UNPROCESSABLE) {
                return Optional.of(impossible(null, null));
            }
            throw e;
        }
    }

    private UUID scenario(Pending pending, UUID key, Supposed supposed) {
        return allocation.startScenario(
                key, pending.leadId(), pending.adjustment().teamId(), config.weeks(), supposed);
    }

    private static Supposed without(Adjustment adjustment) {
        var move = adjustment.move();
        return move == null ? Supposed.NOTHING : pinned(move, move.fromMemberId());
    }

    private static Supposed with(Adjustment adjustment) {
        return switch (adjustment.kind()) {
            case MOVE -> pinned(adjustment.move(), adjustment.move().toMemberId());
            case ESTIMATE ->
                efforts(adjustment.estimates().stream()
                        .map(one -> new Supposed.Effort(one.roleId(), one.newMinutes()))
                        .toList());
            case SPLIT -> split(adjustment.split());
            case COLLABORATOR ->
                // others do it: it takes none of the team's time
                efforts(List.of(new Supposed.Effort(adjustment.collaboration().roleId(), 0)));
            case REPLAN, TRAIN -> throw new IllegalStateException(adjustment.kind() + " has no forecast");
        };
    }

    private static Supposed pinned(Move move, UUID memberId) {
        return Supposed.pinned(new PinnedRole(move.roleId(), memberId, move.startWeek()));
    }

    private static Supposed efforts(List<Supposed.Effort> efforts) {
        return new Supposed(List.of(), efforts, List.of());
    }

    /** The part is a task of its own, so that anybody who holds its skills can get it. */
    private static Supposed split(Split split) {
        return new Supposed(
                List.of(),
                List.of(new Supposed.Effort(split.roleId(), split.minutes() - split.partMinutes())),
                List.of(new Supposed.ExtraTask(
                        "Part of the role",
                        MIDDLE_IMPORTANCE,
                        split.dueWeek(),
                        List.of(new Supposed.ExtraRole(
                                "Part",
                                split.partMinutes(),
                                split.skills().stream()
                                        .map(skill -> new Supposed.ExtraSkill(skill.skillId(), skill.minLevel()))
                                        .toList())))));
    }

    private Forecast computed(Pending pending, UUID without, UUID with) {
        var difference = allocation.difference(pending.leadId(), with, without);
        return new Forecast(
                ForecastStatus.COMPUTED,
                clock.instant(),
                without,
                with,
                difference.totalDifference(),
                difference.members().stream()
                        .filter(member -> member.differenceMinutes() != 0)
                        .map(member -> new Forecast.MemberForecast(
                                member.memberId(),
                                member.differenceMinutes(),
                                member.withLoadRatio(),
                                member.loadRatio()))
                        .toList());
    }

    private Forecast impossible(UUID without, UUID with) {
        return new Forecast(ForecastStatus.IMPOSSIBLE, clock.instant(), without, with, null, List.of());
    }

    /** Locked, so that a decision at the same moment comes before or after. */
    private void store(Pending pending, Forecast forecast) {
        reviews.findLocked(pending.adjustment().reviewId());
        reviews.adjustments(List.of(pending.adjustment().reviewId())).stream()
                .filter(adjustment -> adjustment.id().equals(pending.id()))
                .findFirst()
                .filter(Adjustment::awaitsForecast)
                .ifPresent(adjustment -> adjustment.foresee(forecast));
    }
}
