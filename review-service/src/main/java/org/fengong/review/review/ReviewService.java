package org.fengong.review.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;
import org.fengong.review.ReviewTopics;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.adjustment.AdjustmentState;
import org.fengong.review.adjustment.ProposalRules;
import org.fengong.review.division.DivisionFacts;
import org.fengong.review.finding.FindingRules;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.Metrics;
import org.fengong.review.metric.Period;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.TeamAccess;
import org.fengong.review.settings.ReviewSettingsService;
import org.threeten.extra.YearWeek;

/** Opens reviews and reads them. */
@ApplicationScoped
public class ReviewService {
    /** Longest period of a review; also how long the effect of an adjustment is followed. */
    public static final int MAX_WEEKS = 26;

    private final ReviewRepository reviews;
    private final TeamAccess access;
    private final FactReader facts;
    private final FindingRules findings;
    private final ReviewSettingsService settings;
    private final ProposalRules proposals;
    private final DivisionFacts division;
    private final Names names;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    ReviewService(
            ReviewRepository reviews,
            TeamAccess access,
            FactReader facts,
            FindingRules findings,
            ReviewSettingsService settings,
            ProposalRules proposals,
            DivisionFacts division,
            Names names,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.facts = facts;
        this.findings = findings;
        this.settings = settings;
        this.proposals = proposals;
        this.division = division;
        this.names = names;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws RuleViolatedException for a period that is reversed, too long or not over
     * @throws ReviewAlreadyExistsException when the period is reviewed
     */
    @Transactional
    ReviewResponse open(OpenReviewRequest request) {
        var team = access.requireLedReference(request.teamId(), "teamId");
        if (request.from().isAfter(request.to())) {
            throw new RuleViolatedException(
                    "period-reversed", "from", "The period ends in %s before it begins.".formatted(request.to()));
        }
        if (Weeks.between(request.from(), request.to()) >= MAX_WEEKS) {
            throw new RuleViolatedException(
                    "period-too-long", "to", "A review covers at most %d weeks.".formatted(MAX_WEEKS));
        }
        if (request.to().isAfter(team.currentWeek(clock))) {
            throw new RuleViolatedException(
                    "period-in-future",
                    "to",
                    "A review looks back: the last week it can cover is the current one, %s."
                            .formatted(team.currentWeek(clock)));
        }
        return open(team, request.from(), request.to(), caller.actorName());
    }

    /**
     * Opens a review that nobody asked for but the calendar.
     *
     * @throws ReviewAlreadyExistsException when the period is reviewed
     */
    @Transactional
    public void openScheduled(Team team, YearWeek from, YearWeek to) {
        open(team, from, to, "review-schedule");
    }

    /** The last week that any review of the team covers. */
    public Optional<YearWeek> lastReviewedWeek(UUID teamId) {
        return reviews.lastReviewedWeek(teamId);
    }

    /** @throws ReviewNotFoundException when there is none for this caller's eyes */
    @Transactional
    public ReviewResponse read(UUID id) {
        var review = reviews.findByIdOptional(id)
                .filter(known -> access.mayRead(known.teamId()))
                .orElseThrow(() -> new ReviewNotFoundException(id));
        var adjustments = reviews.adjustments(List.of(id));
        return ReviewResponse.of(review, adjustments, names.of(review, adjustments));
    }

    /** What the last reviews of a team measured whose periods ended before a week, the latest last. */
    @Transactional
    public List<PeriodMetrics> before(UUID teamId, YearWeek week, int atMost) {
        return reviews.endedBefore(teamId, week, atMost).stream()
                .map(review -> new PeriodMetrics(review.id(), review.from(), review.to(), review.metrics()))
                .toList();
    }

    private ReviewResponse open(Team team, YearWeek from, YearWeek to, String openedBy) {
        if (reviews.find(team.id(), from, to).isPresent()) {
            throw new ReviewAlreadyExistsException();
        }
        var period = new Period(from, to, team.zone());
        var known = facts.read(team, period, team.today(clock));
        var metrics = Metrics.of(known);
        var found = findings.find(metrics, known, settings.thresholds(team.id()));
        var review = Review.open(
                team.id(),
                from,
                to,
                metrics,
                found,
                effects(team.id(), period, metrics),
                trainingEffects(team.id(), period, known),
                taskEffects(team.id(), period, metrics),
                openedBy,
                clock.instant());
        reviews.persist(review);
        var adjustments = proposals.propose(found, metrics, known).stream()
                .map(proposal -> Adjustment.propose(review.id(), team.id(), proposal))
                .toList();
        adjustments.forEach(reviews.getEntityManager()::persist);
        announce(ReviewState.OPENED, review, adjustments);
        adjustments.forEach(adjustment -> outbox.append(
                ReviewTopics.REVIEW, review.id(), AdjustmentState.PROPOSED, AdjustmentState.of(adjustment)));
        if (adjustments.isEmpty()) {
            review.complete(clock.instant());
            announce(ReviewState.COMPLETED, review, adjustments);
        }
        return ReviewResponse.of(review, adjustments, names.of(review, adjustments));
    }

    private record Moved(Adjustment adjustment, Indicator indicator, double before, double after) {
        boolean improved() {
            return indicator.isBetter(before, after);
        }
    }

    /** For what was accepted before the period was over, and as far as both reviews could measure it. */
    private Stream<Moved> moved(UUID teamId, Period period, Metrics now) {
        return acceptedBefore(teamId, period).stream().flatMap(adjustment -> {
            var then = reviews.findById(adjustment.reviewId()).metrics();
            return adjustment.indicators().stream()
                    .filter(indicator -> indicator.of(then) != null && indicator.of(now) != null)
                    .map(indicator -> new Moved(adjustment, indicator, indicator.of(then), indicator.of(now)));
        });
    }

    private List<Effect> effects(UUID teamId, Period period, Metrics now) {
        return moved(teamId, period, now)
                .filter(moved -> moved.adjustment().planId() != null)
                .map(moved -> new Effect(
                        moved.adjustment().reviewId(),
                        moved.adjustment().id(),
                        moved.adjustment().planId(),
                        division.planStatus(moved.adjustment().planId()).orElse(null),
                        moved.indicator(),
                        moved.before(),
                        moved.after(),
                        moved.improved()))
                .toList();
    }

    private List<TaskEffect> taskEffects(UUID teamId, Period period, Metrics now) {
        return moved(teamId, period, now)
                .filter(moved -> moved.adjustment().planId() == null)
                .map(moved -> new TaskEffect(
                        moved.adjustment().reviewId(),
                        moved.adjustment().id(),
                        moved.adjustment().kind(),
                        moved.indicator(),
                        moved.before(),
                        moved.after(),
                        moved.improved()))
                .toList();
    }

    /** Of the same decisions, for members of whom it is known what they can do. */
    private List<TrainingEffect> trainingEffects(UUID teamId, Period period, Facts now) {
        return acceptedBefore(teamId, period).stream()
                .filter(adjustment -> adjustment.training() != null
                        && now.skills().containsKey(adjustment.training().memberId()))
                .map(adjustment -> TrainingEffect.of(
                        adjustment.reviewId(),
                        adjustment.id(),
                        adjustment.training(),
                        now.skills()
                                .get(adjustment.training().memberId())
                                .getOrDefault(adjustment.training().skillId(), 0)))
                .toList();
    }

    private List<Adjustment> acceptedBefore(UUID teamId, Period period) {
        return reviews.accepted(teamId, period.from().minusWeeks(MAX_WEEKS), period.from()).stream()
                .filter(adjustment -> !period.dayOf(adjustment.decidedAt()).isAfter(period.lastDay()))
                .toList();
    }

    private void announce(String type, Review review, List<Adjustment> adjustments) {
        reviews.flush(); // gives the version that the event carries
        outbox.append(ReviewTopics.REVIEW, review.id(), type, ReviewState.of(review, adjustments));
    }
}
