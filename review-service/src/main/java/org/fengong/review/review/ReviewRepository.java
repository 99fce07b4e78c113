package org.fengong.review.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.adjustment.AdjustmentKind;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.member.MemberForgotten;
import org.threeten.extra.YearWeek;

@ApplicationScoped
class ReviewRepository implements PanacheRepositoryBase<Review, UUID> {
    private static final Set<String> SORTABLE = Set.of("openedAt");

    /** The row stays locked until the transaction ends, so that decisions in one review come one after the other. */
    Optional<Review> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Review> find(UUID teamId, YearWeek from, YearWeek to) {
        return find("teamId = ?1 and from = ?2 and to = ?3", teamId, from, to).firstResultOptional();
    }

    Optional<YearWeek> lastReviewedWeek(UUID teamId) {
        return find("teamId = ?1 order by to desc", teamId)
                .firstResultOptional()
                .map(Review::to);
    }

    /** The last ones, the latest at the end. */
    List<Review> endedBefore(UUID teamId, YearWeek week, int atMost) {
        var latestFirst = find("teamId = ?1 and to < ?2 order by to desc, from desc", teamId, week)
                .page(0, atMost)
                .list();
        var inOrder = new ArrayList<>(latestFirst);
        Collections.reverse(inOrder);
        return inOrder;
    }

    /** @param readable teams that the caller may read; empty: all */
    Page<Review> list(Optional<Set<UUID>> readable, UUID teamId, String sort, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Review.class).where("e.teamId = :team", "team", teamId);
        readable.ifPresent(teams -> listing.require("e.teamId in :teams", "teams", teams));
        return listing.sort(sort, SORTABLE, "-openedAt").page(cursor, limit);
    }

    List<Adjustment> adjustments(Collection<UUID> reviewIds) {
        return getEntityManager()
                .createQuery("select a from Adjustment a where a.reviewId in :reviews order by a.id", Adjustment.class)
                .setParameter("reviews", reviewIds)
                .getResultList();
    }

    /** Proposed changes of which nobody knows yet what they would do, the oldest first. */
    List<Adjustment> awaitingForecast(int atMost) {
        return getEntityManager()
                .createQuery(
                        "select a from Adjustment a where a.status = :proposed and a.kind in :kinds"
                                + " and a.forecast is null order by a.id",
                        Adjustment.class)
                .setParameter("proposed", AdjustmentStatus.PROPOSED)
                .setParameter(
                        "kinds",
                        Stream.of(AdjustmentKind.values())
                                .filter(AdjustmentKind::isForecast)
                                .toList())
                .setMaxResults(atMost)
                .getResultList();
    }

    /** Accepted adjustments of the team's reviews whose period ended before a week, but not before another. */
    List<Adjustment> accepted(UUID teamId, YearWeek notBefore, YearWeek before) {
        return getEntityManager()
                .createQuery(
                        "select a from Adjustment a join Review r on r.id = a.reviewId where a.teamId = :team"
                                + " and a.status = :accepted and r.to >= :first and r.to < :before order by a.id",
                        Adjustment.class)
                .setParameter("team", teamId)
                .setParameter("accepted", AdjustmentStatus.ACCEPTED)
                .setParameter("first", notBefore)
                .setParameter("before", before)
                .getResultList();
    }

    /** Reviews keep their figures; the words with which the member has declined go. */
    void memberForgotten(@Observes MemberForgotten forgotten) {
        getEntityManager()
                .createNativeQuery("update review set metrics = jsonb_set(metrics,"
                        + " '{coordination,offerAnswers,declines}', (select jsonb_agg("
                        + "case when d ->> 'memberId' = :member then d - 'reason' else d end)"
                        + " from jsonb_array_elements(metrics #> '{coordination,offerAnswers,declines}') d))"
                        + " where metrics #> '{coordination,offerAnswers,declines}'"
                        + " @> jsonb_build_array(jsonb_build_object('memberId', cast(:member as text)))")
                .setParameter("member", forgotten.memberId().toString())
                .executeUpdate();
    }
}
