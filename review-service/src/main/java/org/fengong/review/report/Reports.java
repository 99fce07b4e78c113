package org.fengong.review.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.time.Weeks;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.Teams;
import org.fengong.review.review.PeriodMetrics;
import org.fengong.review.review.ReviewService;
import org.fengong.review.urgent.UrgentFindings;

/** Puts together what a report shows; every number is the one that the API tells. */
@ApplicationScoped
class Reports {
    /** Reviews whose numbers are shown beside this one's. */
    private static final int EARLIER = 7;

    private final ReviewService reviews;
    private final Teams teams;
    private final UrgentFindings urgentFindings;

    Reports(ReviewService reviews, Teams teams, UrgentFindings urgentFindings) {
        this.reviews = reviews;
        this.teams = teams;
        this.urgentFindings = urgentFindings;
    }

    @Transactional
    ReviewReport of(UUID reviewId) {
        var review = reviews.read(reviewId);
        var earlier = reviews.before(review.teamId(), review.from(), EARLIER);
        var now = new PeriodMetrics(review.id(), review.from(), review.to(), review.metrics());
        var urgent = urgentFindings.read(review.teamId());
        var names = new HashMap<>(urgent.names());
        names.putAll(review.names());
        return new ReviewReport(
                review.id(),
                review.teamId(),
                teams.find(review.teamId()).map(Team::name).orElse(""),
                review.from(),
                review.to(),
                review.status(),
                Arrays.stream(Indicator.values())
                        .map(indicator -> figure(indicator, earlier, now))
                        .toList(),
                Weeks.range(review.from(), Weeks.between(review.from(), review.to()) + 1),
                review.metrics().loadBalance().inputs().stream()
                        .sorted(Comparator.comparing(
                                        LoadBalance.MemberLoad::loadRatio,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .reversed())
                        .toList(),
                review.metrics().contributions().goals(),
                review.metrics().coordination(),
                review.metrics().pulse(),
                urgent.items(),
                review.findings(),
                review.adjustments(),
                review.effects(),
                review.trainingEffects(),
                review.taskEffects(),
                names);
    }

    private static ReviewReport.Figure figure(Indicator indicator, List<PeriodMetrics> earlier, PeriodMetrics now) {
        var value = indicator.of(now.metrics());
        var previous = earlier.isEmpty()
                ? null
                : indicator.of(earlier.get(earlier.size() - 1).metrics());
        return new ReviewReport.Figure(
                indicator,
                indicator.unit(),
                value,
                previous,
                value == null || previous == null || value.equals(previous)
                        ? null
                        : (Boolean) indicator.isBetter(previous, value),
                java.util.stream.Stream.concat(earlier.stream(), java.util.stream.Stream.of(now))
                        .map(then -> new ReviewReport.Point(
                                then.reviewId(), then.from(), then.to(), indicator.of(then.metrics())))
                        .toList());
    }
}
