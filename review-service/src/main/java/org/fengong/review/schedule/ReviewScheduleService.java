package org.fengong.review.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.review.organisation.TeamAccess;

@ApplicationScoped
class ReviewScheduleService {
    /** @param created false when the team had one before */
    record Put(ReviewScheduleResponse schedule, boolean created) {}

    private final ReviewScheduleRepository schedules;
    private final TeamAccess access;
    private final Clock clock;

    ReviewScheduleService(ReviewScheduleRepository schedules, TeamAccess access, Clock clock) {
        this.schedules = schedules;
        this.access = access;
        this.clock = clock;
    }

    /** @param ifMatch header of the request; must name the version of a schedule that is there */
    @Transactional
    Put put(UUID teamId, String ifMatch, ReviewScheduleRequest request) {
        var team = access.requireLed(teamId);
        if ((request.cadence() == null) == (request.cadenceWeeks() == null)) {
            throw new RuleViolatedException(
                    "cadence-unclear", "cadence", "Say how often by one of cadence and cadenceWeeks.");
        }
        var known = schedules.findLocked(teamId);
        if (known.isPresent() || ifMatch != null) {
            EntityTags.requireSame(
                    EntityTags.requiredVersion(ifMatch),
                    known.map(ReviewSchedule::version).orElse(0L));
        }
        var schedule = known.orElseGet(() -> new ReviewSchedule(teamId));
        schedule.change(
                request.cadence(),
                request.cadence() == null
                        ? request.cadenceWeeks()
                        : request.cadence().weeks(),
                request.enabled(),
                team.currentWeek(clock));
        schedules.persist(schedule);
        schedules.flush();
        return new Put(ReviewScheduleResponse.of(schedule), known.isEmpty());
    }

    @Transactional
    ReviewScheduleResponse read(UUID teamId) {
        access.requireReadable(teamId);
        return schedules
                .findByIdOptional(teamId)
                .map(ReviewScheduleResponse::of)
                .orElseThrow(() -> new ReviewScheduleNotFoundException(teamId));
    }
}
