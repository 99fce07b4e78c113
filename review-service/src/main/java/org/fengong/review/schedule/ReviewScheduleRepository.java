package org.fengong.review.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReviewScheduleRepository implements PanacheRepositoryBase<ReviewSchedule, UUID> {
    /** The row stays locked until the transaction ends, so that a review that is due is opened once. */
    Optional<ReviewSchedule> findLocked(UUID teamId) {
        return findByIdOptional(teamId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<ReviewSchedule> enabled() {
        return list("enabled = true order by teamId");
    }
}
