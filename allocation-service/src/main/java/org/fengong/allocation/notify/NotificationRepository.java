package org.fengong.allocation.notify;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class NotificationRepository implements PanacheRepositoryBase<Notification, UUID> {
    private static final int MOST_IN_A_MAIL = 50;

    /** @param unread null for all */
    Page<Notification> list(UUID memberId, Boolean unread, String sort, String cursor, Integer limit) {
        var listing =
                Listing.of(getEntityManager(), Notification.class).where("e.memberId = :member", "member", memberId);
        if (unread != null) {
            listing.where(unread ? "e.readAt is null" : "e.readAt is not null");
        }
        return listing.sort(sort, Set.of("id"), "-id").page(cursor, limit);
    }

    /** How many were unread. */
    int readAll(UUID memberId, Instant now) {
        return update("readAt = ?1 where memberId = ?2 and readAt is null", now, memberId);
    }

    /** The oldest first. */
    List<Notification> after(Collection<UUID> memberIds, UUID id, int atMost) {
        return find("memberId in ?1 and id > ?2 order by id", memberIds, id)
                .page(0, atMost)
                .list();
    }

    /** What is due to one member, the one who waits longest; it is due again at {@code until}. */
    List<Notification> leaseMails(Instant now, Instant until) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "update notification set mail_attempts = mail_attempts + 1, mail_due_at = :until"
                                + " where id in (select n.id from notification n where n.mail = 'WAITING'"
                                + " and n.mail_due_at <= :now and n.member_id = (select o.member_id from notification o"
                                + " where o.mail = 'WAITING' and o.mail_due_at <= :now order by o.mail_due_at, o.id"
                                + " limit 1 for update skip locked)"
                                + " order by n.id limit " + MOST_IN_A_MAIL + " for update skip locked) returning id",
                        UUID.class)
                .setParameter("until", until)
                .setParameter("now", now)
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    List<Notification> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Deletes what the member was told, and takes the member's name and words out of what others were told. */
    void forget(UUID memberId, String name) {
        delete("memberId", memberId);
        getEntityManager()
                .createNativeQuery("update notification set data = jsonb_set(data - 'reason', '{memberName}',"
                        + " to_jsonb(cast(:unnamed as text))) where data ->> 'memberName' = :name")
                .setParameter("name", name)
                .setParameter("unnamed", MemberState.FORMER_MEMBER)
                .executeUpdate();
        getEntityManager()
                .createQuery("delete from NotificationPreferences p where p.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    /** Deletes so many of those read before at most; how many it were. */
    int deleteReadBefore(Instant before, int atMost) {
        return getEntityManager()
                .createNativeQuery(
                        "delete from notification where id in (select id from notification where read_at < :before"
                                + " order by read_at limit :most for update skip locked)")
                .setParameter("before", before)
                .setParameter("most", atMost)
                .executeUpdate();
    }
}
