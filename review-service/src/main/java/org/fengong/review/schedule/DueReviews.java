package org.fengong.review.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.Teams;
import org.fengong.review.review.ReviewService;
import org.jboss.logging.Logger;

/**
 * Opens the reviews that are due. The row lock on a schedule lets one replica at a time decide about its team, and the
 * unique period of a review is the last guard.
 */
@ApplicationScoped
class DueReviews {
    private static final Logger LOG = Logger.getLogger(DueReviews.class);

    private final ReviewScheduleRepository schedules;
    private final Teams teams;
    private final ReviewService reviews;
    private final Clock clock;

    DueReviews(ReviewScheduleRepository schedules, Teams teams, ReviewService reviews, Clock clock) {
        this.schedules = schedules;
        this.teams = teams;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** One team's trouble does not keep the others from being reviewed. */
    void open() {
        for (var teamId : mayBeDue()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> openIfDue(teamId));
            } catch (ProblemException e) {
                LOG.infof("The scheduled review is left for the next look, teamId=%s: %s", teamId, e.getMessage());
            } catch (RuntimeException e) {
                LOG.errorf(e, "The scheduled review failed, teamId=%s", teamId);
            }
        }
    }

    private List<UUID> mayBeDue() {
        return QuarkusTransaction.requiringNew()
                .call(() -> schedules.enabled().stream()
                        .filter(schedule -> teams.find(schedule.teamId())
                                .filter(Team::active)
                                .flatMap(team -> schedule.due(team.currentWeek(clock)))
                                .isPresent())
                        .map(ReviewSchedule::teamId)
                        .toList());
    }

    private void openIfDue(UUID teamId) {
        var schedule = schedules.findLocked(teamId).orElseThrow();
        var team = teams.find(teamId).orElseThrow();
        reviews.lastReviewedWeek(teamId).ifPresent(schedule::skipReviewed);
        schedule.due(team.currentWeek(clock)).ifPresent(period -> {
            reviews.openScheduled(team, period.from(), period.to());
            schedule.skipReviewed(period.to());
            LOG.infof("Opened the scheduled review, teamId=%s from=%s to=%s", teamId, period.from(), period.to());
        });
    }
}
