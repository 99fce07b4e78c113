package org.fengong.allocation.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class WebhookDeliveryRepository implements PanacheRepositoryBase<WebhookDelivery, UUID> {
    Optional<WebhookDelivery> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The longest due of the webhook that nobody else is just taking, locked. */
    Optional<WebhookDelivery> nextDue(UUID webhookId, Instant now) {
        return getSession()
                .createNativeQuery(
                        "select * from webhook_delivery where webhook_id = :webhook"
                                + " and status in ('PENDING', 'SENDING') and due_at <= :now"
                                + " order by due_at, id limit 1 for update skip locked",
                        WebhookDelivery.class)
                .setParameter("webhook", webhookId)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    Page<WebhookDelivery> list(UUID webhookId, WebhookDeliveryStatus status, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), WebhookDelivery.class)
                .require("e.webhookId = :webhook", "webhook", webhookId)
                .where("e.status = :status", "status", status)
                .sort("-createdAt", Set.of("createdAt"), "createdAt")
                .page(cursor, limit);
    }
}
