package org.fengong.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The remembered answers, kept for 24 hours. */
@ApplicationScoped
class IdempotencyKeys {
    record Answer(String request, int status, String location, String body) {}

    private final EntityManager entityManager;

    IdempotencyKeys(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** False while another transaction works under the same scope; held until the end of the transaction. */
    boolean lock(String scope) {
        return (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:scope, 0))", Boolean.class)
                .setParameter("scope", scope)
                .getSingleResult();
    }

    Optional<Answer> find(String scope) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select request, status, location, body from idempotency_key where scope = :scope"
                                + " and created_at > now() - interval '24 hours'",
                        Tuple.class)
                .setParameter("scope", scope)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Answer(
                        row.get(0, String.class),
                        row.get(1, Number.class).intValue(),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .findFirst();
    }

    void store(String scope, Answer answer) {
        entityManager
                .createNativeQuery("insert into idempotency_key (scope, request, status, location, body)"
                        + " values (:scope, :request, :status, :location, :body) on conflict (scope) do update"
                        + " set request = excluded.request, status = excluded.status, location = excluded.location,"
                        + " body = excluded.body, created_at = now()")
                .setParameter("scope", scope)
                .setParameter("request", answer.request())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("body", answer.body())
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "forget-idempotency-keys")
    @Transactional
    void forgetOld() {
        entityManager
                .createNativeQuery("delete from idempotency_key where created_at < now() - interval '24 hours'")
                .executeUpdate();
    }
}
