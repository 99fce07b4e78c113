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
import org.fengong.review.allocation.AllocationClient;
import org.fengong.review.allocation.PinnedRole;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.Teams;
import org.jboss.logging.Logger;

/**
 * Has allocation-service compute what proposed moves would do: one scenario in which the role must stay, one in which it
 * must move, and the difference. Each look asks again with the same keys, which leads to the same scenarios, so that
 * nothing has to be remembered between two looks and several replicas do no harm.
 */
@ApplicationScoped
public class Forecasts {
    private static final Logger LOG = Logger.getLogger(Forecasts.class);
    private static final int AT_ONCE = 50;

    private record Pending(UUID reviewId, UUID adjustmentId, UUID teamId, UUID leadId, int weeks, Move move) {
        UUID key(String scenario) {
            return UUID.nameUUIDFromBytes((adjustmentId + scenario).getBytes(StandardCharsets.UTF_8));
        }

        PinnedRole pinTo(UUID memberId) {
            return new PinnedRole(move.roleId(), memberId, move.startWeek());
        }
    }

    private final ReviewRepository reviews;
    private final Teams teams;
    private final AllocationClient allocation;
    private final Clock clock;

    Forecasts(ReviewRepository reviews, Teams teams, AllocationClient allocation, Clock clock) {
        this.reviews = reviews;
        this.teams = teams;
        this.allocation = allocation;
        this.clock = clock;
    }

    /** Looks at each move that waits for its forecast; what is not solved yet is left for the next look. */
    public void compute() {
        for (var pending : QuarkusTransaction.requiringNew().call(this::pending)) {
            try {
                forecast(pending)
                        .ifPresent(forecast -> QuarkusTransaction.requiringNew().run(() -> store(pending, forecast)));
            } catch (ProblemException e) {
                LOG.infof("The forecast is left for the next look, adjustmentId=%s: %s", pending.adjustmentId(), e);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The forecast failed, adjustmentId=%s", pending.adjustmentId());
            }
        }
    }

    private List<Pending> pending() {
        return reviews.awaitingForecast(AT_ONCE).stream()
                .flatMap(adjustment -> teams.find(adjustment.teamId()).map(Team::leadId).stream()
                        .map(lead -> new Pending(
                                adjustment.reviewId(),
                                adjustment.id(),
                                adjustment.teamId(),
                                lead,
                                adjustment.replan().weeks(),
                                adjustment.move())))
                .toList();
    }

    private Optional<Forecast> forecast(Pending pending) {
        try {
            var without = scenario(pending, "without", pending.move().fromMemberId());
            var with = scenario(pending, "with", pending.move().toMemberId());
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

    private UUID scenario(Pending pending, String name, UUID memberId) {
        return allocation.startScenario(
                pending.key(name), pending.leadId(), pending.teamId(), pending.weeks(), pending.pinTo(memberId));
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
        reviews.findLocked(pending.reviewId());
        reviews.adjustments(List.of(pending.reviewId())).stream()
                .filter(adjustment -> adjustment.id().equals(pending.adjustmentId()))
                .findFirst()
                .filter(Adjustment::awaitsForecast)
                .ifPresent(adjustment -> adjustment.foresee(forecast));
    }
}
