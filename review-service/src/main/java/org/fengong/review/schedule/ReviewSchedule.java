package org.fengong.review.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.platform.time.Weeks;
import org.fengong.review.review.ReviewService;
import org.threeten.extra.YearWeek;

/** How often a team is reviewed without being asked. */
@Entity
class ReviewSchedule {
    /** Weeks to review. */
    record DuePeriod(YearWeek from, YearWeek to) {}

    @Id
    private UUID teamId;

    private int cadenceWeeks;

    @Enumerated(EnumType.STRING)
    private Cadence cadence;

    private boolean enabled;
    private YearWeek nextFrom;

    @Version
    private long version = 1;

    protected ReviewSchedule() {}

    ReviewSchedule(UUID teamId) {
        this.teamId = teamId;
    }

    /**
     * Switched on, it counts from the current week: what lies before was not asked for.
     *
     * @param cadence null: every so many weeks
     */
    void change(Cadence cadence, int cadenceWeeks, boolean enabled, YearWeek currentWeek) {
        if (enabled && !this.enabled || nextFrom == null) {
            nextFrom = currentWeek;
        }
        this.cadence = cadence;
        this.cadenceWeeks = cadenceWeeks;
        this.enabled = enabled;
    }

    /** The next review covers no week that an earlier one, asked for by a person perhaps, has covered. */
    void skipReviewed(YearWeek lastReviewed) {
        if (!lastReviewed.isBefore(nextFrom)) {
            nextFrom = lastReviewed.plusWeeks(1);
        }
    }

    /**
     * All weeks since the last review once as many as the cadence have ended, or all whole months or quarters. After a
     * long silence the first of them; the rest follows.
     */
    Optional<DuePeriod> due(YearWeek currentWeek) {
        var last = lastWeek(nextFrom);
        if (!enabled || !last.isBefore(currentWeek)) {
            return Optional.empty();
        }
        if (cadence == null || !cadence.isOfMonths()) {
            var ended = Weeks.between(nextFrom, currentWeek);
            return Optional.of(
                    new DuePeriod(nextFrom, nextFrom.plusWeeks(Math.min(ended, ReviewService.MAX_WEEKS) - 1)));
        }
        for (var next = lastWeek(last.plusWeeks(1));
                next.isBefore(currentWeek) && Weeks.between(nextFrom, next) < ReviewService.MAX_WEEKS;
                next = lastWeek(last.plusWeeks(1))) {
            last = next;
        }
        return Optional.of(new DuePeriod(nextFrom, last));
    }

    /** The next periods, each reviewed when it has ended; none while it is not enabled. */
    List<DuePeriod> next(int count) {
        return enabled
                ? Stream.iterate(
                                new DuePeriod(nextFrom, lastWeek(nextFrom)),
                                period -> new DuePeriod(
                                        period.to().plusWeeks(1),
                                        lastWeek(period.to().plusWeeks(1))))
                        .limit(count)
                        .toList()
                : List.of();
    }

    private YearWeek lastWeek(YearWeek first) {
        return cadence == null ? first.plusWeeks(cadenceWeeks - 1) : cadence.lastWeek(first);
    }

    Cadence cadence() {
        return cadence;
    }

    UUID teamId() {
        return teamId;
    }

    int cadenceWeeks() {
        return cadenceWeeks;
    }

    boolean enabled() {
        return enabled;
    }

    YearWeek nextFrom() {
        return nextFrom;
    }

    long version() {
        return version;
    }
}
