package org.fengong.allocation.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, UUID> {
    private static final Set<String> SORTABLE = Set.of("respondBy");

    /** Those of the assignments that wait for an answer, locked in one order until the transaction ends. */
    List<Offer> lockedPending(Collection<UUID> assignmentIds) {
        return find("assignmentId in ?1 and status = ?2 order by id", assignmentIds, OfferStatus.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those whose time is over, the longest overdue first. */
    List<UUID> overdue(Instant now, int atMost) {
        return getEntityManager()
                .createQuery(
                        "select o.id from Offer o where o.status = :pending and o.respondBy <= :now"
                                + " order by o.respondBy, o.id",
                        UUID.class)
                .setParameter("pending", OfferStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(atMost)
                .getResultList();
    }

    Page<Offer> list(
            Optional<Set<UUID>> readable,
            UUID teamId,
            UUID memberId,
            OfferStatus status,
            String sort,
            String cursor,
            Integer limit) {
        var listing = Listing.of(getEntityManager(), Offer.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        return listing.where("e.teamId = :team", "team", teamId)
                .where("e.memberId = :member", "member", memberId)
                .where("e.status = :status", "status", status)
                .sort(sort, SORTABLE, "id")
                .page(cursor, limit);
    }
}
