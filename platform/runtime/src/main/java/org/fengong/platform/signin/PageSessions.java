package org.fengong.platform.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** The browsers that are signed in by a ticket. They age by system time, as tokens do. */
@ApplicationScoped
class PageSessions {
    static final Duration LIFETIME = Duration.ofHours(8);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final EntityManager entityManager;

    PageSessions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Uses a verified ticket.
     *
     * @return what the browser's cookie shall hold
     * @throws ProblemException when the ticket has been used
     */
    @Transactional
    String open(JwtClaims ticket) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var opened = entityManager
                .createNativeQuery("insert into page_session (id, ticket, claims, expires_at) values (:id, :ticket,"
                        + " cast(:claims as jsonb), now() + cast(:lifetime as interval))"
                        + " on conflict on constraint page_session_ticket_unique do nothing")
                .setParameter("id", hash(secret))
                .setParameter("ticket", idOf(ticket))
                .setParameter("claims", ticket.toJson())
                .setParameter("lifetime", LIFETIME.toString())
                .executeUpdate();
        if (opened == 0) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "ticket-used",
                    "The address has been used; it opens its page once. Print a new one with ./fengong open.");
        }
        return secret;
    }

    /** The claims of the ticket that opened the session; empty when it has ended or never was. */
    @Transactional
    Optional<JwtClaims> find(String secret) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select cast(claims as text) from page_session where id = :id and expires_at > now()",
                        String.class)
                .setParameter("id", hash(secret))
                .getResultList();
        return rows.stream().map(String.class::cast).map(PageSessions::parse).findFirst();
    }

    @Transactional
    void end(String secret) {
        entityManager
                .createNativeQuery("update page_session set expires_at = now() where id = :id and expires_at > now()")
                .setParameter("id", hash(secret))
                .executeUpdate();
    }

    /** Not before each ticket of an ended session has expired as well, or it could be used once more. */
    @Scheduled(every = "1h", delayed = "15m", identity = "forget-page-sessions")
    @Transactional
    void forgetOld() {
        entityManager
                .createNativeQuery("delete from page_session where expires_at < now() - interval '1 hour'")
                .executeUpdate();
    }

    private static String idOf(JwtClaims ticket) {
        try {
            return ticket.getJwtId();
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("The ticket was verified", e);
        }
    }

    private static JwtClaims parse(String json) {
        try {
            return JwtClaims.parse(json);
        } catch (InvalidJwtException e) {
            throw new IllegalStateException("The claims were written by us", e);
        }
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
