package org.fengong.review.schedule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
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
    private boolean enabled;
    private YearWeek nextFrom;

    @Version
    private long version = 1;

    protected ReviewSchedule() {}

    ReviewSchedule(UUID teamId) {
        this.teamId = teamId;
    }

    /** Switched on, it counts from the current week: what lies before was not asked for. */
    void change(int cadenceWeeks, boolean enabled, YearWeek currentWeek) {
        if (enabled && !this.enabled || nextFrom == null) {
            nextFrom = currentWeek;
        }
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
     * All weeks since the last review once as many as the cadence have ended. After a long silence the first of them; the
     * rest follows.
     */
    Optional<DuePeriod> due(YearWeek currentWeek) {
        var ended = Weeks.between(nextFrom, currentWeek);
        return enabled && ended >= cadenceWeeks
                ? Optional.of(new DuePeriod(nextFrom, nextFrom.plusWeeks(Math.min(ended, ReviewService.MAX_WEEKS) - 1)))
                : Optional.empty();
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
