package org.fengong.allocation.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {
    Webhook require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new WebhookNotFoundException(id));
    }

    Optional<Webhook> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Active ones; none of them is deleted until the transaction ends. */
    List<Webhook> heldActive() {
        return getSession()
                .createNativeQuery("select * from webhook where active order by id for key share", Webhook.class)
                .getResultList();
    }

    /** Those with a secret that begins otherwise. */
    List<UUID> withSecretsNotLike(String prefix) {
        return getSession()
                .createNativeQuery(
                        "select id from webhook where not starts_with(secret, :prefix)"
                                + " or not starts_with(previous_secret, :prefix) order by id",
                        UUID.class)
                .setParameter("prefix", prefix)
                .getResultList();
    }

    /** Those with a delivery that is due, in no order, so that none always comes first. */
    List<UUID> due(Instant now, int atMost) {
        return getSession()
                .createNativeQuery(
                        "select id from webhook w where active and exists (select from webhook_delivery d"
                                + " where d.webhook_id = w.id and d.status in ('PENDING', 'SENDING') and d.due_at <= :now)"
                                + " order by random() limit :most",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("most", atMost)
                .getResultList();
    }

    Page<Webhook> list(UUID teamId, Boolean active, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Webhook.class)
                .where("e.teamId = :team", "team", teamId)
                .where("e.active = :active", "active", active)
                .sort(null, Set.of(), "id")
                .page(cursor, limit);
    }
}
